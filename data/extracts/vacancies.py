"""Posts without a permanent worker, as the workforce census counts them."""

from data.extract import Extract, Month, Number, Text


class Vacancies(Extract):
    """Vacancies: one row per team and month, in full-time equivalents.

    Every month of the 12 months up to the month end, teams without a vacancy included with 0. Count posts for
    registered children and family social workers alone.
    """

    one_row_per = ("team", "period")
    dated_by = "period"

    team = Text(meaning="Team the posts belong to", required=True)
    service = Text(meaning="Service the team belongs to")
    period = Month(
        meaning="Month at whose end the posts stood vacant, such as 2026-10", required=True, aliases=("month",)
    )
    fte_vacant = Number(
        meaning="Vacant posts in full-time equivalents at the month end",
        required=True,
        at_most=500,
        unusual_above=20,
        aliases=("vacancies", "fte vacancies"),
    )
    fte_covered_by_agency = Number(
        meaning="Agency workers covering vacancies, in full-time equivalents",
        at_most=500,
        unusual_above=20,
        aliases=("fte_agency_covering", "fteagencyworkercovering"),
    )
