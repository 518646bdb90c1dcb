"""A page says above what it shows that the store does not answer, and that it is what the store told before."""

from streamlit.testing.v1 import AppTest

from data.lake.told_before import AWAY
from data.store.store import Store


def drawn() -> None:
    from pages.kit.frame.session import say_if_silent

    say_if_silent()


def test_a_page_says_that_the_store_is_silent_and_nothing_where_it_answers(store, monkeypatch):
    monkeypatch.setattr("pages.kit.frame.session.current_store", lambda: store)
    assert not AppTest.from_function(drawn).run().warning
    monkeypatch.setattr(Store, "silent", AWAY)
    (said,) = AppTest.from_function(drawn).run().warning
    assert said.value == AWAY
