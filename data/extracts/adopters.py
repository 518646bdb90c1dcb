"""People who wish to adopt, from their first enquiry to the order."""

from data.codes import DISABILITY, ETHNICITY, REASON_ADOPTER_LEFT, SEX
from data.extract import Code, Date, Extract, Identifier, Whole, YesNo


class Adopters(Extract):
    """Prospective adopters: one row per person who enquired, couples in two rows of one family.

    Everyone in the process at any time in the 36 months up to the month end. Leave dates blank for steps not yet taken.
    Names and addresses are not wanted.
    """

    one_row_per = ("adopter_id",)
    window = "36 months"

    adopter_id = Identifier(
        of="adopter",
        meaning="The adopter's identifier in the case system",
        required=True,
        unique=True,
        longest=30,
        aliases=("individual adopter identifier",),
    )
    family_id = Identifier(meaning="Identifier of the adoptive family", aliases=("family identifier",))
    enquiry_date = Date(meaning="Date the enquiry was received", required=True, aliases=("date enquiry received",))
    stage_1_start = Date(meaning="Date stage 1 began", not_before="enquiry_date", aliases=("date stage 1 started",))
    stage_1_end = Date(meaning="Date stage 1 ended", not_before="stage_1_start", aliases=("date stage 1 ended",))
    stage_2_start = Date(meaning="Date stage 2 began", not_before="stage_1_start", aliases=("date stage 2 started",))
    stage_2_end = Date(meaning="Date stage 2 ended", not_before="stage_2_start", aliases=("date stage 2 ended",))
    applied_date = Date(
        meaning="Date the application was submitted",
        not_before="enquiry_date",
        aliases=("date application submitted",),
    )
    approved_date = Date(
        meaning="Date the application was approved", not_before="enquiry_date", aliases=("date application approved",)
    )
    matched_date = Date(
        meaning="Date matched with a child",
        not_before="enquiry_date",
        aliases=("date adopter matched with child(ren)",),
    )
    placed_date = Date(
        meaning="Date a child was placed", not_before="enquiry_date", aliases=("date child/children placed",)
    )
    children_placed = Whole(
        meaning="How many children were placed",
        at_most=10,
        unusual_above=5,
        aliases=("no. of children placed",),
        known_from="placed_date",
    )
    order_date = Date(
        meaning="Date of the adoption order", not_before="placed_date", aliases=("date of adoption order",)
    )
    left_date = Date(
        meaning="Date the adopter left the process", not_before="enquiry_date", aliases=("date of leaving",)
    )
    left_reason = Code(
        meaning="Reason the adopter left",
        allowed=REASON_ADOPTER_LEFT,
        aliases=("reason for leaving",),
        known_from="left_date",
    )
    foster_to_adopt = YesNo(
        meaning="Y where willing to foster for adoption", required=True, aliases=("fostering for adoption?",)
    )
    sex = Code(meaning="Sex as recorded", allowed=SEX, aliases=("gender",))
    ethnicity = Code(meaning="Ethnic background", allowed=ETHNICITY, aliases=("ethnic",))
    disability = Code(meaning="Main disability, or NONE", allowed=DISABILITY, aliases=("disabilities",))
