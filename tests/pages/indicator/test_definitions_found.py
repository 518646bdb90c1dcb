"""Definitions are found as one types: measures by name, words with their meaning, and what is called nothing."""

import pytest

from tests.pages.conftest import open_app, said

EVERY = 100


@pytest.mark.usefixtures("invented")
def test_definitions_are_those_that_a_filter_names():
    assert len(open_app("definitions").expander) > EVERY
    app = open_app("definitions", word="pathway plan")
    assert 2 <= len(app.expander) < 12
    assert all("pathway" in fold.label.lower() for fold in app.expander)
    assert "**Pathway plan**: the plan" in said(app)


@pytest.mark.usefixtures("invented")
def test_definitions_stand_in_the_groups_that_an_address_asks_for():
    def groups(**address: str) -> list[str]:
        *names, words = [part.value for part in open_app("definitions", word="absence", **address).header]
        return names if words == "Words" else [*names, words]

    assert groups() == ["Education"]
    (outcome,) = groups(by="National framework")
    assert outcome.startswith("Outcome 1: ")
    assert groups(by="ofsted") == ["Children who need help and protection", "Children in care"]


@pytest.mark.usefixtures("invented")
def test_what_is_called_nothing_is_said_to_be_so():
    app = open_app("definitions", word="[zebra](x)")
    assert not app.expander
    assert "Nothing is called “[zebra](x)”." in said(app)
