"""What workers say of their supervision, as a survey counted it."""

from data.codes import SUPERVISION_QUESTION
from data.extract import Code, Date, Extract, Whole


class SupervisionSurvey(Extract):
    """Survey of workers' supervision: one row per survey and question, as counted.

    Every survey of the 24 months up to the month end. It counts workers and names none, nor their team; what they
    wrote in words is not wanted.
    """

    one_row_per = ("survey_date", "question")
    window = "24 months"

    survey_date = Date(meaning="Date the survey closed", required=True, aliases=("date of survey",))
    question = Code(meaning="What was asked", required=True, allowed=SUPERVISION_QUESTION)
    asked = Whole(meaning="How many workers were asked", required=True, unusual_above=3000)
    answered = Whole(meaning="How many of them answered the question", required=True, not_above="asked")
    agreed = Whole(meaning="How many of those who answered said yes, or agreed", required=True, not_above="answered")
