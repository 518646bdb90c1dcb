"""Targets on a page: those in force with how they fare, and the form that sets one or ends it."""

from collections.abc import Callable

import streamlit as st

from data.access import Act
from data.annotations.targets import LOCAL_TARGET, NATIONAL, Target
from data.errors import Mendable
from data.months import month_end
from indicators.engine.catalogue import all_indicators
from indicators.engine.declaration import Indicator
from indicators.variation.targets import Aim, end_target, set_target
from pages.kit.frame.cache import targets_kept
from pages.kit.frame.choices import Choices
from pages.kit.frame.series import series_of
from pages.kit.frame.session import current_store
from pages.kit.parts.download import offer_table
from pages.kit.parts.fold import folded, folded_table
from pages.kit.parts.table import draw_table
from pages.words import wording
from pages.words.series import Series
from pages.words.target_judgement import asked_for, in_short, whether_it_will, will_it_meet

SCOPES = {LOCAL_TARGET: "Local: our own", NATIONAL: "National"}
SET, END = "Set a target", "End a target"
ASKED = {"high": "At least", "low": "At most"}


def targets_in_force(chosen: Choices) -> None:
    """Draw a table of the targets of the month with how they fare, and every entry behind a click."""
    st.header("Targets", anchor="targets")
    all_targets = targets_kept(chosen.reader, chosen.authority, chosen.revision)
    names = [name for name in dict.fromkeys(target.indicator for target in all_targets) if name in all_indicators()]
    aimed = [(series, series.target) for series in series_of(chosen, names) if series.target is not None]
    if not aimed:
        st.markdown(f"No target is set for {wording.month(chosen.month)}. Set one below.")
        return
    named = f"Targets in force in {wording.month(chosen.month)}"
    draw_table([_in_short(*pair) for pair in aimed], named)

    def in_full() -> None:
        draw_table([_row(*pair, will_it_meet) for pair in aimed], named)
        offer_table(f"targets_{chosen.month:%Y-%m}", [_row(*pair, whether_it_will) for pair in aimed])

    folded("Why, and whose target it is", "targets_in_full", in_full)
    entries = [_entry(target) for target in reversed(all_targets) if target.indicator in names]
    folded_table("every entry, newest first", "target_entries", lambda: entries, "Every entry of a target")


def keep_one(chosen: Choices) -> None:
    """Draw the form that sets a target of a figure from a month on, or ends it, for whoever may set one."""
    if not chosen.reader.may(Act.ANNOTATE):
        return
    with st.expander("Set or end a target"):
        aimable = {
            indicator.id: indicator for indicator in all_indicators().values() if indicator.argument.good != "none"
        }
        name = st.selectbox("Figure", list(aimable), None, lambda name: aimable[name].title, key="target_figure")
        if name is not None:
            _form(chosen, aimable[name])


def _form(chosen: Choices, indicator: Indicator) -> None:
    """Draw what is asked about a target."""
    good = indicator.argument.good
    with st.form("target", border=False):
        action = st.radio("What to do", (SET, END), horizontal=True, key="target_what")
        ending = wording.ENDINGS.get(indicator.unit, "").strip()
        unit = f" ({ending})" if ending else ""
        left, right = st.columns(2)
        value = left.number_input(f"{ASKED.get(good, 'From')}{unit}", 0.0, value=None, key="target_value")
        to = right.number_input(f"To{unit}", 0.0, value=None, key="target_to") if good == "range" else None
        room = left.number_input(f"Tolerance{unit}; blank where there is none", 0.0, value=None, key="target_tolerance")
        first = left.text_input("From which month, such as 2026-04", key="target_first")
        until = right.text_input("Until which month; blank until it is ended", key="target_until")
        scope = left.selectbox("Whose target it is", list(SCOPES), format_func=SCOPES.__getitem__, key="target_scope")
        by = right.text_input("Who set it, such as Corporate parenting board", key="target_by")
        source = st.text_input("Where that is written, such as Corporate plan 2026 to 2028, page 9", key="target_at")
        if not st.form_submit_button("Keep", type="primary"):
            return
    try:
        if action == SET and value is None:
            raise Mendable("Give the number that the figure is to reach.")
        last = month_end(until.strip()) if until.strip() else None
        aim = Aim(month_end(first.strip()), last, scope, by, source, room if action == SET else None)
        arguments = (current_store(), chosen.reader, chosen.authority, indicator, aim)
        _, new = set_target(*arguments, value or 0.0, to) if action == SET else end_target(*arguments)
    except Mendable as why:
        st.error(wording.plain(str(why)))
        return
    st.toast("Kept." if new else "It was held already; nothing changed.", icon=":material/check:")
    st.rerun()


def _in_short(series: Series, target: Target, answer: Callable[[Series], str] = in_short) -> dict[str, str]:
    """Write a target in force as a row of a few words; `answer` says whether it will be met."""
    figure = series.now
    return {
        "Figure": wording.plain(series.indicator.title),
        "Target": wording.unbroken(asked_for(target, figure.unit)),
        wording.month(figure.month): wording.figure_shown(figure),
        "Will it be met?": answer(series),
    }


def _row(series: Series, target: Target, answer: Callable[[Series], str]) -> dict[str, str]:
    """Write a target in force as a row of words."""
    return _in_short(series, target, answer) | {"Whose": _whose(target)}


def _whose(target: Target) -> str:
    """Say whose target it is and where it is written."""
    return wording.plain(f"{SCOPES[target.scope].split(':')[0]}, {target.set_by}: {target.source}")


def _entry(target: Target) -> dict[str, str]:
    """Write an entry as a row of words."""
    indicator = all_indicators()[target.indicator]
    until = f" to {wording.month(target.last)}" if target.last else " on"
    when = wording.moment(target.kept_at) if target.kept_at else wording.NONE
    return {
        "Figure": wording.plain(indicator.title),
        "Target": asked_for(target, indicator.unit) if target.is_one else "None any more",
        "From": f"{wording.month(target.first)}{until}",
        "Whose": _whose(target),
        "Kept": wording.plain(f"{when} by {target.kept_by}"),
    }
