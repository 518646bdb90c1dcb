"""The command line: what it prints, how it ends, and one line for whatever is wrong."""

import json
import shutil
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from data.access import LOCAL_USER as LOCAL
from data.extracts import all_extracts, uploaded_extracts
from data.ledger.stored_answers import kept_answer
from data.store.store import Store
from indicators.change.month_readings import CHANGED, TEAMS, WHOLE
from indicators.engine.catalogue import all_indicators
from pages.terminal.run import main
from tests.examples import as_csv, example_texts
from tests.store_filling import BRENT

WHOSE = (
    "figures",
    "restatements",
    "due",
    "alerts",
    "events",
    "comments",
    "targets",
    "exchange show children_on_a_plan",
    "exchange export --out ours.json",
    "effect 1",
)


@pytest.mark.parametrize("command", WHOSE)
def test_an_authority_of_which_nothing_stands_published_is_refused_and_never_answered_with_nothing(run, command):
    status, told, complaint = run(*command.split(), "--authority", "E09000099")
    assert (status, told) == (2, "")
    assert "Nothing stands published for E09000099. Published: X09000001." in complaint


@pytest.fixture
def store_path(tmp_path):
    path = tmp_path / "house.duckdb"
    Store.create(path).close()
    return path


def write_plans(folder: Path) -> Path:
    """Write a csv of two plans, one of them of two years."""
    stated = [
        {"child_id": "Femi", "start_date": "2024-10-01", "team": "North"},
        {"child_id": "Gwen", "start_date": "2026-10-05", "team": "South"},
    ]
    path = folder / "child_protection_plans_2026-10.csv"
    path.write_bytes(as_csv(example_texts(all_extracts()["child_protection_plans"], stated)))
    return path


def write_children(folder: Path) -> Path:
    rows = example_texts(all_extracts()["children"], [{"child_id": "Femi"}, {"child_id": "Gwen"}])
    path = folder / "children_2026-10.csv"
    path.write_bytes(as_csv(rows.fillna({"disability": "NONE", "unaccompanied": "N"})))
    return path


@pytest.fixture
def plans(tmp_path):
    return write_plans(tmp_path)


@pytest.fixture
def children(tmp_path):
    return write_children(tmp_path)


@pytest.fixture(scope="module")
def published_once(tmp_path_factory):
    """Publish the plans and the children, once for all tests that begin where they stand published."""
    folder = tmp_path_factory.mktemp("published")
    store_path = folder / "house.duckdb"
    Store.create(store_path).close()
    words = ("publish", write_plans(folder), write_children(folder), "--month", "2026-10", "--authority", BRENT)
    assert main([str(word) for word in (*words, "--store", store_path)]) == 0
    return store_path


@pytest.fixture
def published(published_once, tmp_path):
    """Give a store of one's own in which the plans and the children stand published."""
    return shutil.copy(published_once, tmp_path / "house.duckdb")


def figure(run, store_path, *words):
    status, out, _ = run("figures", "--store", store_path, "--json", *words)
    assert status == 0
    return json.loads(out)


def test_a_month_goes_in_and_a_figure_comes_out(run, published):
    (told,) = figure(run, published, "--indicator", "cp_plans_two_years_or_more")
    assert told == {
        "indicator": "cp_plans_two_years_or_more",
        "authority": BRENT,
        "month": "2026-10",
        "value": 50.0,
        "numerator": 1,
        "denominator": 2,
        "not_yet_due": 0,
        "unit": "percent",
        "load": 1,
    }


def read_already(store_path) -> list[bool]:
    """Say which readings of the month are kept."""
    with closing(Store.open_file(store_path)) as store:
        asked = (WHOLE, TEAMS, CHANGED)
        return [kept_answer(store, LOCAL, BRENT, date(2026, 10, 31), each) is not None for each in asked]


def test_what_calls_for_attention_is_worked_out_on_publishing(published):
    assert all(read_already(published))


def test_a_figure_that_is_none_says_why(run, published):
    (told,) = figure(run, published, "--indicator", "children_looked_after")
    assert told["value"] is None
    assert told["reason"] == "Not published for October 2026: Looked-after children."


