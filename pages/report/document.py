"""A document: sections of numbered paragraphs, lists, tables and charts, from which every format is written."""

from collections.abc import Iterator
from dataclasses import dataclass

from pages.charts.paper.picture import Picture


@dataclass(frozen=True)
class Paragraph:
    """Hold one numbered paragraph; `lead` stands before its text in bold and may be empty."""

    number: str
    text: str
    lead: str = ""
    kind: str = "paragraph"


@dataclass(frozen=True)
class Subheading:
    """Hold a heading within a section: of level 2, or of 1 where others stand under it."""

    text: str
    level: int = 2
    kind: str = "subheading"


@dataclass(frozen=True)
class Bullets:
    """Hold a list of short texts."""

    texts: tuple[str, ...]
    kind: str = "bullets"


@dataclass(frozen=True)
class Table:
    """Hold a table with its caption: every row has as many cells as there are headings."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: str = "table"


@dataclass(frozen=True)
class Drawn:
    """Hold what a chart draws, for a format that draws it anew: a value for each month, None where there is none.

    `aims` are the names and numbers of targets, `finding` says in a sentence what it shows, and `told` all of it.
    """

    title: str
    unit: str
    months: tuple[str, ...]
    values: tuple[float | None, ...]
    aims: tuple[tuple[str, float], ...]
    finding: str
    told: str


@dataclass(frozen=True)
class Chart:
    """Hold a picture with its caption, and what it draws; what it shows in words is the picture's own."""

    caption: str
    picture: Picture
    drawn: Drawn | None = None
    kind: str = "chart"


Part = Paragraph | Subheading | Bullets | Table | Chart


@dataclass(frozen=True)
class Section:
    """Hold a numbered section."""

    number: str
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Document:
    """Hold a document: what stands on its first page, its sections and what stands at the foot of each page."""

    title: str
    place: str
    under_title: tuple[str, ...]
    classification: str
    sections: tuple[Section, ...]
    foot: str

    def charts(self) -> Iterator[Chart]:
        """Yield its charts in the order in which they stand."""
        for section in self.sections:
            yield from (part for part in section.parts if isinstance(part, Chart))
