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
def test_what_is_called_nothing_is_said_to_be_so():
    app = open_app("definitions", word="[zebra](x)")
    assert not app.expander
    assert "Nothing is called “[zebra](x)”." in said(app)
