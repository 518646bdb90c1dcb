"""Numbers that somebody typed into a text, and that no figure bears now: figures of an earlier day, or of none at all.

A number is looked for in the figures that its sentence is about first, then in all that are shown beside the text. One
of an earlier month is right where the sentence names the month. It is pointed out and never judged: a text may well
tell of what is no figure here.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from data.months import months_before
from indicators.change.mentions import PLACE
from indicators.engine.catalogue import indicator_called
from indicators.engine.rounding import half_up
from indicators.figures.figure import Figure
from indicators.figures.numbers_written import MONTHS, Written, numbers_written

Number = tuple[float, int, bool]
"""A number as it may be written, with how many decimals, and whether it is in per cent."""
MOST_DECIMALS = 2
SENTENCE = re.compile(r"(?s).+?(?:[.!?](?=\s|$)|\n\s*\n|$)")
PER_CENT = re.compile(r"\s*(?:%|per ?cent\b)", re.IGNORECASE)
A_MONTH = re.compile(rf"\b({MONTHS}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?:\s+(20\d\d))?")
MONTHS_BACK = {
    1: re.compile(r"\b(?:last month|(?:the )?month before|(?:the )?previous month|a month (?:ago|earlier))\b", re.I),
    12: re.compile(r"\b(?:last year|(?:the )?year before|(?:the )?previous year|a year (?:ago|earlier))\b", re.I),
}
SAYS_LITTLE = "a an the of on in at to by and or with without for from who whom has have had is are was were"
"""Words that tell no measure from another."""
SMALL_WORDS = 10
"""Up to this a number in words may well be none of a figure, where it counts no people: two meetings, one of the."""
RECENT = 12
"""Months back in which a number is looked for where a sentence does not tell which figure it is about."""


@dataclass(frozen=True)
class ByHand:
    """Hold a number that was typed, and the figure that `was` it: of an earlier month, or an earlier edition of one.

    `is_now` is what stands in its place: the figure of the month of the text, or of its month as known now. There is
    neither where no figure bore it.
    """

    written: str
    was: Figure | None = None
    is_now: Figure | None = None


@dataclass(frozen=True)
class Beside:
    """Hold what stands beside a text: figures by their indicators' ids, oldest first.

    The last figure of each is of the month that the text is of. `shown` gives the other numbers that are shown, and
    `editions` what figures were stated to be before: each is asked once, and only where a number was typed.
    """

    figures: Mapping[str, Sequence[Figure]]
    shown: Callable[[], Iterable[Number]]
    editions: Callable[[], Sequence[Figure]]

    @cached_property
    def titles(self) -> dict[str, frozenset[str]]:
        """Return the words of each indicator's title that say something."""
        return {name: _words(indicator_called(name).title) for name in self.figures}

    @cached_property
    def latest(self) -> dict[str, frozenset[Number]]:
        """Return every number by which each figure of the month would be told, or how far it moved."""
        return {name: frozenset(_told_now(figures)) for name, figures in self.figures.items()}

    @cached_property
    def anywhere(self) -> frozenset[Number]:
        """Return every number that is shown, and what it would be with fewer decimals."""
        rounded = {
            (value, places, share) for number, most, share in self.shown() for value, places in _rounded(number, most)
        }
        return frozenset(rounded).union(*self.latest.values())

    @cached_property
    def stated_before(self) -> Sequence[Figure]:
        """Return the figures as they were stated and are no longer."""
        return self.editions()


def numbers_by_hand(text: str, own: str | None, beside: Beside) -> Iterator[ByHand]:
    """Yield the numbers typed in a text that no figure bears now, in their order; `own` is the figure it is about.

    A figure that is put in, in brackets, is left alone.
    """
    plain = PLACE.sub(lambda place: " " * len(place[0]), text)
    for sentence in SENTENCE.findall(plain):
        typed = [number for number in numbers_written(sentence) if _may_be_a_figure(sentence, number)]
        about = _about(sentence, own, beside) if typed else []
        for number in typed:
            yield from _out_of_date(sentence, number, about, beside)


def written_in(text: str) -> Iterator[Number]:
    """Yield the numbers of a text as they are compared."""
    return (_as_compared(text, number) for number in numbers_written(text))


def _out_of_date(sentence: str, number: Written, about: Sequence[str], beside: Beside) -> Iterator[ByHand]:
    """Yield a number where no figure bears it now, with the one that bore it: of what it is about, or another."""
    compared, written = _as_compared(sentence, number), sentence[number.first : number.last]
    if any(compared in beside.latest[name] for name in about):
        return
    bearers = [*_earlier(compared, about, beside), *_stated_before(compared, about, beside)]
    if not bearers and compared in beside.anywhere:
        return
    if not bearers and not about:
        bearers = [
            *_earlier(compared, beside.figures, beside, RECENT),
            *_stated_before(compared, beside.figures, beside),
        ]
    if any(was.month != is_now.month and _names(sentence, was.month, is_now.month) for was, is_now in bearers):
        return
    yield ByHand(written, *(bearers[0] if bearers else ()))


