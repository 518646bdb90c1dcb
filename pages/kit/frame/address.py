"""What the address asks for: choices that a link carries, and what is said where it names what is not there."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from pages.words import wording

IN_VAIN, ON_PAGE, WRITTEN = "asked_in_vain", "asked_on_page", "written_in_address"
MISSING = "missing_page"
"""What the server adds to the address of the overview, where a link asks for a page that is not there."""
LONGEST = 60
"""So many letters of what a link asks for are repeated."""


@dataclass(frozen=True)
class InVain:
    """Hold what a link asked for and is not there, and what has been shown instead since."""

    text: str
    instead: str = ""


def arrive(page: str) -> None:
    """Forget, on another page, what a link to the last one asked for."""
    if st.session_state.get(ON_PAGE) != page:
        st.session_state[ON_PAGE], st.session_state[IN_VAIN] = page, {}
    if name := not_among(st.query_params.get_all(MISSING), ()):
        st.session_state[IN_VAIN] = {"page": InVain(name)}
        del st.query_params[MISSING]
    say_in_vain("page", "Page", page)


def code_in_address(key: str, names: dict[str, str]) -> None:
    """Take up the code, or else the words, that an address gives for a choice; say later what is none of the options.

    What the session wrote there itself is no question: a reader may have chosen otherwise since.
    """
    texts = st.query_params.get_all(key)
    if texts and texts != st.session_state.get(WRITTEN, {}).get(key):
        codes = {**{name: code for code, name in names.items()}, **{code: code for code in names}}
        if texts[0] in codes:
            st.session_state[key] = codes[texts[0]]
        elif unknown := not_among(texts, ()):
            st.session_state.setdefault(IN_VAIN, {})[key] = InVain(unknown)
    if st.session_state.get(key) not in names:
        st.session_state.pop(key, None)


def write_code(key: str, code: str) -> None:
    """Write what is shown into the address, the default as well, so that a link to it does not drift."""
    st.session_state.setdefault(WRITTEN, {})[key] = [code]
    if st.query_params.get_all(key) != [code]:
        st.query_params[key] = code


def choice(draw: Callable, label: str, options: Iterable, key: str, format_func: Callable = str, **look: Any) -> Any:
    """Draw a choice that the address carries in words, by one of Streamlit's widgets; return what is chosen.

    Where a link names what is none of the options, it is said below what it asked for and what is shown instead.
    """
    names = {option: format_func(option) for option in options}
    read_address(key, names)
    chosen = draw(label, list(names), format_func=names.__getitem__, key=key, bind="query-params", **look)
    several = chosen if isinstance(chosen, list) else [chosen]
    say_in_vain(key, label, wording.listed([names[option] for option in several]))
    return chosen


def read_address(key: str, names: dict[Any, str]) -> None:
    """Look at what a link asks of a choice, before Streamlit does, which drops without a word what it does not know.

    A link written by hand may give the option itself, such as month=2026-10: the widget knows only the words.
    """
    texts = st.query_params.get_all(key)
    if key not in st.session_state and any(text in names and text not in names.values() for text in texts):
        st.query_params[key] = [names.get(text, text) for text in texts]
        st.rerun()
    if unknown := not_among(texts, names.values()):
        st.session_state.setdefault(IN_VAIN, {})[key] = InVain(unknown)


def read_entry(key: str, can_be: Callable[[str], bool]) -> None:
    """Look at what a link puts into a box or a switch, before Streamlit does, which drops what cannot be in it."""
    if unknown := not_among([text for text in st.query_params.get_all(key)[-1:] if not can_be(text)], ()):
        st.session_state.setdefault(IN_VAIN, {})[key] = InVain(unknown)


def switch(draw: Callable[..., bool], label: str, key: str) -> bool:
    """Draw a box to tick or a switch that the address carries as true or false; return whether it is on."""
    read_entry(key, lambda text: text.lower() in ("true", "false"))
    on = draw(label, key=key, bind="query-params")
    say_in_vain(key, label, "on" if on else "off", "which is neither true nor false")
    return on


def say_in_vain(key: str, label: str, shown: str, why: str = "which is not there") -> None:
    """Say what a link asked for in vain, for as long as what was shown instead has not been chosen otherwise."""
    in_vain = st.session_state.get(IN_VAIN, {}).get(key)
    if in_vain is None:
        return
    if in_vain.instead not in ("", shown):
        del st.session_state[IN_VAIN][key]
        return
    st.session_state[IN_VAIN][key] = replace(in_vain, instead=shown)
    say_instead(in_vain.text, f"({wording.within(label)}), {why}", shown or "none")


def say_instead(text: str, why: str, shown: str) -> None:
    """Say what a link asked for, why it is not shown, and what is."""
    st.warning(f"The link asks for “{wording.plain(text)}” {why}. Shown instead: {wording.plain(shown)}.")


def not_among(texts: Collection[str], names: Collection[str]) -> str:
    """Return what is asked for and is none of some names, cut to a length that can be read."""
    text = ", ".join(name for name in texts if name and name not in names)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
