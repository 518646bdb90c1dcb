"""The table of contents: every script in the folders of pages/, under the title that its first line gives."""

import ast
from functools import cache
from pathlib import Path

import streamlit as st

PAGES = Path(__file__).parents[1]
HOME = "overview"
ORDER = (
    HOME,
    "front_door",
    "early_help",
    "child_in_need",
    "child_protection",
    "looked_after",
    "permanence",
    "leaving_care",
    "education",
    "health",
    "workforce",
    "quality",
    "participation",
    "never_events",
    "due_soon",
    "drift",
    "caseloads",
    "caseload_spread",
    "benchmarking",
    "differences",
    "behind",
    "child",
    "upload",
    "history",
    "definitions",
)
"""Known scripts in the order of reading; a new script needs no entry and comes after them."""
FOLDERS = ("services", "office")


@cache
def scripts() -> dict[str, Path]:
    """Gather the page scripts by name, in order of reading."""
    found = sorted((path.stem, path) for folder in FOLDERS for path in (PAGES / folder).glob("*.py"))
    return dict(sorted(found, key=lambda each: _place(each[0])))


@cache
def title_of(name: str) -> str:
    """Return the title of a page: the first line of its script's docstring."""
    written = ast.get_docstring(ast.parse(scripts()[name].read_text(encoding="utf-8")))
    return (written or name).splitlines()[0].rstrip(".")


def pages() -> list[st.Page]:
    """Return the pages for navigation; the overview opens first.

    They have no section headings: Streamlit 1.67 puts those into the list of links in a way that breaks it for screen
    readers.
    """
    return [st.Page(path, title=title_of(name), default=name == HOME) for name, path in scripts().items()]


def link(name: str, label: str | None = None, **address: str) -> None:
    """Draw a link to a page, by the name of its script; what is chosen goes with it, and what `address` adds."""
    st.page_link(
        scripts()[name],
        label=label or title_of(name),
        icon=":material/arrow_forward:",
        icon_position="right",
        query_params=address or None,
    )


def _place(name: str) -> int:
    """Return where a script stands in the order of reading."""
    return ORDER.index(name) if name in ORDER else len(ORDER)