def _earlier(
    number: Number, names: Iterable[str], beside: Beside, months: int | None = None
) -> Iterator[tuple[Figure, Figure]]:
    """Yield the figures of earlier months that bore a number, the latest of each first, beside what they are now."""
    for name in names:
        *earlier, latest = beside.figures[name]
        for figure in reversed(earlier[-months:] if months else earlier):
            if number in _told(figure):
                yield figure, latest


def _stated_before(number: Number, names: Iterable[str], beside: Beside) -> Iterator[tuple[Figure, Figure]]:
    """Yield the figures that bore a number in an earlier edition of their month, beside what is known of it now."""
    wanted = set(names)
    for was in beside.stated_before if wanted else ():
        if was.indicator in wanted and number in _told(was):
            yield from ((was, figure) for figure in beside.figures[was.indicator] if figure.month == was.month)


def _told_now(figures: Sequence[Figure]) -> Iterator[Number]:
    """Yield the numbers of the last of some figures, and how far it lies from a month and a year before."""
    latest = figures[-1]
    yield from _told(latest)
    for earlier in (figures[-1 - months] for months in MONTHS_BACK if months < len(figures)):
        yield from _moved(latest, earlier)


def _told(figure: Figure) -> set[Number]:
    """Return the numbers by which a figure would be told: its halves, what is between them, and itself, rounded."""
    counted, out_of, value = figure.numerator, figure.denominator, figure.value
    if value is None:
        return set()
    is_share = figure.unit == "percent"
    rest = out_of - counted if counted is not None and out_of and is_share else None
    halves = [half for half in (counted, out_of, rest, figure.not_yet_due) if half is not None]
    values = (value, 100 - value) if is_share else (value,)
    return {*_as_written(halves, False), *_as_written(values, is_share)}


def _moved(latest: Figure, earlier: Figure) -> Iterator[Number]:
    """Yield how far a figure moved: by how many or how many points, and by what share of what it was."""
    for half, was in ((latest.value, earlier.value), (latest.numerator, earlier.numerator)):
        if half is not None and was is not None:
            far = abs(half - was)
            yield from _as_written([far], False)
            yield from _as_written([far, far / was * 100 if was else 0.0], True)


def _as_written(amounts: Iterable[float], is_share: bool) -> Iterator[Number]:
    """Yield some amounts as a person may write them."""
    return ((value, places, is_share) for amount in amounts for value, places in _rounded(amount))


def _rounded(amount: float, most: int = MOST_DECIMALS) -> set[tuple[float, int]]:
    """Return an amount rounded to no decimals, and to each number of them up to the most."""
    return {(float(half_up(amount, places)), places) for places in range(most + 1)}


def _as_compared(text: str, number: Written) -> Number:
    """Return a number that was written in a text, with how many decimals, and whether it is in per cent."""
    _, _, decimals = text[number.first : number.last].partition(".")
    return number.value, len(decimals), bool(PER_CENT.match(text, number.last))


def _may_be_a_figure(sentence: str, number: Written) -> bool:
    """Tell whether a number may be that of a figure: one in words that is small and counts nobody may well be none."""
    in_words = not sentence[number.first].isdigit()
    return number.counts_people or not in_words or number.value > SMALL_WORDS


def _about(sentence: str, own: str | None, beside: Beside) -> list[str]:
    """Return the indicators that a sentence is about: its own first, then those named by half their title."""
    sentence_words = _words(sentence)
    shares: dict[str, float] = {}
    for name, title in beside.titles.items():
        shared = len(title & sentence_words)
        if shared == len(title) or (shared > 1 and 2 * shared >= len(title)):
            shares[name] = shared / len(title)
    named = sorted(shares, key=lambda name: -shares[name])
    return [*([own] if own and own in beside.figures else []), *(name for name in named if name != own)]


def _words(text: str) -> frozenset[str]:
    """Return the words of a text that say something, each as of one."""
    words = re.findall(r"[a-z]+", text.lower())
    return frozenset(_of_one(word) for word in words if word not in SAYS_LITTLE.split())


def _of_one(word: str) -> str:
    """Return a word as of one: child, plan."""
    return "child" if word == "children" else word.removesuffix("s")


def _names(sentence: str, month: date, of: date) -> bool:
    """Tell whether a sentence, in a text of a month, names another; without its year it is the latest of that name."""
    for name, year in A_MONTH.findall(sentence):
        is_of = f"{month:%B}".startswith(name.removesuffix("t") if name == "Sept" else name)
        if is_of and (month.year == int(year) if year else months_before(of, RECENT) < month):
            return True
    return any(pattern.search(sentence) and months_before(of, back) == month for back, pattern in MONTHS_BACK.items())