def test_figures_by_team_and_by_sex(run, published):
    by_team = figure(run, published, "--indicator", "cp_plans_two_years_or_more", "--by", "team")
    assert [(each["by"], each["group"], each["value"]) for each in by_team] == [
        ("team", "North", 100.0),
        ("team", "South", 0.0),
    ]
    by_sex = figure(run, published, "--indicator", "children_on_a_plan", "--by", "sex")
    assert [(each["group"], each["numerator"]) for each in by_sex] == [("Male", 2)]


def test_figures_from_month_to_month(run, published):
    told = figure(run, published, "--indicator", "children_on_a_plan", "--from", "2026-08", "--to", "2026-10")
    assert [(each["month"], each["value"]) for each in told] == [("2026-08", None), ("2026-09", None), ("2026-10", 2)]


def test_figures_of_a_service(run, published):
    told = figure(run, published, "--service", "workforce")
    asked = {name for name, each in all_indicators().items() if each.service == "workforce"}
    assert {each["indicator"] for each in told} == asked >= {"average_caseload", "caseload_above_20"}


def test_figures_as_known_on_a_day_before(run, published):
    (told,) = figure(
        run, published, "--indicator", "children_on_a_plan", "--month", "2026-10", "--as-known-on", "2026-11-01"
    )
    assert told["value"] is None


def test_people_are_the_rows_behind(run, published):
    status, out, _ = run(
        "people", "cp_plans_two_years_or_more", "--month", "2026-10", "--team", "North", "--store", published, "--json"
    )
    assert status == 0
    (row,) = json.loads(out)
    with closing(Store.open_file(published)) as store:
        child = store.pseudonyms.of_person(BRENT, "child", "Femi")
    assert (row["child_id"], row["numerator"], row["denominator"], row["due_on"]) == (child, 1, 1, None)


def test_publishing_the_very_same_file_again_changes_nothing(run, published, plans, children):
    before = run("loads", "--store", published, "--json")[1]
    assert len(json.loads(before)) == 2
    for _ in range(2):
        words = ("publish", plans, children, "--month", "2026-10", "--authority", BRENT, "--store", published)
        status, _, err = run(*words)
        assert status == 0
        assert f"{plans.name}: Already published as October 2026, version 1. Nothing changed." in err
        assert run("loads", "--store", published, "--json")[1] == before


def test_a_nil_return_is_published_with_its_reason_and_counts_nought(run, published, plans):
    plans.write_text(plans.read_text().splitlines()[0] + "\n")
    words = ("publish", plans, "--month", "2026-10", "--authority", BRENT, "--store", published)
    assert run(*words)[0] == 1
    assert run(*words, "--nil-return", "no plans in this tiny borough")[0] == 0
    (told,) = figure(run, published, "--indicator", "children_on_a_plan")
    assert (told["value"], told["numerator"]) == (0, 0)
    newest = json.loads(run("loads", "--store", published, "--json")[1])[0]
    assert (newest["rows"], newest["reason"]) == (0, "no plans in this tiny borough")


def test_publishing_again_supersedes_and_withdrawing_brings_back(run, published, plans):
    plans.write_text(plans.read_text().replace("South", "West"))
    assert run("publish", plans, "--month", "2026-10", "--authority", BRENT, "--store", published)[0] == 0
    status, out, _ = run("loads", "--store", published, "--json")
    assert [(each["load"], each["state"], each["version"]) for each in json.loads(out)] == [
        (3, "current", 2),
        (2, "current", 1),
        (1, "superseded", 1),
    ]
    assert run("withdraw", 3, "--why", "the wrong file", "--store", published)[0] == 0
    assert all(read_already(published)), "what is read is worked out anew on withdrawing, too"
    status, out, _ = run("loads", "--store", published, "--json")
    first = json.loads(out)[0]
    assert (status, first["state"], first["why"]) == (0, "withdrawn", "the wrong file")
    status, out, _ = run("restore", 3, "--why", "it was right", "--store", published)
    assert (status, out) == (0, "Load 3 is restored and stands.\n")
    first = json.loads(run("loads", "--store", published, "--json")[1])[0]
    assert (first["state"], first["why"], first["withdrawn_at"]) == ("current", "it was right", None)
    assert [(each["what"], each["why"]) for each in first["turns"]] == [
        ("withdraw", "the wrong file"),
        ("restore", "it was right"),
    ]


