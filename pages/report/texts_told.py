"""All that a document says, text by text under its place, and what two documents say otherwise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count

from pages.report.document import Bullets, Chart, Document, Paragraph, Part, Section, Subheading, Table


@dataclass(frozen=True)
class Otherwise:
    """Hold a place of a document where another says otherwise: what each says, empty where it says nothing."""

    place: str
    issued: str
    today: str


def texts_told(document: Document) -> dict[str, str]:
    """Return all that a document says by its place, such as 4.3.1, or a table with its row and column.

    What stands at its foot is left out: that tells which file it is.
    """
    texts: dict[str, str] = {}
    for place, text in _texts(document):
        names = chain(
            [place], (f"{place} ({number})" for number in count(2))
        )  # no text is lost where two have one place
        texts[next(name for name in names if name not in texts)] = text
    return texts


def told_otherwise(issued: Mapping[str, str], today: Mapping[str, str]) -> list[Otherwise]:
    """Return the places where two documents say otherwise, in the order of the later one, then what it left out."""
    places = [*today, *(place for place in issued if place not in today)]
    both = [Otherwise(place, issued.get(place, ""), today.get(place, "")) for place in places]
    return [one for one in both if one.issued != one.today]


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    """Yield every text with its place."""
    yield "Title", f"{document.place}: {document.title}"
    for line in document.under_title:
        yield "Under the title", line
    yield "Classification", document.classification
    for section in document.sections:
        yield f"Section {section.number}", section.title
        for part in section.parts:
            yield from _of_part(section, part)


def _of_part(section: Section, part: Part) -> Iterator[tuple[str, str]]:
    """Yield the texts of a part with their places."""
    match part:
        case Paragraph():
            yield part.number, part.whole
        case Subheading():
            yield f"Heading in section {section.number}", part.text
        case Bullets():
            for number, text in enumerate(part.whole, 1):
                yield f"Section {section.number}, point {number}", text
        case Table():
            for first, *cells in (map(str, row) for row in part.rows):
                yield from (
                    (f"{part.caption}: {first}, {name}", cell)
                    for name, cell in zip(part.headings[1:], cells, strict=True)
                )
        case Chart():
            yield f"Chart: {part.caption}", part.picture.alt
