"""The quarterly report on the quality framework: each number is counted a second time from the rows."""

from contextlib import closing
from dataclasses import replace

import pytest

from data.access import LOCAL_USER, Reader
from data.annotations.targets import Target
from data.errors import Mendable
from data.invention import AUTHORITY
from data.ledger.history import months_held, published_rows
from data.store.store import Store
from indicators.engine.catalogue import all_indicators
from pages.report.document import Paragraph, Table
from pages.report.formats.handed_out import handed_out
from pages.report.quality import NO_PROGRAMME, quality_read, quality_report
from pages.report.quality_framework import quality_framework
from pages.report.quality_learning import NOT_ASKED, NOT_AUDITED
from tests.examples import example_rows
from tests.pages.conftest import BOROUGH, open_app
from tests.store_filling import BRENT, OCTOBER, publish_rows

SEPTEMBER, QUARTER = "2026-09", ("2026-07", "2026-08", "2026-09")
HEAD = Reader("a head", ("senior_manager",), (AUTHORITY,), ("*",))


@pytest.fixture(scope="module")
def months(borough):
    return [month for month in months_held(borough, LOCAL_USER, AUTHORITY) if f"{month:%Y-%m}" <= SEPTEMBER]


@pytest.fixture(scope="module")
def document(borough, months):
    return quality_report(quality_read(borough, LOCAL_USER, AUTHORITY, months))


@pytest.fixture(scope="module")
def audits(borough, months):
    rows = published_rows(borough, LOCAL_USER, AUTHORITY, months[-1], "audits")
    assert rows is not None
    return rows.assign(month=rows["audit_date"].dt.strftime("%Y-%m"))


def table(document, caption):
    (found,) = [
        part
        for section in document.sections
        for part in section.parts
        if isinstance(part, Table) and part.caption == caption
    ]
    return {row[0]: dict(zip(found.headings, row, strict=True)) for row in found.rows}


def test_every_measure_of_the_framework_is_an_indicator():
    assert set(quality_framework().indicators()) <= set(all_indicators())


def test_it_has_its_sections_in_order(document):
    assert [section.title for section in document.sections] == [
        "In short",
        "Programme against done",
        "Grades, moderation and follow-up",
        "What was learnt, by theme and team",
        "Timeliness beside quality, for each kind of plan",
        "Training, and what it was meant to change",
        "You said, we did",
    ]
    assert document.under_title[0].startswith("Q2 2026/27: figures up to September 2026, as at 30 Sep 2026")


def test_the_programme_stands_beside_what_was_done_in_the_quarter(document, audits):
    done = audits[audits["month"].isin(QUARTER)]
    programme = table(document, "Programme against done")
    days = done[done["kind"] == "THEMATIC"][["theme", "audit_date"]].drop_duplicates()
    thematic = programme["Thematic audits"]
    assert (thematic["Meant in Q2 2026/27"], thematic["Done"]) == ("6", str(len(days)))
    generic = programme["Generic audits, two for each manager"]
    at_most = done[done["kind"] == "GENERIC"].groupby(["month", "auditor_id"]).size().clip(upper=2).sum()
    assert 0 < int(generic["Done"]) <= at_most < int(generic["Meant in Q2 2026/27"])
    assert generic["Done of what was meant"].endswith("%")
    of_records = programme["Audits of supervision records"]
    assert of_records["Done"] == str((done["kind"] == "SUPERVISION").sum())
    assert (of_records["Meant in Q2 2026/27"], of_records["Done of what was meant"]) == (NO_PROGRAMME, "–")


def test_a_programme_that_is_a_target_is_what_was_meant_each_month(borough, months):
    read = quality_read(borough, LOCAL_USER, AUTHORITY, months)
    data_audits = read.by_id["data_audits_held"]
    aim = Target(AUTHORITY, "data_audits_held", 3, None, months[0], None, "local", "The board", "Programme, page 2")
    by_id = {**read.by_id, "data_audits_held": replace(data_audits, targets=(aim,))}
    row = table(quality_report(replace(read, by_id=by_id)), "Programme against done")["Data audits"]
    assert (row["Meant in Q2 2026/27"], row["Done"], row["Done of what was meant"]) == ("9", "6", "67%")


def test_a_year_ago_is_told_only_where_each_month_of_its_quarter_is_held(borough, months, document):
    held = [month for month in months if f"{month:%Y-%m}" >= "2025-08"]
    lacking = table(quality_report(quality_read(borough, LOCAL_USER, AUTHORITY, held)), "Programme against done")
    whole = table(document, "Programme against done")
    assert whole["Thematic audits"]["The same a year ago"] not in ("–", "0")
    assert {row["The same a year ago"] for row in lacking.values()} == {"–"}