def test_check_accounts_for_every_row_and_stores_nothing(run, store_path, plans, children):
    status, out, _ = run("check", plans, children, "--month", "2026-10", "--store", store_path, "--json")
    told = json.loads(out)
    assert status == 0
    assert (told["files"], told["rows"], told["accepted"], told["set_aside"], told["blank"]) == (2, 4, 4, 0, 0)
    assert json.loads(run("loads", "--store", store_path, "--json")[1]) == []


def test_check_prints_no_more_than_two_hundred_lines_unless_each_row_is_asked_for(run, store_path, tmp_path):
    file = tmp_path / "plans.csv"
    rows = [{"plan_id": f"P{number}", "category": f"X{number}"} for number in range(300)]
    file.write_bytes(as_csv(example_texts(all_extracts()["child_protection_plans"], rows)))
    words = ("check", file, "--month", "2026-10", "--store", store_path)
    findings = json.loads(run(*words, "--json")[1])["findings"]
    status, grouped, _ = run(*words)
    assert status == 1 and len(findings) > 300 and len(grouped.splitlines()) <= 200
    assert f"{len(findings):,} findings are grouped by the rule they are of; --all prints each of them." in grouped
    shown = [line for line in grouped.splitlines() if line.startswith("block: plans.csv: category, row")]
    assert len(shown) == 1 and shown[0].endswith("[299 more by the same rule, the next on row 3]"), grouped
    told = run(*words, "--all")[1]
    assert "--all" not in told
    assert all(finding["message"] in told for finding in findings)


def test_files_of_another_month_are_asked_about_first_and_in_one_sentence(run, store_path, tmp_path):
    days = [{"start_date": f"2026-09-{30 - number % 20:02}"} for number in range(40)]
    file = tmp_path / "plans.csv"
    file.write_bytes(as_csv(example_texts(all_extracts()["child_protection_plans"], days)))
    words = (file, "--authority", BRENT, "--store", store_path)
    says = "To put the month right, say --month 2026-09 in place of --month {}.\n"
    for month, status, many in (
        ("2026-08", 1, "more findings follow from the month"),
        ("2026-10", 0, "more findings follow from"),
    ):
        ended, out, err = run("check", *words, "--month", month)
        assert (ended, err) == (status, says.format(month)) and many in out
        assert "these are September 2026's files" in out.splitlines()[0] and "after the month end" not in out
    ended, _, err = run("publish", *words, "--month", "2026-10", "--dry-run")
    assert (ended, err) == (0, says.format("2026-10"))
    assert run("publish", *words, "--month", "2026-10")[0] == 1
    assert run("publish", *words, "--month", "2026-10", "--reason", "Nothing happened in October")[0] == 0
    assert run("check", *words, "--month", "2026-09")[2] == ""


def test_a_clock_set_back_is_told_where_something_is_published(run, published, tmp_path, monkeypatch):
    later = datetime.now(UTC).replace(tzinfo=None) - timedelta(days=2)
    monkeypatch.setattr("data.ledger.clock.now", lambda: later)
    more = write_plans(tmp_path)
    more.write_bytes(more.read_bytes().replace(b"NEG", b"EMO", 1))
    words = ("--month", "2026-10", "--authority", BRENT, "--store", published)
    status, _, err = run("publish", more, *words, "--reason", "mended")
    assert status == 0 and "The clock of this computer says" in err and "Set the clock right." in err
    loads = json.loads(run("loads", "--store", published, "--json")[1])
    assert [load["version"] for load in loads if load["state"] == "current" and "plans" in load["extract"]] == [2]
    assert "RED    clock: The clock of this computer says" in run("doctor", "--store", published)[1]


