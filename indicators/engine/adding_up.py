"""What adds up: the numbers of indicators that are parts of one another, or the same, as their definitions declare it.

Whoever knows the definitions knows it too, and can take what is told of one indicator from what is told of another.
"""

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from data.errors import Mendable

NUMERATOR, DENOMINATOR, NOT_YET_DUE = "numerator", "denominator", "not_yet_due"
NUMBERS = (NUMERATOR, DENOMINATOR, NOT_YET_DUE)
Number = tuple[str, str]
"""One number of an indicator: its id, and which of NUMBERS."""
Sum = Mapping[Number, int]
"""How often each number is taken so that they come to nought: what stands right of the equals sign is taken away."""

OVER = re.compile(r"\s*(?P<whole>[\w.]+)\s*=\s*(?P<part>[\w.]+) over (?P<months>\d+) months\s*")


@dataclass(frozen=True)
class OverMonths:
    """Hold that one number is what another comes to over so many months, up to and including its own."""

    whole: Number
    part: Number
    months: int


def read_sums(indicator: str, written: Iterable[str]) -> list[Sum]:
    """Read what a definition says adds up, such as "denominator + not_yet_due = children_on_a_plan.numerator".

    A number without an indicator before it is the definition's own. That a number is the same as itself, as one of
    several kinds may say, is no sum.

    Raises:
        Mendable: naming the indicator, where it is no sum of such numbers.
    """
    return [total for text in written if not OVER.fullmatch(text) and (total := _read(indicator, text))]


def read_sums_over_months(indicator: str, written: Iterable[str]) -> list[OverMonths]:
    """Read what a definition says adds up over months: "numerator = referrals_made.numerator over 12 months".

    Raises:
        Mendable: naming the indicator, where what adds up is no such number.
    """
    over = [(text, match) for text in written if (match := OVER.fullmatch(text))]
    return [
        OverMonths(
            _number(indicator, text, match["whole"]), _number(indicator, text, match["part"]), int(match["months"])
        )
        for text, match in over
    ]


def refuse_unknown_parts(named: str, sums: Iterable[Sum], names: Container[str]) -> None:
    """Refuse a sum with a number of an indicator that there is none of.

    Raises:
        Mendable: naming the file and the indicator that is not there.
    """
    for name, _ in (number for total in sums for number in total):
        if name not in names:
            raise Mendable(f"{named}: adds_up names {name}, which is no indicator. Use the name of its file.")


def _read(indicator: str, text: str) -> Sum:
    """Read one sum."""
    sides = text.split("=")
    if len(sides) != 2:
        raise _no_sum(indicator, text)
    times: dict[Number, int] = {}
    for sign, side in zip((1, -1), sides, strict=True):
        for term in side.split("+"):
            number = _number(indicator, text, term)
            times[number] = times.get(number, 0) + sign
    return {number: many for number, many in times.items() if many}


def _number(indicator: str, text: str, term: str) -> Number:
    """Read one number of a sum; without an indicator before it, it is the definition's own."""
    name, _, number = term.strip().rpartition(".")
    if number not in NUMBERS:
        raise _no_sum(indicator, text)
    return name or indicator, number


def _no_sum(indicator: str, text: str) -> Mendable:
    """Say how what adds up is written."""
    return Mendable(
        f'{indicator}: adds_up says "{text}". Write numbers of indicators, such as '
        f'"{DENOMINATOR} + {NOT_YET_DUE} = children_on_a_plan.{NUMERATOR}", or '
        f'"{NUMERATOR} = referrals_made.{NUMERATOR} over 12 months"; each is one of {", ".join(NUMBERS)}.'
    )
