"""All else of an indicator, one click away: its months, what changed, its limits, definition, comment and files."""

from collections.abc import Callable

import streamlit as st

from data.access import Act
from data.annotations.comments import Comment
from data.months import month_end_before
from indicators.change.comments import Commented
from pages.kit.frame.address import read_address, say_in_vain
from pages.kit.frame.choices import Choices
from pages.kit.indicator.comment_form import write
from pages.kit.indicator.definition import definition
from pages.kit.indicator.figures_download import offer_figures
from pages.kit.indicator.picture_away import take_trend_away
from pages.kit.indicator.since_last_month import since_last_month
from pages.kit.indicator.trend import explained, table, to_point_at
from pages.kit.parts.table import draw_table
from pages.words import wording
from pages.words.series import Series

SHOW = "show"
NEEDS = {"changed": Act.ROWS, "comment": Act.ANNOTATE}
"""What a reader must be allowed to be shown some of it."""


@st.fragment
def more(chosen: Choices, series: Series, stands: Commented | None) -> None:
    """Draw the choice of what else to show, which the address carries, and below it what is chosen."""
    indicator, reader = series.indicator, chosen.reader
    draws: dict[str, tuple[str, Callable[[], None]]] = {
        "months": ("Table by month", lambda: by_month(series)),
        "changed": (f"What changed since {month_end_before(chosen.month):%B}", lambda: changed(chosen, series)),
        "point": ("Point at months", lambda: to_point_at(series)),
        "line": ("Limits and events", lambda: about_the_line(series)),
        "definition": ("Definition and SQL", lambda: definition(indicator)),
        "comment": ("Comment", lambda: comment(chosen, series, stands)),
        "files": ("Take away", lambda: files(chosen, series)),
    }
    names = {key: name for key, (name, _) in draws.items() if key not in NEEDS or reader.may(NEEDS[key])}
    read_address(SHOW, names)
    shown = st.segmented_control(
        "More of it",
        list(names),
        format_func=names.__getitem__,
        key=SHOW,
        bind="query-params",
        width="content",
        label_visibility="collapsed",
    )
    say_in_vain(SHOW, "Show", names[shown] if shown else "nothing more")
    if shown:
        with st.container(border=True, key=f"more_{shown}"):
            draws[shown][1]()


def by_month(series: Series) -> None:
    """Draw the table of every month, the newest first."""
    draw_table(table(series), f"{series.indicator.title}, by month, newest first")


def changed(chosen: Choices, series: Series) -> None:
    """Draw what became of the figure since the month before, and who is behind it."""
    since_last_month(chosen, [series.indicator.id])


def about_the_line(series: Series) -> None:
    """Say what is counted, how the line is judged, whose its target is, and what happened."""
    for sentence in (f"{wording.plain(wording.told(series.indicator))}", *explained(series)):
        st.markdown(sentence)


def files(chosen: Choices, series: Series) -> None:
    """Offer the trend as a picture, and the figures, groups and definition as files."""
    name = series.indicator.id
    take_trend_away(chosen, series)
    offer_figures(chosen, name, [name], st.session_state.get("by", ""))


def comment(chosen: Choices, series: Series, stands: Commented | None) -> None:
    """Draw the box for a comment on the month chosen, and every version so far."""
    write(chosen, stands.comment if stands else Comment(chosen.authority, series.indicator.id, chosen.month, ""))
