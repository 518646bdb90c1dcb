"""How children and young people were asked, and what came of it."""

from data.codes import COHORT, CONSULTATION_METHOD
from data.extract import Code, Date, Extract, Identifier, Whole


class Consultation(Extract):
    """Consultation with children and young people: one row per exercise.

    Every exercise of the 12 months up to the month end. It counts children and names none.
    """

    consultation_id = Identifier(meaning="Identifier of the exercise", required=True, unique=True)
    held_date = Date(meaning="Date it was held, or ended", required=True, aliases=("date of consultation",))
    method = Code(meaning="How children were asked", required=True, allowed=CONSULTATION_METHOD)
    cohort = Code(meaning="Which children were asked", required=True, allowed=COHORT)
    children_heard = Whole(
        meaning="How many children took part", required=True, unusual_above=2000, aliases=("n_heard",)
    )
    actions = Whole(meaning="How many actions came of it", unusual_above=50)
    actions_closed = Whole(meaning="How many of them are done", not_above="actions", latest=True)
    reported_back = Date(meaning="Date the children were told what was done", not_before="held_date")