def test_errors_in_rows_refuse_the_publish(run, store_path, plans):
    plans.write_text(plans.read_text().replace("NEG", "NEGL", 1))
    status, out, _ = run("check", plans, "--month", "2026-10", "--json", "--store", store_path)
    told = json.loads(out)
    assert status == 1
    wrong = next(each for each in told["findings"] if each["severity"] == "block")
    assert (wrong["row"], wrong["file"]) == (2, plans.name)
    assert set(wrong) == {"file", "sheet", "row", "column", "rule", "dfe_rule", "severity", "message", "rows_affected"}
    assert told["rows"] == told["accepted"] + told["set_aside"] + told["blank"]
    status, _, _ = run("publish", plans, "--month", "2026-10", "--authority", BRENT, "--store", store_path)
    assert status == 1
    assert json.loads(run("loads", "--store", store_path, "--json")[1]) == []


def test_queries_need_a_reason_which_is_kept(run, store_path, plans):
    plans.write_text(plans.read_text().replace(",0,", ",9,", 1))
    words = ("publish", plans, "--month", "2026-10", "--authority", BRENT, "--store", store_path)
    status, out, err = run(*words)
    assert status == 1 and "query" in out and "--reason" in err
    assert run(*words, "--reason", "nine plans is right")[0] == 0
    assert json.loads(run("loads", "--store", store_path, "--json")[1])[0]["reason"] == "nine plans is right"
    status, out, _ = run("check", *words[1:])
    assert status == 0 and "Nothing changed" in out


def test_the_queries_of_each_rule_may_have_a_reason_of_their_own_which_goes_on(run, store_path, plans):
    text = plans.read_text().replace(",0,", ",9,", 1)
    plans.write_text(text)
    rule = "child_protection_plans.previous_plans.unusual"
    words = ("publish", plans, "--month", "2026-10", "--authority", BRENT, "--store", store_path)
    status, _, err = run(*words, "--reason", "child_protection_plans.team.personal=a name")
    assert status == 1 and f"--reason RULE=TEXT for {rule}" in err
    assert run(*words, "--reason", f"{rule}=nine = right")[0] == 0
    plans.write_text(text.replace("EMO", "NEG", 1) + "\n")
    status, out, _ = run("check", *words[1:])
    assert status == 0 and "by local: nine = right" in out


WRONG = [
    (["figures", "--indicator", "average_case_load"], "Did you mean average_caseload"),
    (["figures", "--month", "October"], '"October" is not a month. Write it as 2026-10.'),
    (["check", "README.md", "--month", "2099-01"], "has not begun"),
    (["figures", "--service", "youth_justice"], 'There is no service "youth_justice"'),
    (["figures", "--national", "outcome 2"], 'There is no outcome or enabler "outcome 2". Use one of together, safe,'),
    (["figures", "--ofsted", "fostering"], 'There is no area of Ofsted’s "fostering". Use one of help_and_protection'),
    (["figures", "--by", "shoe_size"], 'There is no breakdown by "shoe_size"'),
    (["figures", "--indicator", "average_caseload", "--by", "sex"], "counts social workers"),
    (["figures", "--from", "2026-10", "--to", "2026-08"], "lies after"),
    (["figures", "--as-known-on", "yesterday"], '"yesterday" is not a day'),
    (["figures", "--store", "/nowhere/house.duckdb"], "There is no store at /nowhere/house.duckdb"),
    (["figures", "--colour"], "No such option"),
    (["paint"], "No such command"),
    (["people", "average_caseload"], "Missing option '--month'"),
    (["publish", "x.csv", "--month", "2026-10"], "Say which store"),
    (["withdraw", "1", "--why", "x"], "Say which store"),
    (["restore", "1", "--why", "x"], "Say which store"),
    (["withdraw", "one", "--why", "x"], "valid integer"),
    (["check", "missing.csv", "--month", "2026-10"], "There is no file missing.csv"),
    (["template", "plans", "--out", "x.xlsx"], 'There is no extract "plans"'),
    (["init"], "Say where the store is to be"),
    (["invent", "--months", "99", "--out", "/tmp/never"], "99 months cannot be invented"),
]