def test_grades_of_the_quarter_are_counted_as_moderated(document, audits):
    generic = audits[(audits["kind"] == "GENERIC") & audits["month"].isin(QUARTER)]
    grades = generic["moderated_grade"].fillna(generic["grade"])
    row = table(document, "Grades of the quarter")["Generic, of a whole case"]
    assert int(row["Good"]) == (grades == "G").sum() > 0
    assert sum(int(cell) for name, cell in row.items() if name != "Kind of audit") == grades.notna().sum()


def test_what_was_learnt_is_told_by_theme_and_by_team(borough, months, document, audits):
    actions = published_rows(borough, LOCAL_USER, AUTHORITY, months[-1], "audit_actions")
    assert actions is not None
    plans = audits[audits["theme"] == "Care plans"]
    theme = table(document, "What was learnt: by theme")["Care plans"]
    asked = actions[actions["audit_id"].isin(plans["audit_id"])]
    assert theme["Audits"] == str(len(plans))
    assert theme["Actions done, of those asked for"] == f"{asked['closed_date'].notna().sum()} of {len(asked)}"
    smart = plans["smart_plan"].dropna()
    assert theme["Plan found SMART"].endswith(f"({(smart == 'Y').sum()} of {len(smart)})")
    of_cases = audits[audits["kind"].isin(["THEMATIC", "GENERIC"])]
    teams = table(document, "What was learnt: by team")
    assert {name: int(row["Audits"]) for name, row in teams.items()} == of_cases.groupby("team").size().to_dict()


def test_each_kind_of_plan_and_each_training_has_its_other_side(document):
    plans = list(table(document, "Timeliness beside quality"))
    assert len(plans) == 2 * len(quality_framework().plans)
    assert "Supervision order plans. Beside it: Supervision order plans found SMART" in plans
    training = list(table(document, "Training beside what it was meant to change"))
    assert [name.partition(":")[0] for name in training[:2]] == ["Trained", "Meant to change"]
    assert training[1] == "Meant to change: Supervision that shows reflection on the work"


def test_what_children_said_stands_beside_what_was_done(borough, months, document):
    rows = published_rows(borough, LOCAL_USER, AUTHORITY, months[-1], "consultation")
    assert rows is not None
    (paragraph,) = [part for part in document.sections[-1].parts if isinstance(part, Paragraph)]
    assert f"{rows['actions_closed'].sum():.0f} of {rows['actions'].sum():.0f} actions" in paragraph.text
    assert f"heard {rows['children_heard'].sum():.0f} children" in paragraph.text
    latest = rows.sort_values("held_date").iloc[-1]
    said = document.sections[-1].parts[1]
    assert isinstance(said, Table) and len(said.rows) == len(rows)
    assert said.rows[0][3] == f"{latest['children_heard']}"


def test_a_month_without_audits_and_consultations_says_so():
    with closing(Store.in_memory()) as store:
        publish_rows(store, {"children": example_rows("children", [{}])})
        document = quality_report(quality_read(store, LOCAL_USER, BRENT, [OCTOBER]))
    texts = [part.text for section in document.sections for part in section.parts if isinstance(part, Paragraph)]
    assert texts.count(NOT_AUDITED) == 2 and NOT_ASKED in texts


def test_it_is_written_in_each_format_and_entered_in_the_log(document, store):
    for ending, begins in ((".html", b"<!doctype html>"), (".pdf", b"%PDF"), (".docx", b"PK")):
        contents = handed_out(store, LOCAL_USER, document, f"quality{ending}", "OFFICIAL-SENSITIVE")
        assert contents.startswith(begins)


def test_whoever_may_not_see_rows_is_refused(borough, months):
    with pytest.raises(Mendable, match="may not see lists of children of every team, or rows of extracts"):
        quality_read(borough, HEAD, AUTHORITY, months)


def test_its_page_shows_what_the_file_says(shown_store):
    audits = [{"kind": "THEMATIC", "theme": "Care plans", "audit_date": "2026-10-12", "grade": "G"}]
    publish_rows(shown_store, {"audits": example_rows("audits", audits)}, authority=BOROUGH)
    app = open_app("quality_report").run()
    assert not app.exception
    shown = {row[0]: row for table in app.table for row in table.value.itertuples(index=False)}
    assert tuple(shown["Thematic audits"])[1:4] == ("2", "1", "50%")
    assert tuple(shown["Care plans"])[1:3] == ("1", "100% (1 of 1)")
