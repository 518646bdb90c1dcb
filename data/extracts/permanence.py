"""Children on their way to adoption, special guardianship or another order for life."""

from data.codes import PERMANENCE_ORDER, REASON_REVERSED
from data.extract import Code, Date, Extract, Identifier, Text


class Permanence(Extract):
    """Permanence: one row per child whose plan is or was adoption or another permanent order.

    Every child with a decision, an order or a reversal in the 36 months up to the month end: these figures are averages
    of three years. Give the latest decision where there were several.
    """

    one_row_per = ("child_id",)
    window = "36 months"

    child_id = Identifier(
        meaning="The child's identifier, as in the children extract",
        required=True,
        unique=True,
        pattern="[A-Za-z0-9-]{1,20}",
        longest=20,
        aliases=("child", "child unique id"),
    )
    entered_care = Date(meaning="Date the child entered care", required=True, aliases=("date the child entered care",))
    decision_date = Date(
        meaning="Date of the decision that the child should be placed for adoption",
        not_before="entered_care",
        aliases=("adm_decision", "date_int", "date of decision that child should be placed for adoption"),
        dfe_rule="112",
    )
    placement_order_date = Date(
        meaning="Date of the placement order",
        not_before="entered_care",
        aliases=("placement_order", "date of placement order"),
    )
    matched_date = Date(
        meaning="Date the child was matched with adopters",
        not_before="entered_care",
        aliases=("matched", "date_match", "date of matching"),
        dfe_rule="113",
    )
    foster_to_adopt_date = Date(
        meaning="Date placed with carers who may adopt, before the match",
        not_before="entered_care",
        aliases=("date placed ffa/concurrent",),
    )
    placed_date = Date(
        meaning="Date placed with adopters", not_before="entered_care", aliases=("placed", "date_placed")
    )
    order_date = Date(
        meaning="Date of the order that made the home permanent",
        not_before="entered_care",
        aliases=("date of adoption order",),
    )
    order_type = Code(meaning="Which order that was", allowed=PERMANENCE_ORDER, known_from="order_date")
    reversed_date = Date(
        meaning="Date of the decision that the child should no longer be placed for adoption",
        not_before="decision_date",
        aliases=("reversed", "date_placed_ceased", "date of decision should no longer"),
        dfe_rule="116",
    )
    reversed_reason = Code(
        meaning="Reason for that decision",
        allowed=REASON_REVERSED,
        aliases=("reason_placed_ceased", "reason no longer"),
        dfe_rule="120",
        known_from="reversed_date",
    )
    team = Text(meaning="Team that holds the case at the month end", required=True, aliases=("allocated team",))
