"""Monthly figures in the shape of published ones, so that averages, ranks and funnels are made in one way."""

from datetime import date

from data.published.areas import LOCAL_AUTHORITY
from data.published.dfe_publication import Measure
from data.published.published_figures import Held
from indicators.engine.declaration import Indicator

NOT_THERE = "x"
"""The word for a figure that there is not, as in what DfE publishes."""


def monthly_measure(indicator: Indicator) -> Measure:
    """Return the measure that an indicator is month by month.

    What is hidden of it may be any number, since a large one is hidden where it would give a small one away.
    """
    halves = indicator.argument.halves
    return Measure(
        name=f"monthly.{indicator.id}",
        title=indicator.title,
        unit=indicator.unit,
        counts=(halves[0], halves[1]) if halves else ("", ""),
        decimals=0 if indicator.unit == "count" else 1,
        hidden_is_small=False,
    )


def held_in_month(
    unit: str,
    whose: tuple[str, str],
    month: date,
    halves: tuple[float | None, float | None],
    missing: str,
) -> Held:
    """Return one authority's figure of a month: `whose` is its code and name, `missing` the word for none."""
    numerator, denominator = halves
    authority, name = whose
    return Held(
        authority=authority,
        name=name,
        region="",
        level=LOCAL_AUTHORITY,
        year=month.year,
        numerator=numerator,
        numerator_missing=missing,
        denominator=denominator,
        denominator_missing=missing,
        value=numerator if unit == "count" else None,
        value_missing=missing,
    )
