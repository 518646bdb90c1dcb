"""What lies behind a figure: every row with the reason why it is counted or not, and every row that is left out."""

import pandas
import streamlit as st

from data.access import Act
from data.extracts import all_extracts
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.engine.declaration import Indicator
from indicators.figures.figure import AGGREGATES, Figure
from pages.kit.frame import contents
from pages.kit.frame.address import choice
from pages.kit.frame.cache import figures_kept, if_known_kept
from pages.kit.frame.choices import Choices
from pages.kit.frame.reads_noted import note_list
from pages.kit.indicator.figures_download import take_away
from pages.kit.month.lists_kept import left_out_kept, not_held_kept, rows_kept
from pages.kit.parts.download import offer
from pages.kit.parts.table import draw_table
from pages.words import wording
from pages.words.completeness import how_complete

COUNTED, NOT_COUNTED, NOT_YET_DUE, LEFT_OUT = "Counted", "Out of, not counted", "Not yet due", "Left out"
LONGEST = 100
"""Rows of a list that are shown; the file holds all."""
LOOK_UP = "To see everything that one child counts in, take the identifier there."


def what_lies_behind(chosen: Choices) -> None:
    """Draw the choice of a figure, what it says, and the list of who is behind it and who is not."""
    indicator = choose(chosen)
    (figure,) = figures_kept(chosen.reader, chosen.authority, (chosen.month,), chosen.revision, (indicator.id,))
    st.markdown(f"**{wording.plain(reads(indicator, figure))}**")
    sees_all = chosen.reader.may(Act.ROWS)
    if (figure.numerator is None and sees_all) or figure.counted_from == AGGREGATES:
        return
    rows = with_states(rows_kept(chosen.reader, chosen.authority, chosen.month, chosen.revision, indicator.id))
    if sees_all:
        bounds = if_known_kept(chosen.reader, chosen.authority, chosen.month, chosen.revision, indicator.id)
        st.caption(how_complete(figure, bounds))
    lists = {name: rows.loc[rows["state"] == name] for name in (COUNTED, NOT_COUNTED, NOT_YET_DUE)}
    if sees_all:
        with st.spinner("Looking for who is left out…"):
            lists[LEFT_OUT] = left_out_kept(
                chosen.reader, chosen.authority, chosen.month, chosen.revision, indicator.id
            )
    name = st.segmented_control(
        "Show", list(lists), format_func=lambda name: f"{name} ({len(lists[name])})", default=COUNTED, required=True
    )
    st.markdown(why(indicator, name))
    shown = lists[name]
    note_list("behind", len(shown), indicator.id)
    draw_table([row(record, name) for record in shown.head(LONGEST).to_dict("records")], f"{indicator.title}: {name}")
    if len(shown) > LONGEST:
        st.caption(f"The first {LONGEST} of {wording.number(len(shown))}. The file has them all.")
    offer(
        f"{indicator.id}_{chosen.month:%Y-%m}_{name.split(',')[0].lower().replace(' ', '_')}", lambda: shown, "the list"
    )
    unmatched(chosen, indicator)
    take_away(chosen, indicator.id, [indicator.id])


def choose(chosen: Choices) -> Indicator:
    """Draw the choice of a figure; the address carries its title."""
    seen = {
        indicator.id: indicator
        for indicator in all_indicators().values()
        if chosen.reader.teams_with(Act.LISTS, indicator.service)
    }
    name = choice(st.selectbox, "Figure", seen, "figure", lambda name: seen[name].title)
    return indicator_called(name)


def reads(indicator: Indicator, figure: Figure) -> str:
    """Say what a figure reads and what it is made of, or why there is none."""
    if figure.value is None:
        return figure.reason
    made_of = wording.counts(indicator, figure)
    sentence = f"{wording.value(figure.unit, figure.value)} in {wording.month(figure.month)}"
    note = "; given already counted, so there is no list behind it" if figure.counted_from == AGGREGATES else ""
    return sentence + (f": {made_of}" if made_of else "") + note + "."


def with_states(rows: pandas.DataFrame) -> pandas.DataFrame:
    """Say of each row behind a figure in which of its numbers it stands."""
    halves = zip(rows["numerator"], rows["denominator"], strict=True)
    return rows.assign(state=[state_of(above, below) for above, below in halves])


def state_of(numerator: float, denominator: float) -> str:
    """Say in which of a figure's numbers a row stands."""
    if not denominator:
        return NOT_YET_DUE
    return COUNTED if numerator else NOT_COUNTED


def why(indicator: Indicator, name: str) -> str:
    """Say why those of a list stand where they stand, in the words of the declaration."""
    argument = indicator.argument
    sentences = {
        COUNTED: f"In both numbers: {argument.numerator}.",
        NOT_COUNTED: f"In what the figure is out of, and not among those counted: {argument.denominator}.",
        NOT_YET_DUE: "In neither number: the time limit has not run out.",
        LEFT_OUT: "Rows of the extracts that the figure is made of and that nobody behind it came from.",
    }
    return wording.plain(sentences[name] if argument.denominator or name != COUNTED else f"{argument.numerator}.")


def row(record: dict, name: str) -> dict[str, str]:
    """Return one line of a list as words."""
    child, team = (_text(record[column]) for column in ("child_id", "team"))
    if name == LEFT_OUT:
        cells = {"Extract": all_extracts()[record["extract"]].title, "Record": wording.plain(str(record["record"]))}
        return cells | {"Child": child, "Team": team, "Why": wording.plain(record["reason"])}
    due = record["due_on"]
    return {
        "Record": wording.plain(record["subject"]),
        "Child": child,
        "Team": team,
        "Numbers": f"{wording.plainest(record['numerator'])} of {wording.plainest(record['denominator'])}",
        "Due on": wording.NONE if pandas.isna(due) else wording.day(due),
    }


def unmatched(chosen: Choices, indicator: Indicator) -> None:
    """Say which children are counted and not held in the children extract, and where one child is looked up."""
    missing = (
        not_held_kept(chosen.reader, chosen.authority, chosen.month, chosen.revision, indicator.id)
        if chosen.reader.may(Act.ROWS)
        else []
    )
    if missing:
        names = ", ".join(wording.plain(subject) for subject in missing[:LONGEST])
        st.warning(f"Counted, and not in the children extract, so of no known age, sex or ethnicity: {names}.")
    contents.link("child", LOOK_UP)


def _text(value: object) -> str:
    """Write a text, or a dash where there is none."""
    return wording.plain(value) if isinstance(value, str) else wording.NONE
