"""Files of another month than the one chosen: asked once for the upload, by what bounds a month alone."""

from datetime import date, timedelta

import pytest

from data.extracts import all_extracts
from tests.data.arrivals.test_arrivals import workbook
from tests.examples import as_csv, example_texts
from validation.check import Known, check
from validation.publishing.marked_workbook import can_be_marked
from validation.publishing.reasons import explained_by
from validation.rules.severity import BLOCK, QUERY

QUESTION = "upload.of_another_month"
VISITS, CONTACTS, CHILDREN = "visits", "contacts", "children"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
DATED = {VISITS: "visit_date", CONTACTS: "contact_date"}


def filled(extract, month, rows=30, name="", last_day=30, **more):
    """Write a file with days over a month from its last day backwards, and one of the month before."""
    column = all_extracts()[extract].dated_by
    days = [f"{month}-{last_day - number % 25:02}" for number in range(rows)]
    stated = [{column: day, **more} for day in days]
    return name or f"{extract}.csv", as_csv(example_texts(all_extracts()[extract], stated))


def asked(*files, month="2026-09", **known):
    return check(files, month, Known(**known))


def rules(found):
    return [finding.rule for finding in found.findings]


@pytest.mark.parametrize(("chosen", "severity"), [("2026-09", BLOCK), ("2026-10", ""), ("2026-08", BLOCK)])
def test_newer_files_are_asked_about_once(chosen, severity):
    found = asked(filled(VISITS, "2026-10"), filled(CONTACTS, "2026-10"), month=chosen)
    assert (rules(found).count(QUESTION), found.instead) == ((1, "2026-10") if severity else (0, ""))
    if severity:
        assert found.findings[0].rule == QUESTION and found.findings[0].severity == severity
        assert "these are October 2026's files" in found.findings[0].message
        assert "say --month 2026-10" in found.findings[0].message
        assert not any(finding.rule.endswith("after_month_end") for finding in found.findings)
        assert sum(finding.rule.endswith("after_month_end") for finding in found.following) >= 60
        assert found.totals["set_aside"] == 60 and found.decision == BLOCK


def test_older_files_are_asked_about_once_and_can_be_said_to_be_right():
    files = filled(VISITS, "2026-09"), filled(CONTACTS, "2026-09")
    found = asked(*files, month="2026-10")
    assert rules(found)[0] == QUESTION and found.instead == "2026-09" and found.decision == QUERY
    assert {finding.rule for finding in found.following} >= {"visits.visit_date.in_another_month"}
    assert not any(finding.rule.endswith("in_another_month") for finding in found.findings)
    explained = explained_by(found, {QUESTION: "Nothing was recorded: the system was down"})
    assert explained.month_question is None and explained.decision == QUERY
    assert {"visits.visit_date.in_another_month"} <= {finding.rule for finding in explained.unexplained}
    assert explained_by(found, {"": "The system was down"}).decision == "accept"


@pytest.mark.parametrize(
    ("rows", "last_day", "is_asked"), [(20, 30, True), (19, 30, False), (20, 24, True), (20, 23, False), (5, 30, False)]
)
def test_a_month_with_few_rows_or_that_stops_early_tells_nothing(rows, last_day, is_asked):
    found = asked(filled(VISITS, "2026-10", rows=rows, last_day=last_day), month="2026-09")
    assert (QUESTION in rules(found)) is is_asked
    assert asked(filled(VISITS, "2026-09", rows=rows, last_day=last_day - 1), month="2026-10").instead == (
        "2026-09" if is_asked else ""
    )


@pytest.mark.parametrize(("late", "is_asked"), [(1, True), (3, True), (4, False)])
def test_a_few_late_days_do_not_make_it_a_later_month(late, is_asked):
    column = DATED[VISITS]
    days = [*(f"2026-09-{30 - number % 20:02}" for number in range(70)), *["2026-10-02"] * late]
    file = "visits.csv", as_csv(example_texts(all_extracts()[VISITS], [{column: day} for day in days]))
    assert (asked(file, month="2026-10").instead == "2026-09") is is_asked


