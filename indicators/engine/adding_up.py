"""What adds up: the numbers of indicators that are parts of one another, or the same, as their definitions declare it.

Whoever knows the definitions knows it too, and can take what is told of one indicator from what is told of another.
"""

from collections.abc import Container, Iterable, Mapping

from data.errors import Mendable

NUMERATOR, DENOMINATOR, NOT_YET_DUE = "numerator", "denominator", "not_yet_due"
NUMBERS = (NUMERATOR, DENOMINATOR, NOT_YET_DUE)
Number = tuple[str, str]
"""One number of an indicator: its id, and which of NUMBERS."""
Sum = Mapping[Number, int]
"""How often each number is taken so that they come to nought: what stands right of the equals sign is taken away."""


def read_sums(indicator: str, written: Iterable[str]) -> list[Sum]:
    """Read what a definition says adds up, such as "denominator + not_yet_due = children_on_a_plan.numerator".

    A number without an indicator before it is the definition's own.

    Raises:
        Mendable: naming the indicator, where it is no sum of such numbers.
    """
    return [_read(indicator, text) for text in written]


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
    times: dict[Number, int] = {}
    for sign, side in zip((1, -1), sides, strict=False):
        for term in side.split("+"):
            name, _, number = term.strip().rpartition(".")
            if len(sides) != 2 or number not in NUMBERS:
                raise Mendable(
                    f'{indicator}: adds_up says "{text}". Write numbers of indicators, such as '
                    f'"{DENOMINATOR} + {NOT_YET_DUE} = children_on_a_plan.{NUMERATOR}"; each is one of '
                    f"{', '.join(NUMBERS)}."
                )
            times[name or indicator, number] = times.get((name or indicator, number), 0) + sign
    return {number: many for number, many in times.items() if many}
