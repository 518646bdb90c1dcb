"""Measure process control on simulated series: how often it calls a stable one changed, and how soon it finds a shift.

A false alarm is a signal in a series of 36 months in which nothing changes, in per cent of the months. The floor is
what limits of three sigma give for normal values if nothing else is asked: 0.27%.

python -m benchmarks.variation
"""

from collections.abc import Callable
from math import sqrt

import numpy as np
from scipy.stats import binom

from indicators.variation.control_chart import Point
from indicators.variation.signals import counting
from indicators.variation.variation import vary

MONTHS, RUNS, POWER_RUNS = 36, 1000, 3000
YEAR, ENOUGH_TO_JUDGE = 12, (10, 15, 25, 100)
BASELINE, FOUND_WITHIN, CASES = 24, 3, 30
ALLOWED = 0.015
"""The share of stable months in which a signal is allowed."""
CHILDREN = 75_000
Make = Callable[[int], list[Point]]
DICE = np.random.default_rng(2026)


def counts(mean: float) -> Make:
    """Return a maker of numbers a month with so many on average."""
    return lambda many: [Point(float(each), float(each)) for each in DICE.poisson(mean, many)]


def averages(carries: float = 0.0) -> Make:
    """Return a maker of averages of which so much is carried over from month to month."""

    def make(many: int) -> list[Point]:
        steps, values = DICE.normal(0, sqrt(1 - carries**2), many + 100), [0.0]
        for step in steps:
            values.append(carries * values[-1] + step)
        return [Point(16 + each) for each in values[-many:]]

    return make


def percentages(share: float, cases: int = CASES) -> Make:
    """Return a maker of percentages of so many cases a month."""
    return lambda many: [Point(100 * each / cases, float(each), cases) for each in DICE.binomial(cases, share, many)]


def rates(mean: float) -> Make:
    """Return a maker of rates per 10,000 children with so many events on average."""
    return lambda many: [Point(10_000 * each / CHILDREN, float(each), CHILDREN) for each in DICE.poisson(mean, many)]


def averages_of_a_year(of: float) -> list[Point]:
    """Return averages of about so many children in the year up to each month, of days that differ by a third or so."""
    came = [DICE.lognormal(5.8, 0.35, DICE.poisson(of / YEAR)) for _ in range(MONTHS + YEAR)]
    years = [np.concatenate(came[month : month + YEAR]) for month in range(MONTHS)]
    return [Point(float(days.mean()) if len(days) else None, float(days.sum()), float(len(days))) for days in years]


STABLE: dict[str, tuple[str, Make]] = {
    "XmR, an average": ("average", averages()),
    **{f"XmR, {mean} a month": ("count", counts(mean)) for mean in (2, 5, 30, 300)},
    **{f"p′, {share:.0%} of {CASES}": ("percent", percentages(share)) for share in (0.05, 0.2, 0.5, 0.8, 0.9, 0.95)},
    "p′, 95% of 300": ("percent", percentages(0.95, 300)),
    **{f"u′, {mean} a month": ("rate", rates(mean)) for mean in (5, 30, 300)},
    **{f"T, {mean} a month": ("count", counts(mean)) for mean in (0.3, 0.7)},
    **{f"G, {mean} a month": ("rate", rates(mean)) for mean in (0.3, 0.7)},
    **{f"XmR, {carries:.0%} carried over": ("average", averages(carries)) for carries in (0.3, 0.6, 0.8, 0.9, 0.95)},
}
SHIFTS = ((0.95, 0.85), (0.97, 0.87), (0.05, 0.15), (0.90, 0.80), (0.80, 0.70), (0.50, 0.40))


def false_alarms(unit: str, make: Make, runs: int = RUNS) -> float:
    """Return how many signals there are in stable series, in per cent of their months."""
    return 100 * sum(len(vary(make(MONTHS), unit).signals) for _ in range(runs)) / (runs * MONTHS)


def in_the_last_month(unit: str, make: Make, runs: int = RUNS) -> float:
    """Return how many stable series show a signal that counts in their last month, in per cent."""
    shown = (counting(vary(make(MONTHS), unit).signals, MONTHS - 1) for _ in range(runs))
    return 100 * sum(each is not None for each in shown) / runs


def found(before: float, after: float, runs: int = POWER_RUNS) -> float:
    """Return in how many per cent of runs a shift of a percentage is found, the right way, within three months."""
    hits = 0
    for _ in range(runs):
        points = percentages(before)(BASELINE) + percentages(after)(FOUND_WITHIN)
        way = "up" if after > before else "down"
        hits += any(each.last >= BASELINE and each.way == way for each in vary(points, "percent").signals)
    return 100 * hits / runs


def most_that_could_be(before: float, after: float) -> float:
    """Return in how many per cent of runs the best of all rules would find a shift, were the share before it known.

    That is the likelihood ratio of the three months' cases together (Neyman and Pearson 1933), wrong in stable months
    as often as is allowed, half of it each way.
    """
    cases, wrong = CASES * FOUND_WITHIN, FOUND_WITHIN * ALLOWED / 2
    if after < before:  # a fall of these is a rise of the others
        before, after = 1 - before, 1 - after
    limit = int(binom.isf(wrong, cases, before))
    at_the_limit = (wrong - binom.sf(limit, cases, before)) / binom.pmf(limit, cases, before)
    return 100 * float(binom.sf(limit, cases, after) + at_the_limit * binom.pmf(limit, cases, after))


def main() -> None:
    """Print false alarms by type of chart, and the power to find a shift of ten points on thirty cases a month."""
    print(f"False alarms in {RUNS:,} stable series of {MONTHS} months, % of months (wanted: under 1.5; floor: 0.27)")
    shown = []
    for name, (unit, make) in STABLE.items():
        shown.append(in_the_last_month(unit, make))
        print(f"  {name:24} {false_alarms(unit, make):5.2f}   in the last month: {shown[-1]:4.1f}% of series")
    print(f"  {'all':24}         in the last month: {sum(shown) / len(shown):4.1f}% of series")
    print(
        "Averages of a rolling year, of so many children: judged, and of those a signal in the last month, % of series"
    )
    for of in ENOUGH_TO_JUDGE:
        varied = [vary(averages_of_a_year(of), "average", (YEAR - 1) / YEAR) for _ in range(RUNS)]
        judged = [each for each in varied if not each.why_none]
        told = sum(counting(each.signals, MONTHS - 1) is not None for each in judged)
        print(f"  {of:4}                     {100 * len(judged) / RUNS:5.1f} {100 * told / len(judged):5.1f}")
    print(f"Shifts on {CASES} cases a month found within {FOUND_WITHIN} months, % of {POWER_RUNS:,} runs (wanted: 80)")
    print("and the most that any rule could find with as few false alarms, knowing the share before for certain")
    for before, after in SHIFTS:
        ours, most = found(before, after), most_that_could_be(before, after)
        print(f"  {before:4.0%} to {after:4.0%}        {ours:5.1f} {most:5.1f}")


if __name__ == "__main__":
    main()
