"""Definitions are found as one types: measures by name, words with their meaning, and what is called nothing."""

import re

import pytest

from tests.pages.conftest import open_app, said

EVERY = 100


@pytest.mark.usefixtures("invented")
def test_definitions_are_those_that_a_filter_names():
    assert len(open_app("definitions").expander) > EVERY
    app = open_app("definitions", word="pathway plan")
    dashboard, *folds = app.expander
    assert dashboard.label.startswith("DfE’s dashboard") and 2 <= len(folds) < 12
    assert all("pathway" in fold.label.lower() for fold in folds)
    assert "**Pathway plan**: the plan" in said(app)


@pytest.mark.usefixtures("invented")
def test_definitions_stand_in_the_groups_that_an_address_asks_for():
    def groups(**address: str) -> list[str]:
        *names, words = [part.value for part in open_app("definitions", word="absence", **address).header]
        return names if words == "Words" else [*names, words]

    assert groups() == ["Education"]
    (outcome,) = groups(by="By national framework")
    assert outcome.startswith("Outcome 1: ")
    assert groups(by="ofsted") == ["Children who need help and protection", "Children in care"]


@pytest.mark.usefixtures("invented")
def test_dfe_s_68_metrics_are_shown_with_ours_by_outcome():
    app = open_app("definitions", word="no such measure")
    assert re.fullmatch(r"DfE’s dashboard: [345]\d of its 68 metrics are measured here", app.expander[0].label)
    app.session_state["folded_dashboard_metrics"] = True
    (table,) = (part.proto.body for part in app.run().get("html") if "count-table" in part.proto.body)
    rows = re.findall(r'<th scope="(row|rowgroup)"', table)
    assert (rows.count("row"), rows.count("rowgroup")) == (68, 6)
    assert table.index("Outcome 1: ") < table.index("id=re_referrals") < table.index("Outcome 2: ")


@pytest.mark.usefixtures("invented")
def test_what_is_called_nothing_is_said_to_be_so():
    app = open_app("definitions", word="[zebra](x)")
    assert [fold.label[:15] for fold in app.expander] == ["DfE’s dashboard"]
    assert "Nothing is called “[zebra](x)”." in said(app)
