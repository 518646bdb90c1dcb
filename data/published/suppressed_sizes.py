"""How large the numbers are that DfE hides: a region's total, less what is shown, tells what they come to together.

DfE hides 1 to 5 so that nobody can be recognised, and says so. It hides larger numbers, too, where one would give
another away, and does not say which. Regions are rounded to 10, so each sum may lie 5 beside the truth.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.published.areas import LOCAL_AUTHORITY, REGIONAL
from data.published.dfe_file import Number, Published, Release
from data.published.dfe_publication import HIDDEN_MOST, SUPPRESSED, Measure, measure_called

ROUNDED = 5
ERRORS = 0.1
"""In so many of the regions and years a sum may be off for other reasons: a late return, a child in two places."""
HEAD = """## Numbers that are not published

What DfE hides, and what it comes to: each region's total of a year less all that is shown. Where that is no more than 5
each, allowing for rounding, what is hidden is taken to be 1 to 5. Where it is more, larger numbers were hidden to guard
others, and nothing is taken of their size.

| Measure | Hidden | Of these added up | On average | Regions and years | More than 5 each | Taken to be |
|---|---|---|---|---|---|---|
"""


@dataclass(frozen=True)
class Hiding:
    """Hold what is hidden of a measure: how many, how many of them could be added up, to what, and in how many sums."""

    measure: Measure
    hidden: int
    added: int
    total: float
    sums: int
    too_large: int

    @property
    def larger(self) -> bool:
        """Tell whether larger numbers are among them."""
        return self.too_large > ERRORS * self.sums

    @property
    def written(self) -> str:
        """Write it as a line of a table."""
        mean = f"{self.total / self.added:.1f}" if self.added else ""
        taken = f"1 to {HIDDEN_MOST}" if self.measure.hidden_is_small else "any number"
        cells = (self.measure.title, self.hidden, self.added, mean, self.sums, self.too_large, taken)
        return f"| {' | '.join(str(cell) for cell in cells)} |"


def hidings(releases: Iterable[Release]) -> list[Hiding]:
    """Return what is hidden of each measure of which anything is."""
    every_hiding = [_hiding(release, measure) for release in releases for measure in release.publication.measures]
    return [hiding for hiding in every_hiding if hiding.hidden]


def written_out(all_hidings: Iterable[Hiding]) -> str:
    """Return what is hidden as a section of a page."""
    return HEAD + "\n".join(hiding.written for hiding in all_hidings) + "\n"


def _hiding(release: Release, measure: Measure) -> Hiding:
    """Add up what is hidden of one measure."""
    hidden = added = sums = too_large = 0
    total = 0.0
    for whole, parts in _regions(release, measure):
        missing = [why for _, why in parts if why]
        hidden += sum(why in SUPPRESSED for why in missing)
        if not missing or whole is None or not set(missing) <= SUPPRESSED:
            continue
        left = whole - sum(number for number, _ in parts if number is not None)
        added, total, sums = added + len(missing), total + left, sums + 1
        too_large += left > HIDDEN_MOST * len(missing) + ROUNDED
    return Hiding(measure, hidden, added, total, sums, too_large)


def _regions(release: Release, measure: Measure) -> Iterator[tuple[float | None, list[Number]]]:
    """Give each region's number of a year, and those of its authorities."""
    areas = {area.authority: area for area in release.areas}
    wholes: dict[tuple[str, int], float | None] = {}
    parts: dict[tuple[str, int], list[Number]] = defaultdict(list)
    for figure in release.figures:
        area = areas[figure.authority]
        if figure.measure == measure.name and area.level == REGIONAL:
            wholes[area.name, figure.year] = _number(figure)[0]
        elif figure.measure == measure.name and area.level == LOCAL_AUTHORITY:
            parts["London" if area.region.endswith(" London") else area.region, figure.year].append(_number(figure))
    return ((wholes.get(place), numbers) for place, numbers in parts.items())


def _number(figure: Published) -> Number:
    """Return the number that is counted: the numerator, or of a count its value."""
    if measure_called(figure.measure).unit == "count":
        return figure.value, figure.value_missing
    return figure.numerator, figure.numerator_missing
