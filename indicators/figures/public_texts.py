"""The one checker of texts that others will read: what in them tells of a child is pointed out, and nothing is changed.

It looks for numbers that the public may not be told, in figures or in words, and for names and addresses.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from data.access import PUBLIC, Act, Reader
from data.errors import Mendable
from data.extracts import all_extracts
from data.personal_details import A_NAME, names_in_a_row, personal_details
from data.store.rehearsal import Readable
from indicators.engine.catalogue import SERVICES, all_indicators
from indicators.engine.declaration import Indicator
from indicators.figures.breakdown import exact_breakdown
from indicators.figures.disclosure import RECOGNISABLE
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import exact_figures
from indicators.figures.numbers_written import Written, numbers_written
from indicators.figures.verdicts import told_to

PLACE = re.compile(r"\{[^{}]*\}")
"""Where a figure is put in, which hides itself from whoever may not see it."""
SMALL, HIDDEN = "a number that may let a child be recognised", "a number that the public is not told"
TERMS = (
    "ofsted cafcass department education england english council borough london city county district partnership board "
    "director head service services assistant principal lead member officer manager deputy strategic safeguarding "
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday the a an this that these in on at for from since after before during our their "
    "we they it as with when while and or but north south east west central upper lower new old team teams hub "
    "locality plan plans working together annex children childrens children's independent reviewing virtual school "
)


@dataclass(frozen=True)
class Objection:
    """Hold what in a text should not go to others: what it is, what is written, and from which letter to which."""

    kind: str
    written: str
    first: int
    last: int


def objections(
    store: Readable, reader: Reader, text: str, authority: str, month: date | None, indicators: Sequence[Indicator] = ()
) -> list[Objection]:
    """Point out to whoever writes a text what it tells that the public may not know.

    Raises:
        Mendable: where the reader writes no texts: they could ask which numbers are hidden.
    """
    reader.must(Act.ANNOTATE)
    return what_tells(store, reader, text, authority, month, indicators)


def what_tells(
    store: Readable, reader: Reader, text: str, authority: str, month: date | None, indicators: Sequence[Indicator] = ()
) -> list[Objection]:
    """Return what a text tells that the public may not know, of these indicators and month and of anybody.

    Places in brackets are left alone: a figure that is put in hides itself.
    """
    plain = PLACE.sub(_blank, text)
    for name in sorted(_own_names(store, reader, authority), key=len, reverse=True):
        plain = re.sub(rf"\b{re.escape(name)}\b", _blank, plain)  # Care Planning 2 is no number of anybody
    details = personal_details(plain)
    names = names_in_a_row(plain, _terms())
    places = [(detail.kind, detail.first, detail.last) for detail in (*details, *names)]
    free = [
        number
        for number in numbers_written(plain)
        if all(number.last <= first or number.first >= last for _, first, last in places)
    ]
    hidden = hidden_numbers(store, reader, authority, month, indicators) if month and free else frozenset()
    places += [(kind, number.first, number.last) for number in free if (kind := _why_not(number, hidden))]
    return [Objection(kind, text[first:last], first + 1, last) for kind, first, last in sorted(set(places), key=_place)]


def must_tell_nobody(
    store: Readable, reader: Reader, text: str, authority: str, month: date | None, indicators: Sequence[Indicator] = ()
) -> None:
    """Refuse a text that everybody reads as it is kept, where it tells of a child; what looks like a name may be none.

    Raises:
        Mendable: with the first place, what it is and what to do.
    """
    for place in what_tells(store, reader, text, authority, month, indicators):
        if place.kind != A_NAME:
            is_number = place.kind in (SMALL, HIDDEN)
            remedy = "Say it without the number." if is_number else "Take it out."
            raise Mendable(f"Everybody reads this, and it holds {place.kind} at letter {place.first}. {remedy}")


def hidden_numbers(
    store: Readable, reader: Reader, authority: str, month: date, indicators: Sequence[Indicator]
) -> frozenset[float]:
    """Return every number of these figures and their teams that the public is not told, rounded as a person would."""
    exact = exact_figures(store, reader, indicators, authority, [month])
    seen = told_to(store, PUBLIC, exact)
    if indicators:
        teams = exact_breakdown(store, reader, indicators, authority, [month], "team")
        exact, seen = [*exact, *teams], [*seen, *told_to(store, PUBLIC, teams, by_parts=True)]
    return frozenset(
        number
        for figure, public in zip(exact, seen, strict=True)
        if figure.value is not None and public.value is None
        for number in _numbers_of(figure)
    )


def _numbers_of(figure: Figure) -> Iterator[float]:
    """Yield the numbers by which a figure would be told: its halves, what is between them, and itself, but nought."""
    counted, out_of = figure.numerator, figure.denominator
    rest = out_of - counted if counted is not None and out_of and figure.unit == "percent" else None
    yield from (float(number) for number in (counted, out_of, rest, figure.not_yet_due) if number)
    if figure.value and figure.unit != "count":
        yield from {round(figure.value, places) for places in (0, 1, 2)}


def _why_not(number: Written, hidden: frozenset[float]) -> str:
    """Say why a number may not go, or nothing."""
    if number.counts_people and 0 < number.value <= RECOGNISABLE:
        return SMALL
    return HIDDEN if number.value in hidden else ""


def _place(objection: tuple[str, int, int]) -> tuple[int, int]:
    """Return where something stands, to sort by."""
    return objection[1:]


@cache
def _terms() -> frozenset[str]:
    """Return the words that bear a capital and name nobody, in small letters: of our titles, and the sector's."""
    titles = [
        *(indicator.title for indicator in all_indicators().values()),
        *SERVICES.values(),
        *(declared.title for declared in all_extracts().values()),
    ]
    return frozenset(re.findall(r"[\w'’\-]+", " ".join([TERMS, *titles]).lower()))


def _blank(match: re.Match[str]) -> str:
    """Return as many blanks as there are letters, so that the places of all others stay."""
    return " " * len(match[0])


def _own_names(store: Readable, reader: Reader, authority: str) -> frozenset[str]:
    """Return the names of the authority and of its teams."""
    rows = store.ask(
        reader,
        """
        select distinct rows.team as name
        from measured.rows as rows
        join measured.measurements as measurements on measurements.measurement = rows.measurement
        where measurements.authority = $authority and rows.team is not null
        union
        select distinct workers.team
        from uploaded.social_workers as workers
        join ledger.loads as loads on loads.load = workers.load
        where loads.authority = $authority and workers.team is not null
        union
        select name
        from reference.authorities
        where authority = $authority
        """,
        authority=authority,
    )
    return frozenset(rows["name"])
