"""Every printed figure counted again from its halves: which differ, and whether rounding explains it.

DfE rounds the numbers of regions and England to 10, and full-time equivalents to one decimal, and prints rates made of
the numbers before rounding. Where no numbers that round to the printed ones give the printed rate, the release
contradicts itself.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.published.areas import LOCAL_AUTHORITY
from data.published.dfe_file import Published, Release
from data.published.dfe_publication import Measure, measure_called, parts_of
from data.units import scale_of

TENS, FULL_TIME_EQUIVALENTS = 5.0, 0.05
"""By how much a number may lie beside the one it was rounded from."""
NOTHING = 1e-9
HEAD = """# Published figures counted again

Every figure that DfE prints beside its numerator and denominator, of all areas and years, counted again from these two.
Written by `python -m data.published`; a test compares it with the files where they are at hand.

* *Same*: the halves give the printed figure, rounded half up.
* *By rounding*: the halves are rounded themselves, those of regions and England to 10, full-time equivalents to one
  decimal; numbers that round to them give the printed figure.
* *Not explained*: no such numbers do: the release contradicts itself. These are listed below. Of London, a region or
  England the printed figure is shown all the same; averages of authorities and funnels are made of the halves.

| Measure | Counted again | Same | By rounding | Not explained |
|---|---|---|---|---|
"""

REST = """## Not explained

| Measure | Whose | Year | Numerator | Denominator | Printed | From its halves |
|---|---|---|---|---|---|---|
"""


@dataclass(frozen=True)
class Recount:
    """Hold one figure as it is printed and as its halves give it."""

    figure: Published
    measure: Measure
    again: float
    least: float
    most: float

    @property
    def same(self) -> bool:
        """Tell whether the halves give the printed figure, as it is rounded."""
        return abs(self.again - self._printed) <= self._step + NOTHING

    @property
    def explained(self) -> bool:
        """Tell whether numbers that round to the printed halves can give the printed figure."""
        return self.least - self._step - NOTHING <= self._printed <= self.most + self._step + NOTHING

    @property
    def _printed(self) -> float:
        """Return the printed figure."""
        return self.figure.value or 0.0

    @property
    def _step(self) -> float:
        """Return by how much rounding may move it."""
        return 0.5 * 10**-self.measure.decimals


def recounts(releases: Iterable[Release]) -> list[Recount]:
    """Count again every figure that is printed with both of its halves."""
    return [
        recount
        for release in releases
        for figure in release.figures
        if (recount := _recount(release, figure, measure_called(figure.measure))) is not None
    ]


def written_out(recounts: Sequence[Recount], names: dict[str, str]) -> str:
    """Return what was found as a page: how many of each measure, and every figure that is not explained."""
    kinds = Counter((row.measure.name, _kind(row)) for row in recounts)
    lines = [
        f"| {measure_called(name).title} | {' | '.join(f'{number:,}' for number in (sum(counts), *counts))} |"
        for name in dict.fromkeys(row.measure.name for row in recounts)
        if (counts := [kinds[name, kind] for kind in ("same", "rounding", "open")])
    ]
    rest = [
        f"| {row.measure.title} | {names[row.figure.authority]} | {row.figure.year} | {row.figure.numerator:g} | "
        f"{row.figure.denominator:g} | {row.figure.value:g} | {row.again:.{row.measure.decimals + 2}f} |"
        for row in recounts
        if _kind(row) == "open"
    ]
    table = "\n".join(lines)
    return f"{HEAD}{table}\n\n{REST}" + "\n".join(rest) + "\n"


def _kind(recount: Recount) -> str:
    """Say whether a figure is the same, differs by rounding, or is open."""
    return "same" if recount.same else "rounding" if recount.explained else "open"


def _recount(release: Release, figure: Published, measure: Measure) -> Recount | None:
    """Count one figure again; None where it is not printed, or a half is not."""
    above, below = figure.numerator, figure.denominator
    if not measure.value or measure.unit == "count" or figure.value is None or above is None or not below:
        return None
    scale = scale_of(measure.unit)
    rounded = {area.authority for area in release.areas if area.level != LOCAL_AUTHORITY}
    over, under = (
        _slack(number, figure.authority in rounded, release.publication.name == "workforce", parts)
        for number, parts in ((above, len(parts_of(measure.numerator))), (below, len(parts_of(measure.denominator))))
    )
    least, most = (above - over) / (below + under), (above + over) / max(below - under, NOTHING)
    return Recount(figure, measure, above / below * scale, least * scale, most * scale)


def _slack(number: float, rounded: bool, equivalents: bool, parts: int) -> float:
    """Return by how much a half may lie beside the number before it was rounded."""
    if equivalents:
        return FULL_TIME_EQUIVALENTS * parts
    return TENS if rounded and not number % 10 else 0.0
