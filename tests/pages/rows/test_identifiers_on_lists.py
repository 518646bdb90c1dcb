"""On whatever list is drawn: pseudonyms, a question why identifiers are needed, and identifiers once it is answered."""

import pytest
from streamlit.testing.v1 import AppTest

from data.identities.identifier_table import identifier_table
from data.store.keys import make_key
from tests.store_filling import BRENT

CANARY = "CANARYCHILD7"


def drawn():
    import os

    from pages.kit.parts.table import draw_table

    draw_table([{"Child": os.environ["DRAWN"], "Team": "Team A"}], "Who it is")


@pytest.fixture
def child(shown_store, tmp_path, monkeypatch):
    """Give the pseudonym of a child on a list, whom a table leads back."""
    monkeypatch.setenv("SLAC_IDENTIFIERS", str(tmp_path / "identifiers.duckdb"))
    monkeypatch.setenv("SLAC_IDENTIFIERS_KEY", str(make_key(tmp_path / "identifiers.key")))
    pseudonym = shown_store.pseudonyms.of_person(BRENT, "child", CANARY)
    table = identifier_table()
    assert table is not None
    table.make()
    table.enter([(BRENT, "child", pseudonym, CANARY)])
    monkeypatch.setenv("DRAWN", pseudonym)
    return pseudonym


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