@pytest.mark.parametrize(("words", "says"), WRONG, ids=[" ".join(words) for words, _ in WRONG])
def test_wrong_use_is_one_line_and_status_2(run, words, says):
    status, _, err = run(*words)
    complaint = [line for line in err.splitlines() if line.startswith("Error: ")]
    assert status == 2
    assert len(complaint) == 1 and says in complaint[0]
    assert "Traceback" not in err


def test_publishing_needs_an_authority(run, store_path, plans):
    status, _, err = run("publish", plans, "--month", "2026-10", "--store", store_path)
    assert status == 2 and "--authority" in err
    status, _, err = run("publish", plans, "--month", "2026-10", "--store", store_path, "--authority", "Brent")
    assert status == 2 and "ONS code" in err


def test_init_makes_an_encrypted_store_with_a_new_key(run, tmp_path, monkeypatch):
    store_path, key = tmp_path / "new.duckdb", tmp_path / "new.key"
    status, out, _ = run("init", "--store", store_path, "--new-key", key)
    assert status == 0 and "encrypted" in out
    assert key.stat().st_mode & 0o077 == 0
    assert run("loads", "--store", store_path)[0] == 2
    monkeypatch.setenv("SLAC_STORE_KEY", str(key))
    assert run("loads", "--store", store_path)[0] == 0
    assert run("init", "--store", store_path)[0] == 2


def test_init_without_a_key_says_so(run, tmp_path):
    status, out, _ = run("init", "--store", tmp_path / "plain.duckdb")
    assert status == 0 and "NOT encrypted" in out


def test_reading_without_a_store_says_that_the_figures_are_invented(run):
    status, out, err = run("figures", "--indicator", "children_on_a_plan", "--json")
    (told,) = json.loads(out)
    assert status == 0 and "invented" in err
    assert told["month"] == "2026-10" and 280 < told["value"] < 380


def test_a_template_is_written(run, tmp_path):
    for extract in uploaded_extracts():
        out = tmp_path / f"{extract}.xlsx"
        assert run("template", extract, "--out", out)[0] == 0
        assert out.read_bytes()[:2] == b"PK"


AGGREGATES = """period,team,indicator,numerator,denominator,breakdown,breakdown_value
2026-10,All,children_on_a_plan,329,,All,All
2026-10,All,cp_plans_two_years_or_more,12,300,All,All
2026-10,North,cp_plans_two_years_or_more,9,100,All,All
"""


@pytest.fixture
def aggregates(tmp_path):
    path = tmp_path / "aggregates_2026-10.csv"
    path.write_text(AGGREGATES)
    return path


def test_an_authority_with_aggregates_alone_has_figures_and_no_lists(run, store_path, aggregates):
    words = ("publish", aggregates, "--month", "2026-10", "--authority", BRENT, "--store", store_path, "--json")
    status, out, err = run(*words, "--reason", "no records can be given")
    assert status == 0, out + err
    (load,) = json.loads(out)
    assert load["whole_from"] is None
    share = ("--indicator", "cp_plans_two_years_or_more")
    (told,) = figure(run, store_path, *share)
    assert told == {
        "indicator": "cp_plans_two_years_or_more",
        "authority": BRENT,
        "month": "2026-10",
        "value": 4.0,
        "numerator": 12,
        "denominator": 300,
        "not_yet_due": 0,
        "unit": "percent",
        "load": 1,
        "counted_from": "aggregates",
    }
    (north,) = figure(run, store_path, *share, "--by", "team")
    assert (north["by"], north["group"], north["value"], north["counted_from"]) == ("team", "North", 9.0, "aggregates")
    status, _, err = run("people", share[1], "--month", "2026-10", "--store", store_path)
    assert status == 2
    assert err == "Error: Brent gave this figure already counted; there is no list behind it.\n"


