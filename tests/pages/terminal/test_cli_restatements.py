"""The ledger of restatements on the command line."""

import json

from cli import main


def test_the_month_of_the_sample_that_was_published_again_is_told(capsys):
    assert main(["restatements", "--indicator", "children_on_a_plan", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["indicator"], told["month"]) == ("children_on_a_plan", "2025-06")
    assert (told["reported"]["value"], told["known_now"]["value"]) == (326, 345)
    assert [each["causes"] for each in told["steps"]] == [[{"what": "recorded late", "subjects": 19}]]
    assert told["steps"][0]["at"] == "2025-08-08T09:12:00Z"
    assert main(["restatements", "--indicator", "children_on_a_plan"]) == 0
    assert "reported 326 on 4 Jul 2025, 345 now: 19 children recorded late" in capsys.readouterr().out


def test_what_has_no_rows_of_its_own_goes_by_all_that_changed(capsys):
    assert main(["restatements", "--indicator", "cohorts_reached_by_consultation", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert told["steps"][0]["causes"] == [{"what": "recorded late", "subjects": 1}]


def test_a_month_that_was_not_restated_has_no_line(capsys):
    assert main(["restatements", "--indicator", "children_on_a_plan", "--month", "2026-10", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
