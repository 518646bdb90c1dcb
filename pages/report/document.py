"""A document: sections of paragraphs, lists, tables and charts, from which every format of every paper is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pages.charts.paper.picture import Picture


class Form(StrEnum):
    """The paper that a document is laid out for: a report with contents, one close page, or close and on its side."""

    REPORT = "report"
    PAGE = "page"
    LANDSCAPE = "landscape"


class Tone(StrEnum):
    """What the text of a cell is: plain, what the row is about, a large figure, or a judgement in its colour."""

    PLAIN = "plain"
    LEAD = "lead"
    FIGURE = "figure"
    CONCERN = "concern"
    IMPROVEMENT = "improvement"
    NEUTRAL = "neutral"


@dataclass(frozen=True)
class Paragraph:
    """Hold one paragraph; its number, and the `lead` that stands before its text in bold, may be empty."""

    number: str
    text: str
    lead: str = ""
    kind: str = "paragraph"

    @property
    def whole(self) -> str:
        """Return its text with what leads it, for a format that sets no bold within a text."""
        return f"{self.lead} {self.text}".strip()


@dataclass(frozen=True)
class Subheading:
    """Hold a heading within a section: of level 2, or of 1 where others stand under it."""

    text: str
    level: int = 2
    kind: str = "subheading"


@dataclass(frozen=True)
class Bullets:
    """Hold a list of short texts; `leads` stand before them in bold, one each, where there are any."""

    texts: tuple[str, ...]
    leads: tuple[str, ...] = ()
    kind: str = "bullets"

    @property
    def whole(self) -> tuple[str, ...]:
        """Return the texts with what leads them, for a format that sets no bold within a text."""
        if not self.leads:
            return self.texts
        return tuple(f"{lead} {text}" for lead, text in zip(self.leads, self.texts, strict=True))


@dataclass(frozen=True)
class Cell:
    """Hold a cell that is more than a text: what it is, what stands small beneath it, or a small picture."""

    text: str = ""
    small: str = ""
    tone: Tone = Tone.PLAIN
    picture: Picture | None = None

    def __str__(self) -> str:
        """Write it as a text alone, with what stands small beneath after it."""
        return ". ".join(text for text in (self.text, self.small) if text)


USUAL_SHARES = {7: (2.4, 1.4, 1.4, 1.25, 1.0, 1.1, 1.25)}
"""Of the widths of the columns of a table of so many; of any other the first is wider, and the rest are alike."""


@dataclass(frozen=True)
class Table:
    """Hold a table with its caption: every row has as many cells as there are headings.

    `shares` are those of its columns in its width, beside one another; the usual ones where there are none.
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str | Cell, ...], ...]
    shares: tuple[float, ...] = ()
    kind: str = "table"

    @property
    def widths(self) -> tuple[float, ...]:
        """Return how wide its columns are, beside one another."""
        many = len(self.headings)
        return self.shares or USUAL_SHARES.get(many, (2.2, *[1.0] * (many - 1)))


Beside = tuple[str, tuple[float | None, ...]]
"""The name of a line that stands beside another, and its value for each month."""


@dataclass(frozen=True)
class Drawn:
    """Hold what a chart draws, for a format that draws it anew: a value for each month, None where there is none.

    `aims` are the ends of its target by name, `limits` those of chance; `finding` says in a sentence what it shows, and
    `told` all of it.
    """

    title: str
    unit: str
    months: tuple[str, ...]
    values: tuple[float | None, ...]
    aims: tuple[Beside, ...]
    limits: tuple[Beside, ...]
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
    """Hold a section, whose number may be empty."""

    number: str
    title: str
    parts: tuple[Part, ...]

    @property
    def heading(self) -> str:
        """Return its title after its number."""
        return f"{self.number} {self.title}".strip()


@dataclass(frozen=True)
class Document:
    """Hold a document: what stands on its first page, its sections and what stands at the foot of each page."""

    title: str
    place: str
    under_title: tuple[str, ...]
    classification: str
    sections: tuple[Section, ...]
    foot: str
    form: Form = Form.REPORT

    def charts(self) -> Iterator[Chart]:
        """Yield its charts in the order in which they stand."""
        for section in self.sections:
            yield from (part for part in section.parts if isinstance(part, Chart))

    def pictures(self) -> Iterator[Picture]:
        """Yield its pictures, of charts and in tables, in the order in which they stand."""
        for part in (part for section in self.sections for part in section.parts):
            if isinstance(part, Chart):
                yield part.picture
            elif isinstance(part, Table):
                cells = (cell for row in part.rows for cell in row if isinstance(cell, Cell))
                yield from (cell.picture for cell in cells if cell.picture)
