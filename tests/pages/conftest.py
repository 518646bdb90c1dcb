"""The app as Streamlit runs it, on invented data, on an empty store, or on a store of a few invented plans."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest, local_script_runner

from data.access import LOCAL_USER as LOCAL
from data.store.store import Store
from pages.gate import gatehouse
from pages.gate.way_in import Way
from pages.kit.benchmarking.as_published import latest_years
from pages.kit.frame.cache import figures_shelf, loads_kept
from pages.kit.frame.contents import HOME, scripts
from pages.kit.upload.keeper import keeper
from tests.examples import example_rows
from tests.store_filling import publish_rows

ROOT = Path(__file__).parents[2]
BOROUGH = "X09000001"
HOLDER = ""
"""Whose files are that are handed in where nobody comes from a browser."""
ROW = re.compile(r'<tr role="row" class="measure-row .*?</tr>', re.DOTALL)
CELL = re.compile(r'<t[dh] [^>]*class="measure-row-(\w+)"[^>]*>(.*?)</t[dh]>', re.DOTALL)
NAMED = re.compile(r'class="measure-name"[^>]*>(.*?)</a>', re.DOTALL)
FIGURE = re.compile(r'class="measure-row-figure"><b>(.*?)</b>', re.DOTALL)


_looked_for = local_script_runner.require_widgets_deltas


def _slept_through(runner: local_script_runner.LocalScriptRunner, timeout: float = 3) -> None:
    """Sleep until the run of a page has ended: Streamlit looks a thousand times a second, a tenth of the run's cost."""
    assert runner._script_thread is not None
    runner._script_thread.join(timeout)
    if runner._script_thread.is_alive():
        _looked_for(runner, 0)  # ends the run and says that it took too long


local_script_runner.require_widgets_deltas = _slept_through


def publish_plans(store: Store, month: date, how_many: int, authority: str = BOROUGH, reader=LOCAL) -> list[int]:
    """Publish invented child protection plans, the first of them more than two years old."""
    stated = [{"start_date": "2024-01-01" if number == 0 else "2026-05-01"} for number in range(how_many)]
    rows = example_rows("child_protection_plans", stated, month_end=month)
    return publish_rows(store, {"child_protection_plans": rows}, month, authority, reader)


@cache
def installed_components() -> BidiComponentManager:
    """Look through all that is installed once for all tests of a process, as a server does once when it starts."""
    found = BidiComponentManager()
    found.discover_and_register_components(start_file_watching=False)
    return found


def open_app(page: str | None = None, **address: str) -> AppTest:
    """Run the app on the page of that script, as for a reader who comes by a link."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app._bidi_component_manager = installed_components()
    for name, value in address.items():
        app.query_params[name] = value
    if page not in (None, HOME):
        app.switch_page(str(scripts()[page].relative_to(ROOT)))
    app.run()
    assert not app.exception, app.exception
    return app


def open_folds(app: AppTest) -> AppTest:
    """Open whatever the page has folded away, and see that it draws; what is folded away in that stays so."""
    for fold in app.expander:
        if fold.proto.id:
            app.session_state[fold.proto.id.split("-", 2)[2]] = True
    app.run()
    assert not app.exception, app.exception
    return app


def measure_rows(app: AppTest) -> list[dict[str, str]]:
    """Return the rows of the overview in their order: the words of each cell by the last part of its class."""
    rows = [row for element in app.get("html") for row in ROW.findall(element.proto.body)]
    return [{name: words_of(cell) for name, cell in CELL.findall(row)} for row in rows]


def headline_figures(app: AppTest) -> dict[str, str]:
    """Return the figures in the rows of the overview, by their titles, in their order."""
    rows = [row for element in app.get("html") for row in ROW.findall(element.proto.body)]
    return {words_of(NAMED.findall(row)[0]): words_of(FIGURE.findall(row)[0]) for row in rows}


def board(app: AppTest) -> str:
    """Return what the rows, cards and facts of ours on a page are drawn by."""
    return "\n".join(block.proto.body for block in app.get("html"))


def said(app: AppTest) -> str:
    """Return everything the page says, in one text; what is drawn by a template of ours without its tags."""
    kinds = (app.title, app.header, app.subheader, app.markdown, app.caption, app.info, app.warning, app.error)
    kinds += (app.success,)
    texts = [str(element.value) for kind in kinds for element in kind]
    texts += [words_of(element.proto.body) for element in app.get("html")]
    return "\n".join(texts).replace("\\", "")


def tables_of_ours(app: AppTest) -> list[list[dict[str, str]]]:
    """Return the rows of each table that the page draws by a template, in words by their headings."""
    bodies = [ElementTree.fromstring(f"<div>{element.proto.body}</div>") for element in app.get("html")]
    return [_rows(table) for body in bodies for table in body.iter("table")]


def _rows(table: ElementTree.Element) -> list[dict[str, str]]:
    """Return the rows of a table."""
    headings = ["".join(cell.itertext()) for cell in table.findall("./thead/tr/th")]
    rows = [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in table.findall("./tbody/tr")]
    return [dict(zip(headings, row, strict=True)) for row in rows]


def words_of(markup: str) -> str:
    """Return what a piece of HTML says, a space for each of its tags."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", markup)).split())


@contextmanager
def shown(store: Store) -> Iterator[Store]:
    """Run the app on a store of the tests: one process holds one store. What pages keep of it is forgotten after."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SLAC_STORE", store.where)
        patch.delenv("SLAC_AUTHORITY", raising=False)
        patch.setattr("pages.kit.frame.session._open", lambda chosen: store)
        patch.setattr(gatehouse, "way_in", lambda chosen: Way.OPEN)  # nobody comes from a browser
        forget()
        yield store
        forget()


def forget() -> None:
    """Forget what pages keep."""
    st.cache_data.clear()
    for shared in (figures_shelf, loads_kept, latest_years, keeper):
        shared.clear()  # type: ignore[attr-defined]


@pytest.fixture
def invented(monkeypatch):
    """Run on the invented borough in memory; what pages keep of it is as good for the next test."""
    monkeypatch.delenv("SLAC_STORE", raising=False)
    monkeypatch.delenv("SLAC_AUTHORITY", raising=False)


@pytest.fixture
def shown_store(tmp_path):
    """Run on a store file of this test's own, and give it to the test."""
    with closing(Store.create(tmp_path / "test.duckdb")) as store, shown(store):
        yield store
