"""On whatever list is drawn: pseudonyms, a question why identifiers are needed, and identifiers once it is answered."""

from contextlib import closing

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from data.identities.identifier_table import identifier_table
from data.store.keys import make_key
from data.store.store import Store
from tests.store_filling import BRENT

CANARY = "CANARYCHILD7"


def drawn():
    import os

    from pages.kit.parts.table import draw_table

    draw_table([{"Child": os.environ["DRAWN"], "Team": "Team A"}], "Who it is")


@pytest.fixture
def child(tmp_path, monkeypatch):
    path = tmp_path / "house.duckdb"
    monkeypatch.setenv("SLAC_STORE", str(path))
    monkeypatch.setenv("SLAC_IDENTIFIERS", str(tmp_path / "identifiers.duckdb"))
    monkeypatch.setenv("SLAC_IDENTIFIERS_KEY", str(make_key(tmp_path / "identifiers.key")))
    with closing(Store.create(path)) as store:
        pseudonym = store.pseudonyms.of_person(BRENT, "child", CANARY)
    table = identifier_table()
    assert table is not None
    table.make()
    table.enter([(BRENT, "child", pseudonym, CANARY)])
    monkeypatch.setenv("DRAWN", pseudonym)
    yield pseudonym
    st.cache_resource.clear()


def seen(app):
    return app.table[0].value["Child"].iloc[0]


def test_a_list_asks_why_once_and_then_shows_identifiers(child):
    app = AppTest.from_function(drawn, default_timeout=30).run()
    assert not app.exception and seen(app) == child
    (question,) = app.text_input
    assert question.label == "Why do you need the identifiers of the case system?"
    question.set_value("  to ring the worker ").run()
    assert not app.exception and seen(app) == CANARY and not app.text_input
    app.run()
    assert seen(app) == CANARY
    another = AppTest.from_function(drawn, default_timeout=30).run()
    assert seen(another) == child, "a reason holds for its own session"


def test_without_the_table_a_line_says_so(child, monkeypatch):
    monkeypatch.delenv("SLAC_IDENTIFIERS")
    monkeypatch.delenv("SLAC_IDENTIFIERS_KEY")
    app = AppTest.from_function(drawn, default_timeout=30).run()
    assert seen(app) == child and not app.text_input
    assert "no table of identifiers is named" in app.caption[0].value
