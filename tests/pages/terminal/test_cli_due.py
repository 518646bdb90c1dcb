"""The command line tells what falls due, and hands nothing on that may let a child be recognised."""

import json

import pandas

BY_TEAM = ("figures", "--indicator", "pathway_plans_in_place", "--by", "team")


def test_due_is_a_list_and_what_figures_will_read(run):
    status, out, _ = run("due", "--within", "60", "--team", "Leaving Care 2", "--json")
    told = json.loads(out)
    assert status == 0
    assert {each["team"] for each in told["due"]} == {"Leaving Care 2"}
    assert max(each["due_on"] for each in told["due"]) <= "2026-12-30" and any(each["late"] for each in told["due"])
    soon = next(each for each in told["if_nothing_is_done"] if each["indicator"] == "pathway_plans_in_place")
    assert (soon["month"], round(soon["value"], 1), soon["group"]) == ("2026-11", 81.7, "Leaving Care 2")


def test_due_forecasts_nothing_of_what_nobody_leaves_undone(run):
    _, out, _ = run("due", "--indicator", "cp_visits_in_timescale", "--json")
    told = json.loads(out)
    assert told["due"] and not told["if_nothing_is_done"]


def test_due_in_lines_ends_with_what_figures_will_read(run):
    status, out, _ = run("due", "--service", "leaving_care")
    assert status == 0 and out.startswith("indicator") and "If nothing is done:" in out


def test_what_is_handed_out_says_that_it_is_not_for_passing_on(run, tmp_path):
    words = ("figures", "--indicator", "unborn_children_on_a_plan", "--out")
    _, _, err = run(*words, tmp_path / "a.csv")
    assert "1 of them may let a child be recognised: not for passing on." in err
    _, _, err = run(*words, tmp_path / "b.csv", "--public")
    assert "recognised" not in err
    public = pandas.read_csv(tmp_path / "b.csv")
    assert public["value"].isna().all() and public.loc[0, "reason"].startswith("Confidential")


def test_a_child_is_found_in_its_figures(run):
    status, out, _ = run("child", " c04658", "--json")
    told = {each["indicator"]: each for each in json.loads(out)}
    assert status == 0
    assert (told["pathway_plans_in_place"]["numerator"], told["pathway_plans_in_place"]["due_on"]) == (0, "2023-02-28")


def test_the_actions_of_the_plan_say_what_became_of_their_figure(run):
    status, out, _ = run("action-plan", "--month", "2026-10", "--json")
    told = json.loads(out)
    assert status == 0
    (late,) = [each for each in told if each["overdue"]]
    assert late["recommendation"] == "8.1" and told[0] == late and late["figures"] == []
    figure = next(each for each in told if each["action"] == "AP0063")["figures"][0]
    assert (figure["indicator"], figure["course"]) == ("supervision_with_reflection", "on course")
    assert figure["then"]["month"] == "2025-11" and figure["now"]["month"] == "2026-10"
    status, out, _ = run("action-plan", "--partner", "Health")
    assert "Of 1 action that is not done, none is overdue." in out and "AP0063" not in out and "AP0077" in out


def test_a_month_that_was_not_published_is_no_month_without_anybody(run):
    for words in (("due",), ("changed",), ("action-plan",), ("alerts",), ("people", "children_on_a_plan")):
        status, out, err = run(*words, "--month", "2019-01")
        assert (status, out) == (2, ""), words
        assert "published for" in err


def test_a_folder_that_is_not_there_is_named(run, tmp_path):
    status, _, err = run("digest", "--out", tmp_path / "nowhere" / "digest.html")
    assert status == 2 and f"There is no folder {tmp_path / 'nowhere'}" in err
