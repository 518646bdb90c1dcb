"""Children who live in the authority, where its own estimate is better than the one shipped."""

from data.extract import Extract, Text, Whole


class Population(Extract):
    """Population: one row per year, the children aged 0 to 17 who live in the authority.

    Only where the authority wishes to use another estimate than the one of the Office for National Statistics that
    comes with this dashboard. Rates are then worked out of these.
    """

    one_row_per = ("year",)
    window = "as many years as are wanted"

    year = Whole(meaning="Year of the mid-year estimate", required=True, unique=True, at_least=2000, at_most=2100)
    children_0_17 = Whole(
        meaning="Children aged 0 to 17",
        required=True,
        at_least=1,
        at_most=1_000_000,
        unusual_above=400_000,
        aliases=("population 0-17", "children aged 0 to 17"),
    )
    source = Text(meaning="Where the estimate comes from", required=True)
