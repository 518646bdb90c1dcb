"""The check of a return is the same on its page and on the command line, and bad words get a sentence."""

import json

import pytest

from tests.pages.conftest import open_app, open_folds, said


@pytest.mark.usefixtures("invented")
def test_page_and_command_line_say_the_same_of_the_return_of_the_month_chosen(run):
    app = open_app("return_check", month="2026-10", **{"return": "CIN census"})
    status, out, _ = run("return-check", "cin", "--year", "2026/27", "--json")
    told = json.loads(out)
    assert status == 0 and told["says"] in said(app)
    rules = app.table[0].value
    assert list(rules["DfE rule"]) == [rule["dfe_rule"] for rule in told["rules"]]
    assert list(rules["Standing since"]) == [rule["since"] for rule in told["rules"]]
    assert {row["dfe_rule"] for row in told["rows"]} == {rule["dfe_rule"] for rule in told["rules"]}
    assert {one["why"] for one in told["not_asked"]} >= {"no extract tells Child, UPN"}
    assert any("What is wrong, and what to do" in table.value for table in open_folds(app).table)


def test_bad_words_and_a_list_from_next_year_get_a_sentence(run, tmp_path):
    for words, why in (
        (("cin", "--year", "2031/32"), "is no year of the CIN census that is known here"),
        (("annex_a", "--year", "2026/27"), 'There is no return "annex_a"'),
        (("ssda903", "--year", "2021/22"), "Nothing of 2021/22 is published"),
    ):
        status, _, err = run("return-check", *words)
        assert status == 2 and why in err
    reviews = tmp_path / "reviews 2027-28.csv"
    reviews.write_text("CHILD,DOB,REVIEW,REVIEW_CODE\nA,01/02/2015,03/05/2027,PN1\n")
    episodes = tmp_path / "episodes.csv"
    episodes.write_text("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/05/2026,S,C2,U6,04/06/2026,X1\n")
    status, out, err = run("return-check", "ssda903", episodes, reviews, "--year", "2026/27", "--all")
    assert status == 0 and "this list is of 2027/28" in err and "Not asked:" in out
    assert "388" in out and "row 2 (A, 01/05/2026)" in out
