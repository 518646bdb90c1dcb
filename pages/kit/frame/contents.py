"""The table of contents: every script in the folders of pages/, under the title that its first line gives."""

import ast
from datetime import date
from functools import cache
from pathlib import Path
from typing import Protocol
from urllib.parse import urlencode

import streamlit as st

from data.access import EVERY, Act, Reader
from data.errors import Mendable

PAGES = Path(__file__).parents[2]
HOME = "overview"
INDICATOR = "indicator"
"""The page of one indicator: its address names which, so that it stands in no menu and other pages lead to it."""
SERVICES, ACROSS, COMMITTEE, DATA = "Services", "Across services", "Committee", "Data"
SECTIONS = {
    "": (HOME,),
    SERVICES: (
        "front_door",
        "early_help",
        "child_in_need",
        "child_protection",
        "looked_after",
        "fostering",
        "permanence",
        "leaving_care",
        "education",
        "health",
        "workforce",
        "quality",
        "participation",
    ),
    ACROSS: (
        "alerts",
        "never_events",
        "due_soon",
        "targets_and_events",
        "drift",
        "caseloads",
        "caseload_spread",
        "benchmarking",
        "region",
        "published",
        "side_by_side",
        "differences",
        "behind",
        "child",
    ),
    COMMITTEE: ("report", "quarters", "quality_report", "action_plan", "inspection"),
    DATA: ("upload", "return_check", "history", "audit", "definitions"),
}
"""Known scripts in the order of reading; a new script needs no entry and comes last in the section of its folder."""
NEEDS: dict[str, tuple[Act, str]] = {
    "quality_report": (Act.ROWS, EVERY),
    "due_soon": (Act.LISTS, EVERY),
    "drift": (Act.ROWS, EVERY),
    "caseload_spread": (Act.TEAMS, "workforce"),
    "behind": (Act.LISTS, EVERY),
    "child": (Act.LISTS, EVERY),
    "inspection": (Act.ROWS, EVERY),
    "upload": (Act.PUBLISH, EVERY),
    "audit": (Act.GOVERN, EVERY),
}
"""What a reader must be allowed for a page, of some team of a service, or of any; of one not named, to see figures."""
FOLDERS = {"services": SERVICES, "office": ACROSS, "region": ACROSS, "committee": COMMITTEE}


class Shown(Protocol):
    """Name what an address says of what is chosen: the authority's code and the month's end."""

    @property
    def authority(self) -> str:
        """Return the code of the authority."""
        ...

    @property
    def month(self) -> date:
        """Return the end of the month."""
        ...


@cache
def scripts() -> dict[str, Path]:
    """Gather the page scripts by name, in order of reading."""
    paths = sorted((path.stem, path) for folder in FOLDERS for path in (PAGES / folder).glob("*.py"))
    return dict(sorted(paths, key=_place))


@cache
def title_of(name: str) -> str:
    """Return the title of a page: the first line of its script's docstring."""
    written = ast.get_docstring(ast.parse(scripts()[name].read_text(encoding="utf-8")))
    return (written or name).splitlines()[0].rstrip(".")


def may_open(name: str, reader: Reader | None) -> bool:
    """Tell whether a reader may open a page, by the name of its script; nobody may open any."""
    act, service = NEEDS.get(name, (Act.AGGREGATES, EVERY))
    if reader is None:
        return False
    return reader.may_somewhere(act) if service == EVERY else bool(reader.teams_with(act, service))


def must_open(title: str, reader: Reader) -> None:
    """Refuse a page, by its title, that its reader may not open, however they came to it.

    Raises:
        Mendable: naming the reader, what they may not, and whom to ask.
    """
    name = next(name for name in scripts() if title_of(name) == title)
    if not may_open(name, reader):
        act, _ = NEEDS.get(name, (Act.AGGREGATES, EVERY))
        raise Mendable(f"{title} is not for you: {reader.may_not(act)}")


def pages(reader: Reader | None = None) -> dict[str, list[st.Page]]:
    """Return the pages of each section for navigation, those in sight that a reader may open; the overview is first."""
    sections: dict[str, list[st.Page]] = {}
    for name, path in scripts().items():
        look = "visible" if name != INDICATOR and may_open(name, reader) else "hidden"
        page = st.Page(path, title=title_of(name), default=name == HOME, visibility=look)
        sections.setdefault(_section(name, path), []).append(page)
    return sections


def heading(page: str) -> str:
    """Return what stands above the page of a title: above that of one indicator, the name of the one asked for."""
    if page != title_of(INDICATOR):
        return page
    from indicators.engine.catalogue import all_indicators

    indicator = all_indicators().get(st.query_params.get("id", ""))
    return indicator.title if indicator else page


def indicator_address(indicator: str, chosen: Shown) -> str:
    """Return the address of the page of an indicator, by its id, for the month and the authority that are chosen."""
    query = urlencode({"id": indicator, "month": f"{chosen.month:%Y-%m}", "authority": chosen.authority})
    return page_address(INDICATOR, query)


def page_address(name: str, query: str = "") -> str:
    """Return the address of a page, by the name of its script, with what it is asked for as `of=a&area=b`."""
    base = st.get_option("server.baseUrlPath").strip("/")
    return f"{f'/{base}' if base else ''}/{'' if name == HOME else name}{f'?{query}' if query else ''}"


def link(name: str, label: str | None = None, **address: str) -> None:
    """Draw a link to a page, by the name of its script; what is chosen goes with it, and what `address` adds.

    There is none to a page that the reader may not open.
    """
    from pages.kit.frame import session  # brings the store and its libraries, for which the first paint does not wait

    if not may_open(name, session.reading()):
        return
    st.page_link(
        scripts()[name],
        label=label or title_of(name),
        icon=":material/arrow_forward:",
        icon_position="right",
        query_params={**chosen_in_address(), **address} or None,
    )


def chosen_in_address() -> dict[str, str]:
    """Return what the address says of month and authority, so that a link to another page shows the same ones."""
    return {name: st.query_params[name] for name in ("month", "authority") if name in st.query_params}


def _section(name: str, path: Path) -> str:
    """Return the section of a script: where it is named, or that of its folder."""
    return next((section for section, names in SECTIONS.items() if name in names), FOLDERS[path.parent.name])


def _place(script: tuple[str, Path]) -> tuple[int, int]:
    """Return where a script stands in the order of reading."""
    section = _section(*script)
    names = SECTIONS[section]
    return list(SECTIONS).index(section), names.index(script[0]) if script[0] in names else len(names)
