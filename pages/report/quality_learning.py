"""What was learnt, in the report on the quality framework: grades, themes and teams, and what children said."""

from collections.abc import Iterator

from indicators.studies.learning import Learning, Learnt
from pages.report.document import Paragraph, Part, Table
from pages.words import wording

NOT_AUDITED = "No audits were published for this month."
NOT_ASKED = "No consultations were published for this month."
BY_GRADE = "Grades of the quarter by kind of audit; where a grade was moderated, the moderated one counts."
WORST_FIRST = (
    "Audits of cases in the 12 months to the month end, with what they asked for; the smallest share of good work "
    "stands first. Few audits tell little: read the numbers, not the order."
)
LEARNT = ("Audits", "Good or better", "Plan found SMART", "Actions done, of those asked for")


def grades_of(learning: Learning, number: str) -> Iterator[Part]:
    """Yield the grades of a quarter, under a number."""
    yield Paragraph(number, BY_GRADE if learning.audited else NOT_AUDITED)
    if learning.grades:
        grades = list(next(iter(learning.grades.values())))
        rows = tuple((kind, *(str(counts[grade]) for grade in grades)) for kind, counts in learning.grades.items())
        yield Table("Grades of the quarter", ("Kind of audit", *grades), rows)


def learnt_of(learning: Learning, number: str) -> Iterator[Part]:
    """Yield what was learnt by theme and by team, under a number."""
    yield Paragraph(number, WORST_FIRST if learning.audited else NOT_AUDITED)
    for title, heading, learnt in (("By theme", "Theme", learning.themes), ("By team", "Team", learning.teams)):
        if learnt:
            yield Table(f"What was learnt: {title.lower()}", (heading, *LEARNT), tuple(map(_row, learnt)))


def said_and_done(learning: Learning, number: str) -> Iterator[Part]:
    """Yield what children said and what was done, exercise by exercise, under a number."""
    exercises = learning.exercises
    yield Paragraph(number, _in_short(learning) if learning.asked else NOT_ASKED)
    headings = ("Held", "Who was asked", "How", "Children heard", "Actions done", "Children told")
    rows = tuple(
        (
            wording.day(exercise.day),
            exercise.cohort,
            exercise.method,
            str(exercise.heard),
            f"{exercise.done} of {exercise.actions}" if exercise.actions else "None asked for",
            wording.day(exercise.reported_back) if exercise.reported_back else "Not yet",
        )
        for exercise in exercises
    )
    if rows:
        yield Table("You said, we did", headings, rows)


def _in_short(learning: Learning) -> str:
    """Say what came of the year's exercises in one paragraph."""
    exercises = learning.exercises
    heard = sum(exercise.heard for exercise in exercises)
    actions = sum(exercise.actions for exercise in exercises)
    done = sum(exercise.done for exercise in exercises)
    answered = sum(exercise.reported_back is not None for exercise in exercises)
    return (
        f"In the 12 months to the month end {wording.counted(len(exercises), 'exercises')} heard "
        f"{wording.counted(heard, 'children')}; one who took part twice is counted twice. {done} of {actions} actions "
        f"that came of it are done, and in {answered} of {len(exercises)} the children were told what became of it."
    )


def _row(learnt: Learnt) -> tuple[str, ...]:
    """Write a theme or a team as a row."""
    return (
        learnt.name,
        str(learnt.audits),
        _share(learnt.good, learnt.graded),
        _share(learnt.smart, learnt.looked_at),
        f"{learnt.done} of {learnt.actions}",
    )


def _share(part: int, whole: int) -> str:
    """Write a share with its counts; of nothing there is none."""
    return f"{100 * part / whole:.0f}% ({part} of {whole})" if whole else wording.NONE