def test_aggregates_of_no_indicator_are_refused(run, store_path, aggregates):
    aggregates.write_text(AGGREGATES.replace("children_on_a_plan", "children_on_plans"))
    status, out, _ = run("check", aggregates, "--month", "2026-10", "--store", store_path)
    assert status == 1
    assert '"children_on_plans" is not an indicator. Is it children_on_a_plan?' in out


def test_one_return_gives_a_trend_at_once(run, store_path, tmp_path):
    header, episodes = tmp_path / "one.csv", tmp_path / "two.csv"
    header.write_text("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nAda,F,01/06/2012,WBRI,,,\n", encoding="utf-8")
    episodes.write_text(
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
        "Ada,01/07/2025,S,C2,N1,U6,PR1,,,,NW10 4AB,NW10 4AB,SC123456\n",
        encoding="utf-8",
    )
    words = ("publish", header, episodes, "--month", "2026-03", "--authority", BRENT, "--store", store_path)
    status, out, err = run(*words, "--backfill", "--reason", "a trial", "--json")
    assert status == 0, out + err
    loads = json.loads(out)
    assert {load["month"] for load in loads if load["backfilled_from"] == "2026-03"} == {
        *(f"2025-{month:02}" for month in range(4, 13)),
        "2026-01",
        "2026-02",
    }
    told = figure(run, store_path, "--indicator", "children_looked_after", "--from", "2025-06", "--to", "2025-08")
    assert [(each["month"], each["value"]) for each in told] == [("2025-06", 0), ("2025-07", 1), ("2025-08", 1)]


def test_a_heading_is_explained_once(run, store_path, plans, children):
    odd = plans.with_name("odd.csv")
    odd.write_text(plans.read_text(encoding="utf-8").replace("child_id", "Kid No.", 1), encoding="utf-8")
    words = (odd, children, "--month", "2026-10", "--authority", BRENT, "--store", store_path)
    assert run("check", *words)[0] == 1
    assert run("publish", *words, "--read-as", "Kid No.=child_id")[0] == 0
    assert run("check", *words)[0] == 0, "remembered"
    assert "does not say which column" in run("check", *words, "--read-as", "Kid No.")[2]


def test_figures_go_out_as_a_file(run, published, tmp_path):
    out = tmp_path / "figures.csv"
    status, said, told = run("figures", "--store", published, "--service", "child_protection", "--out", out)
    assert (status, said) == (0, "") and f"figures to {out}" in told
    assert out.read_text(encoding="utf-8-sig").splitlines()[0].startswith("layout,authority,month,service,indicator")
    assert "ends in none of" in run("figures", "--store", published, "--out", tmp_path / "figures.doc")[2]


def test_a_publication_is_withdrawn_and_restored_as_one(run, published):
    status, out, _ = run("withdraw", 1, "--why", "the wrong month", "--together", "--store", published)
    assert status == 0 and "2 loads (1, 2) are withdrawn." in out
    status, out, _ = run("restore", 2, "--why", "it was right", "--together", "--store", published)
    assert status == 0 and "2 loads (1, 2) are restored and stand." in out


def test_children_taken_away_against_the_same_month_need_a_reason_which_is_kept(run, store_path, tmp_path):
    files = {}
    for name, many in (("all", 20), ("half", 10)):
        texts = example_texts(all_extracts()["contacts"], [{"child_id": f"C{number}"} for number in range(many)])
        files[name] = tmp_path / f"contacts-{name}.csv"
        files[name].write_bytes(as_csv(texts))
    to = ("--month", "2026-10", "--authority", BRENT, "--store", store_path)
    assert run("publish", files["all"], *to, "--reason", "Right")[0] == 0
    status, out, err = run("publish", files["half"], *to)
    assert status == 1 and "10 of the 20 children published for October 2026 are not in it (50%)" in out
    assert "contacts.children_taken_away" in err
    why = "contacts.children_taken_away=Ten were another authority's"
    assert run("publish", files["half"], *to, "--reason", why)[0] == 0
    loads = json.loads(run("loads", "--json", "--store", store_path)[1])
    assert loads[0]["reason"] == "Ten were another authority's"
