"""Kinship carers and special guardians whom the authority supports."""

from data.codes import KINSHIP_KIND
from data.extract import Code, Date, Extract, Identifier


class KinshipSupport(Extract):
    """Kinship support: one row per household of a kinship carer or special guardian that the authority supports.

    Every household supported at any time in the 12 months up to the month end, with services or with money; foster
    households are in the list of those. Leave `end_date` blank while it is supported.
    """

    support_id = Identifier(meaning="Identifier of the support", required=True, unique=True)
    household_id = Identifier(
        of="carer", meaning="The household's identifier in the case system", required=True, longest=30
    )
    kind = Code(meaning="Kind of kinship care", required=True, allowed=KINSHIP_KIND, aliases=("type of arrangement",))
    start_date = Date(meaning="Date the support began", required=True, aliases=("support start date",))
    plan_date = Date(
        meaning="Date of the first support plan; blank where there is none", aliases=("support plan date",)
    )
    reviewed_date = Date(
        meaning="Date the plan was last reviewed", not_before="plan_date", aliases=("plan reviewed",), latest=True
    )
    end_date = Date(
        meaning="Date the support ended; blank while it is given",
        not_before="start_date",
        aliases=("support end date",),
    )
