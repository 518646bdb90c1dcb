"""A calendar of 90 days: how much is late and how much falls due in each week, by team."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from indicators.figures.due_soon import HORIZONS, Due
from pages.kit.month.due_urgency import EVERY, of_team
from pages.kit.rows.count_table import CountRow, draw_count_table, shades_of
from pages.words import wording

WEEK = 7
CAPTION = "What is late and what falls due in the week that begins on a day, by team; a child may count in several"


def draw_calendar(rows: Sequence[Due], month: date) -> None:
    """Draw the weeks after a month end as columns and teams as rows; all teams together stand last."""
    weeks = [month + timedelta(days=1 + WEEK * number) for number in range(-(-HORIZONS[-1] // WEEK))]
    headings = ("Team", "Late", *(wording.day_and_month(week) for week in weeks))
    draw_count_table(CAPTION, headings, calendar(rows, month, len(weeks)))


def calendar(rows: Sequence[Due], month: date, weeks: int) -> list[CountRow]:
    """Return a row for each team, with the number late and of each week; the whole stands last where there are two."""
    by_team: dict[str, Counter[int]] = {}
    for due in rows:
        by_team.setdefault(of_team(due), Counter())[_column(due, month)] += 1
    columns = range(weeks + 1)
    counts = {team: [by_team[team][column] for column in columns] for team in sorted(by_team)}
    highest = max((count for numbers in counts.values() for count in numbers), default=0)
    teams = [
        CountRow(team, [_cell(count) for count in numbers], shades_of(numbers, highest))
        for team, numbers in counts.items()
    ]
    together = [sum(numbers) for numbers in zip(*counts.values(), strict=True)]
    return [*teams, CountRow(EVERY, [_cell(count) for count in together], is_total=True)] if teams[1:] else teams


def _column(due: Due, month: date) -> int:
    """Return the column of a due day: the first for what is late, then one for each week."""
    return 0 if due.late else 1 + max(0, (due.due_on - month).days - 1) // WEEK


def _cell(count: int) -> str:
    """Write a number; nothing for nought, so that numbers are seen."""
    return wording.number(count) if count else ""
