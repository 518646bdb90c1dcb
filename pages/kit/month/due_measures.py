"""What falls due by measure, the most urgent first, and what each will read if nothing is done."""

from collections.abc import Sequence

import streamlit as st

from data.months import months_before
from indicators.engine.catalogue import indicator_called
from indicators.figures.due_soon import MONTHS_ON, Due, while_doing_nothing_is_a_case
from indicators.figures.figure import Figure
from pages.kit.frame.cache import figures_kept, groups_kept, later_kept
from pages.kit.frame.choices import Choices
from pages.kit.frame.contents import indicator_address
from pages.kit.month.due_urgency import late_and_ahead
from pages.kit.rows.count_table import CountRow, draw_count_table
from pages.words import wording
from pages.words.due_soon import NO_FORECAST, reading


def draw_measures(chosen: Choices, rows: dict[str, list[Due]], urgent: Sequence[str], within: int, team: str) -> None:
    """Draw a row for each measure: what is late, the longest of it, what falls due; what it reads now and later."""
    if not urgent:
        return
    ends = [months_before(chosen.month, -number) for number in range(1, MONTHS_ON + 1)]
    today = readings_of_today(chosen, tuple(urgent))
    lines = []
    for name in urgent:
        late, ahead = late_and_ahead(rows[name], chosen.month, within)
        longest = max(((chosen.month - due.due_on).days for due in late), default=0)
        later = later_kept(chosen.reader, chosen.authority, chosen.month, chosen.revision, name)
        cases = {
            figure.month: figure
            for figure in while_doing_nothing_is_a_case(today[name][""], later)
            if figure.group == team
        }
        counts = (
            wording.number(len(late)),
            wording.counted(longest, "days") if late else wording.NONE,
            wording.number(len(ahead)),
        )
        readings = (reading(today[name].get(team)), *(reading(cases.get(end)) for end in ends))
        lines.append(
            CountRow(indicator_called(name).title, (*counts, *readings), address=indicator_address(name, chosen))
        )
    headings = ("Measure", "Late", "Longest late by", f"Due in {within} days", "Reads now", *map(wording.day, ends))
    draw_count_table("By measure, most late first; what each will read on a day if nothing is done", headings, lines)
    st.caption(NO_FORECAST)


def readings_of_today(chosen: Choices, indicators: tuple[str, ...]) -> dict[str, dict[str, Figure]]:
    """Return each indicator's figure, under no name, and those of its teams."""
    whole = figures_kept(chosen.reader, chosen.authority, (chosen.month,), chosen.revision, indicators)
    teams = groups_kept(chosen.reader, chosen.authority, chosen.month, chosen.revision, indicators, "team")
    readings: dict[str, dict[str, Figure]] = {}
    for figure in (*whole, *teams):
        readings.setdefault(figure.indicator, {})[figure.group] = figure
    return readings
