"""Monthly figures handed to other authorities and taken from them: without small numbers, and as they were written.

Nobody publishes monthly figures of other boroughs. Each writes its own to a file, in numerators and denominators, by
the rule for small numbers; whoever takes it looks it over once more.
"""

from collections.abc import Sequence
from datetime import date

from data.access import Act, Reader
from data.errors import Mendable
from data.exchange.document import CONFIDENTIAL, Document, Exchanged, read_document
from data.exchange.exchanged_figures import keep_document, name_of
from data.invention.place import AUTHORITY as INVENTED
from data.ledger.history import authorities_held
from data.store.store import Store
from indicators.engine.declaration import Indicator
from indicators.figures.disclosure import WHAT_IS_SMALL, is_hidden, is_small
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import figures


def written(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, months: Sequence[date], on: date
) -> Document:
    """Return an authority's figures as others may have them: those that may let a child be recognised are left blank.

    Raises:
        Mendable: where there is no figure to hand out.
    """
    definitions = {indicator.id: indicator.definition for indicator in indicators}
    exchanged = [
        Exchanged(
            figure.indicator,
            figure.unit,
            figure.month,
            definitions[figure.indicator],
            _tidy(figure.numerator),
            _tidy(figure.denominator),
            _missing(figure),
        )
        for figure in figures(store, reader.as_the_public(), indicators, authority, months)
        if figure.value is not None or _missing(figure)
    ]
    if not exchanged:
        raise Mendable(f"{authority} has no figure to hand out for these months.")
    document = Document(authority, on, tuple(exchanged))
    must_be_safe(f"The file for {authority}", document)
    return document


def must_be_safe(name: str, document: Document) -> None:
    """Look over every figure of a file once more, whoever wrote it.

    Raises:
        Mendable: where one may let a child be recognised; it is named, and nothing of the file is kept.
    """
    for figure in document.figures:
        identity = figure.indicator, document.authority, figure.month, figure.unit
        if is_small(Figure(*identity, 0, figure.numerator, figure.denominator, 0, None)):
            raise Mendable(
                f"{name}: {figure.indicator} of {figure.month:%B %Y} may not be handed on, being small: it is "
                f"{WHAT_IS_SMALL}. Nothing of it was kept."
            )


def load_exchange(store: Store, reader: Reader, name: str, contents: bytes) -> str:
    """Keep a file of another authority's figures; say in a sentence what became of it.

    Raises:
        Mendable: where it cannot be read, holds small numbers, or is of an authority that publishes here itself.
    """
    reader.must(Act.BENCHMARKS)
    document = read_document(name, contents)
    must_be_safe(name, document)
    peer = name_of(document.authority)
    if document.authority == INVENTED:
        raise Mendable(f"{name} holds figures of an invented place. They are not kept beside real ones.")
    if document.authority in authorities_held(store, reader):
        raise Mendable(f"{name} holds figures of {peer}, which publishes here itself. Nothing was loaded.")
    state = "loaded" if keep_document(store, reader, name, document) else "held already; nothing changed"
    months = sorted({figure.month for figure in document.figures})
    return (
        f"{name}: {peer}, {months[0]:%B %Y} to {months[-1]:%B %Y}, {len(document.figures):,} figures, written on "
        f"{document.written_on.day} {document.written_on:%B %Y}, {state}."
    )


def _tidy(half: float | None) -> float | None:
    """Return half of a figure, free of what adding up floats leaves behind."""
    return None if half is None else round(half, 6)


def _missing(figure: Figure) -> str:
    """Return the word for a figure that may not be told; nothing for any other."""
    return CONFIDENTIAL if is_hidden(figure) else ""
