"""Identifiers in the place of pseudonyms, on whatever list is drawn: asked for once in a session, with a reason."""

from collections.abc import Mapping, Sequence

import streamlit as st

from data.access import Act, Reader
from data.errors import Mendable
from data.identities.leading_back import led_back, pseudonyms_in, why_not_led_back, with_identifiers
from indicators.engine.catalogue import services_of_indicators
from pages.kit.frame.session import current_store, reading

ASKED, SHOWN = "identifiers_asked_for", "identifiers_shown"
QUESTION = "Why do you need the identifiers of the case system?"


def with_names(rows: Sequence[dict[str, str]], where: str) -> Sequence[dict[str, str]]:
    """Return rows with identifiers, once it was said why they are needed; until then ask, beside the table `where`.

    The reason holds for one session and one reader; what may be seen is asked anew on every run.
    """
    texts = [text for row in rows for text in row.values() if pseudonyms_in(text)]
    reader = reading()
    if not texts or not reader.may_somewhere(Act.LISTS):
        return rows
    if reason := why_not_led_back(current_store()):
        st.caption(reason)
        return rows
    why = st.session_state.get(ASKED, {}).get(reader.who, "")
    if not why:
        _ask(reader, where)
        return rows
    try:
        identifiers = _shown(reader, texts, why)
    except Mendable as refusal:
        st.session_state[ASKED] = {}
        st.caption(str(refusal))
        _ask(reader, where)
        return rows
    return [{heading: with_identifiers(text, identifiers) for heading, text in row.items()} for row in rows]


def _shown(reader: Reader, texts: Sequence[str], why: str) -> Mapping[str, str]:
    """Return the identifiers behind texts; what was led back in this session is neither asked for nor noted again."""
    shown = st.session_state.setdefault(SHOWN, {}).setdefault(reader, {})  # in another role one is another reader
    new = {pseudonym for text in texts for pseudonym in pseudonyms_in(text)} - shown.keys()
    if new:
        shown |= {pseudonym: pseudonym for pseudonym in new}  # who stands in no list of theirs is not asked for again
        shown |= led_back(current_store(), reader, new, why, services_of_indicators())
    return shown


def _ask(reader: Reader, where: str) -> None:
    """Draw the question; an answer redraws the page with identifiers."""

    def answer() -> None:
        st.session_state[ASKED] = {reader.who: st.session_state[key].strip()}

    key = f"why_identifiers {where}"
    st.text_input(QUESTION, key=key, max_chars=200, on_change=answer, help="The audit log keeps it, with who asked.")