def test_files_of_several_months_are_named_and_no_month_is_offered():
    found = asked(filled(VISITS, "2026-10"), filled(CONTACTS, "2026-09"))
    question = found.findings[0]
    assert question.rule == QUESTION and found.instead == "" and "check_as" in found.to_json()
    assert question.message.startswith("visits.csv is of October 2026") and "contacts.csv" not in question.message
    assert all(finding.file == "visits.csv" for finding in found.following)
    both = asked(filled(VISITS, "2026-08"), filled(CONTACTS, "2026-09"), month="2026-10").findings[0].message
    assert "visits.csv is of August 2026" in both and "contacts.csv is of September 2026" in both


def test_a_file_that_goes_beyond_the_month_speaks_against_it():
    late = "contacts.csv", as_csv(example_texts(all_extracts()[CONTACTS], [{"contact_date": "2026-10-05"}] * 3))
    assert asked(filled(VISITS, "2026-09"), late, month="2026-10").instead == ""


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("children_2026-10.csv", "2026-10"),
        ("Children October 2026.csv", "2026-10"),
        ("children_Sept_2026.csv", ""),
        ("2026-08 to 2026-10.csv", ""),
        ("children for 2026.csv", ""),
        ("marchant 2026.csv", ""),
    ],
)
def test_a_month_in_a_name_is_evidence(name, instead):
    assert asked((name, as_csv(example_texts(all_extracts()[CHILDREN], [{}])))).instead == instead


def test_a_name_and_days_that_disagree_tell_nothing():
    assert asked(filled(VISITS, "2026-10", name="visits_2026-09.csv")).instead == ""


@pytest.mark.parametrize(("day", "instead"), [("31/10/2026", "2026-10"), ("30/09/2026", ""), ("2026-10-12", "")])
def test_a_column_that_says_when_it_was_run_is_evidence(day, instead):
    texts = example_texts(all_extracts()[CHILDREN], [{}]).assign(**{"Extract date": day})
    assert asked(("children.csv", as_csv(texts))).instead == instead


def test_a_rare_thing_that_happened_last_month_asks_nothing():
    days = [{"held_date": f"2026-09-{30 - number % 5}", "due_date": "2026-09-30"} for number in range(40)]
    assert asked(("peps.csv", as_csv(example_texts(all_extracts()["peps"], days))), month="2026-10").instead == ""


def test_a_month_that_is_not_over_is_offered_to_nobody():
    assert asked(filled(VISITS, "2031-10")).instead == ""


def test_no_workbook_is_handed_back_for_the_month_alone():
    found = asked(filled(VISITS, "2026-10"), filled(CONTACTS, "2026-10"))
    assert found.following and can_be_marked(found) == []


def test_what_stands_published_as_it_is_asks_nothing():
    assert asked(filled(VISITS, "2026-09"), month="2026-10", standing=lambda *_: 1).findings[0].rule != QUESTION


def returned(last_day, chosen):
    """Check a return of 60 children whose episodes began up to its last day."""
    began = [f"{last_day - timedelta(days=number % 40):%d/%m/%Y}" for number in range(60)]
    episodes = [f"C{number},{day},S,C2,N1,U6,PR1,,,,AB1 2CD,AB1 3CD,SC123456" for number, day in enumerate(began, 100)]
    header = [f"C{number},F,02/05/2015,WBRI,UN2,," for number in range(100, 160)]
    lists = {"episodes": [EPISODES, *episodes], "header": ["CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", *header]}
    return asked(*((f"{name}.csv", "\n".join(lines).encode()) for name, lines in lists.items()), month=chosen)


@pytest.mark.parametrize(("chosen", "instead"), [("2026-06", "2026-03"), ("2026-02", "2026-03"), ("2026-03", "")])
def test_the_lists_of_a_return_tell_their_month_together(chosen, instead):
    found = returned(date(2026, 3, 31), chosen)
    assert found.instead == instead and (QUESTION in rules(found)) is bool(instead)
    if instead:
        assert found.findings[0].message.startswith("episodes.csv and header.csv: these are March 2026's files")
        assert not any(finding.rule.endswith("after_month_end") for finding in found.findings)


def test_annex_a_tells_its_month():
    rows = [["1", "Femi", f"{31 - number % 20}/10/2026", "Police"] for number in range(40)]
    sheet = workbook([["Child Unique ID", "Gender", "Date of Contact", "Contact Source"], *rows])
    assert asked(("Annex A.xlsx", sheet)).instead == "2026-10"
    assert asked(("Annex A.xlsx", sheet), month="2026-10").instead == ""
