"""Events on a page: what happened, the form that keeps it, and the way to take it back."""

from collections.abc import Sequence

import streamlit as st

from data.access import Act
from data.annotations.events import KINDS, LONGEST_TITLE, Event, take_back
from data.annotations.text_limits import LONGEST
from data.errors import Mendable
from data.ledger.clock import now
from data.months import months_before
from indicators.engine.catalogue import SERVICES, all_indicators, indicator_called
from indicators.figures.public_texts import objections
from indicators.variation.segments import anew_at, annotate, named_or_anew
from pages.kit.frame.cache import events_kept
from pages.kit.frame.choices import Choices
from pages.kit.frame.session import current_store
from pages.kit.parts.fold import folded_table
from pages.kit.parts.table import draw_table
from pages.words import wording
from pages.words.commentary import pointed_out
from pages.words.series_events import named


def what_happened(chosen: Choices) -> None:
    """Draw the events that stand, the newest first."""
    st.header("Events", anchor="events")
    all_events = events_kept(chosen.reader, chosen.authority, chosen.revision)
    if not all_events:
        st.markdown("Nothing is on record yet. Keep below what a reader of the figures must know.")
        return
    rows = [_row(event) for event in reversed(all_events)]
    draw_table([_in_short(event) for event in reversed(all_events)], "What happened, newest first")
    folded_table("each in full", "events_in_full", lambda: rows, "What happened, newest first, in full", "events")


def keep_one(chosen: Choices) -> None:
    """Draw the form that keeps an event, for whoever may keep one."""
    if not chosen.reader.may(Act.ANNOTATE):
        return
    with st.expander("Keep an event"), st.form("event", border=False):
        st.markdown("It is drawn on the charts of the figures it is about. **Name no child, no family and no worker.**")
        titles = {indicator.id: indicator.title for indicator in all_indicators().values()}
        left, right = st.columns(2)
        title = left.text_input("Title, such as Saturday clinics", max_chars=LONGEST_TITLE, key="event_title")
        day = right.date_input("Day", None, max_value=now().date(), format="DD/MM/YYYY", key="event_day")
        kind = left.selectbox("What kind", list(KINDS), format_func=KINDS.__getitem__, key="event_kind")
        author = right.text_input("Who says so, such as Head of safeguarding", max_chars=100, key="event_author")
        account = st.text_area("What happened, and why it matters to the figures", max_chars=LONGEST, key="event_told")
        about = st.multiselect(
            "Which figures or services it is about; none means all",
            [*SERVICES, *titles],
            format_func=lambda name: SERVICES.get(name) or titles[name],
            key="event_about",
        )
        anew = st.multiselect(
            "Whose average and limits begin anew there; only where what came before is no measure of what comes after",
            list(titles),
            format_func=titles.__getitem__,
            key="event_anew",
        )
        if not st.form_submit_button("Keep this event", type="primary"):
            return
    try:
        if day is None:
            raise Mendable("Give the day on which it happened.")
        event = Event(chosen.authority, day, kind, title, account, tuple(about), tuple(anew), author)
        _, new = annotate(current_store(), chosen.reader, event)
    except Mendable as why:
        st.error(wording.plain(str(why)))
        return
    about_figures = [indicator_called(name) for name in about if name not in SERVICES]
    places = objections(
        current_store(), chosen.reader, f"{title} {account}", chosen.authority, months_before(day, 0), about_figures
    )
    for sentence in pointed_out(places):
        st.toast(wording.plain(sentence), icon=":material/warning:", duration="infinite")
    st.toast("Kept." if new else "It was held already; nothing changed.", icon=":material/check:")
    st.rerun()


def take_one_back(chosen: Choices) -> None:
    """Draw the form that takes an event back; nothing where none stands."""
    by_number = {event.number: event for event in events_kept(chosen.reader, chosen.authority, chosen.revision)}
    if not by_number or not chosen.reader.may(Act.ANNOTATE):
        return
    with st.expander("Take an event back"), st.form("event_back", border=False, clear_on_submit=True):
        number = st.selectbox(
            "Which", list(by_number), None, lambda number: named(by_number[number]), key="event_back_which"
        )
        why = st.text_input("Why; kept for ever", max_chars=300, key="event_back_why")
        if not st.form_submit_button("Take this event back", type="primary"):
            return
    if number is None:
        st.error("Choose which.")
        return
    try:
        take_back(current_store(), chosen.reader, chosen.authority, number, why)
    except Mendable as wrong:
        st.error(wording.plain(str(wrong)))
        return
    st.toast("Taken back. It and the reason stay on record.", icon=":material/check:")
    st.rerun()


def _in_short(event: Event) -> dict[str, str]:
    """Write an event as a row of a few words."""
    about = named_or_anew(event)
    return {
        "Day": wording.unbroken(wording.day(event.day)),
        "What happened": wording.plain(event.title),
        "About": _titles(about[:1]) + (f" and {len(about) - 1} more" if len(about) > 1 else "") or "All figures",
        "Limits begin anew": "Yes" if anew_at(event) else "No",
    }


def _titles(names: Sequence[str]) -> str:
    """Write the titles of services and indicators in one cell."""
    titles = {**SERVICES, **{indicator.id: indicator.title for indicator in all_indicators().values()}}
    return wording.plain("; ".join(titles.get(name, name) for name in names))


def _row(event: Event) -> dict[str, str]:
    """Write an event as a row of words."""
    return {
        "Day": wording.unbroken(wording.day(event.day)),
        "What happened": f"**{wording.plain(event.title)}.** {wording.plain(event.told)}",
        "Kind": KINDS[event.kind],
        "About": _titles(named_or_anew(event)) or "All figures",
        "Limits begin anew": _titles(anew_at(event)) or "No",
        "Who says so": wording.plain(event.author),
    }
