"""What stands on a page can be copied and downloaded: figures, lists and definitions."""

import io
import re

import pandas
import pytest

from data.table_export import copied, handed_out
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.figures.tidy_tables import definitions
from pages.words import wording
from tests.pages.conftest import board, open_app


@pytest.mark.usefixtures("invented")
def test_a_page_s_figures_are_copied_and_downloaded_with_what_they_mean():
    app = open_app("permanence")
    app.session_state["folded_away_permanence"] = True
    app.run()
    offered = [button.proto.label for button in app.get("download_button")]
    for what in ("the figures", "every month", "the definitions"):
        assert {f"Download {what} as csv", f"Download {what} as Excel"} <= set(offered)
    app.session_state["permanence_2026-10_figures_copy"] = True
    table = pandas.read_csv(io.StringIO(app.run().code[-1].value), sep="\t").iloc[:-1]  # the foot is the last line
    handed = [wording.value(row["unit"], row["value"]) for row in table.to_dict("records")]
    shown = re.findall(r'class="measure-value"><b>(.*?)</b>(.*?)<', board(app))
    assert sorted(handed) == sorted(f"{value}{ending}" for value, ending in shown)


def test_definitions_are_handed_out_whole():
    table = definitions(list(all_indicators().values()))
    back = pandas.read_csv(io.BytesIO(handed_out(table, "definitions.csv")))
    assert list(back["indicator"]) == list(all_indicators())
    named = back.set_index("indicator")
    sql = named.loc["children_on_a_plan", "sql"]
    assert sql == indicator_called("children_on_a_plan").sql_in_full and "create or replace macro on_a_plan(" in sql
    assert "Second or later" in named.loc["children_on_a_plan", "read_beside"]
    assert tuple(named.loc["children_on_a_plan", ["national", "ofsted"]]) == ("safe", "help_and_protection")
    assert named.loc["under_16s_in_unlawful_placements", "must_never_be"].startswith("A child under 16")


def test_what_is_copied_runs_nothing_in_a_spreadsheet():
    assert copied(pandas.DataFrame({"team": ["=1+1", "North"], "many": [-1, 2]})) == "team\tmany\n'=1+1\t-1\nNorth\t2\n"


def test_a_cell_is_handed_out_as_it_reads():
    assert wording.unformatted(f"**{wording.unbroken(wording.plain('A_b: *c* (d)'))}**") == "A_b: *c* (d)"
