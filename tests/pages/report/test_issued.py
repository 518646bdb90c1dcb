"""A report is issued and kept, or is a draft; made anew it is the same, or what differs is said figure by figure."""

import re
from dataclasses import replace
from datetime import date

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import Reader
from data.annotations.comments import Comment
from data.annotations.issued_reports import issued_report, issued_reports
from data.annotations.questions import Question, answer_question
from data.errors import Mendable
from data.months import months_from
from indicators.change.comments import write_comment
from indicators.change.members_questions import ask
from pages.report.committee import committee_report, report_read
from pages.report.document import Paragraph
from pages.report.formats import issued, issued_again
from pages.report.formats.issued import DRAFT, Request, drafted, issue
from pages.report.formats.issued_again import again, how_it_is_now
from pages.report.officers_figures import numbers_to_look_at
from pages.report.officers_words import OfficersWords
from pages.words.wording import is_hidden
from tests.every_case import every
from tests.pages.conftest import BOROUGH, publish_plans

MONTHS = months_from(date(2026, 9, 30), date(2026, 10, 31))
WORDS = OfficersWords(summary="{children_on_a_plan} children, {children_on_a_plan:previous} before.")


@pytest.fixture
def of_plans(store):
    for month, many in zip(MONTHS, (30, 32), strict=True):
        publish_plans(store, month, many)
    return store


@pytest.fixture
def for_the_public(of_plans):
    return report_read(of_plans, LOCAL, BOROUGH, MONTHS, public=True)


def asked(store, ending=".html", words=WORDS, public=False):
    return Request(report_read(store, LOCAL, BOROUGH, MONTHS, public), words, ending)


def test_it_is_the_same_until_a_figure_moves_and_then_each_place_is_named(of_plans):
    report, contents = issue(of_plans, LOCAL, asked(of_plans))
    assert b"32 children, 30 before." in contents and f"Store {report.state}".encode() in contents
    same = again(of_plans, LOCAL, BOROUGH, 1, MONTHS)
    assert same.is_the_same and list(how_it_is_now(same)) == ["Made anew it is the same, byte for byte."]
    publish_plans(of_plans, MONTHS[-1], 35)
    moved = again(of_plans, LOCAL, BOROUGH, 1, MONTHS)
    told = "\n".join(how_it_is_now(moved))
    assert moved.contents == contents and not moved.is_the_same
    assert f"It was read of store {report.state}, and the loads that stand now are store {moved.state}." in told
    assert "1.1: it was issued as “32 children, 30 before.” and would be “35 children, 30 before.”." in told
    assert "in figures: Children on a child protection plan, This month: it was issued as “32" in told


def test_a_month_that_is_published_in_part_says_first_what_is_missing(of_plans):
    contents = issue(of_plans, LOCAL, asked(of_plans))[1].decode()
    summary = contents.partition("Recommendations</h2>")[0]
    assert re.search(r"\d+ measures have no figure: of the month these were not published: ", summary)
    assert "Audits" in summary and "Child protection plans," not in summary.partition("not published: ")[2]
    assert "There is no figure. Not published for October 2026: " in contents


def test_what_is_hidden_from_the_public_is_not_counted_with_what_was_not_published(for_the_public):
    measures = [series.now for subject in for_the_public.subjects for series in subject.all_series]
    missing = sum(figure.reason.startswith("Not published for ") for figure in measures)
    hidden = sum(map(is_hidden, measures))
    assert hidden and missing
    summary = committee_report(for_the_public, OfficersWords()).sections[0].parts[-1]
    assert isinstance(summary, Paragraph) and f" {missing} measures have no figure: of the month" in summary.text
    assert summary.text.endswith(f". {hidden} are hidden, to protect small numbers.")


def test_by_a_later_version_figures_and_sentences_are_the_same_and_the_version_is_said(of_plans, monkeypatch):
    issue(of_plans, LOCAL, asked(of_plans))
    for module in (issued, issued_again):
        monkeypatch.setattr(module, "PROGRAM_VERSION", "9.9.9")
    monkeypatch.setattr("pages.report.committee.which_program", lambda: "A later program")
    told = list(how_it_is_now(again(of_plans, LOCAL, BOROUGH, 1, MONTHS)))
    assert "and this is version 9.9.9" in told[0]
    assert told[1:] == ["Made anew its file differs, and every figure and sentence is the same."]


def test_a_draft_says_so_and_is_not_kept_and_only_an_analyst_issues(of_plans):
    member = Reader("a member", ("member",), (BOROUGH,), ("*",))
    read = report_read(of_plans, member, BOROUGH, MONTHS)
    contents = drafted(of_plans, member, Request(read, OfficersWords(), ".html")).decode()
    assert contents.count(DRAFT) == 2 and issued_reports(of_plans, LOCAL, BOROUGH) == []
    with pytest.raises(Mendable, match="a member may not keep comments, targets or events, or issue reports"):
        issue(of_plans, member, Request(read, OfficersWords(), ".html"))


REFUSED = {
    "a figure that there is none of": (OfficersWords(legal="{no_such}"), "The part legal names a figure that there"),
    "an open bracket": (OfficersWords(legal="{children_on_a_plan"), "A bracket is open in the part legal"),
    "another month than there is": (
        OfficersWords(legal="{children_on_a_plan:year_before}"),
        "A figure of October 2025",
    ),
    "no month after the colon": (OfficersWords(legal="{children_on_a_plan:soon}"), "names a figure that there is none"),
    "a small number for the public": (
        OfficersWords(summary="Of these 3 children left."),
        "The part summary is for the",
    ),
}


@every("case", REFUSED.items())
def test_what_officers_write_is_refused_whole_where_it_does_not_hold(of_plans, for_the_public, case):
    _, (words, why) = case
    with pytest.raises(Mendable, match=why):
        issue(of_plans, LOCAL, Request(for_the_public, words, ".html"))
    assert issued_reports(of_plans, LOCAL, BOROUGH) == []


def test_what_the_public_may_not_be_told_hides_itself_in_what_officers_write(store):
    publish_plans(store, MONTHS[0], 30)
    publish_plans(store, MONTHS[1], 3)
    public, exempt = (
        asked(store, words=replace(WORDS, summary="{children_on_a_plan} on a plan."), public=each)
        for each in (True, False)
    )
    assert b"<p>c on a plan.</p>" in issue(store, LOCAL, public)[1]
    assert b"<p>3 on a plan.</p>" in issue(store, LOCAL, exempt)[1]
    assert issued_report(store, LOCAL, BOROUGH, 1)[0].words["summary"] == "{children_on_a_plan} on a plan."


def test_a_number_typed_by_hand_that_is_stale_or_of_no_figure_is_pointed_out_with_its_place(of_plans):
    publish_plans(of_plans, MONTHS[0], 31)
    plans, text = "children_on_a_plan", "There are {} children on a plan."
    write_comment(of_plans, LOCAL, Comment(BOROUGH, plans, MONTHS[1], text.format(31), "An officer"))
    ask(of_plans, LOCAL, Question(BOROUGH, plans, MONTHS[0], "Why 500?", "A member"))
    answer_question(of_plans, LOCAL, BOROUGH, 1, "It was 30 in September.", "An officer")
    words = OfficersWords(
        summary=text.format("{children_on_a_plan}"), legal=text.format(77), contact_officer="020 7946"
    )
    title = "Children on a child protection plan"
    assert numbers_to_look_at(of_plans, LOCAL, asked(of_plans).read, words) == [
        "The part legal says 77, typed by hand, and no figure shown here is that. Look where it comes from, or put a "
        "figure in, in brackets.",
        f"The comment on “{title}” says 31, typed by hand: “{title}” of September 2026 was 31, and of October 2026 it "
        "is 32. Put it in as {children_on_a_plan}, which stays right, or name the month beside it.",
        f"The answer to question 1 says 30, typed by hand: “{title}” of September 2026 was 30 in an earlier edition, "
        "and is 31 now. Put it in as {children_on_a_plan}, which stays right.",
    ]
    of_the_public = numbers_to_look_at(of_plans, LOCAL, asked(of_plans, public=True).read, words)
    assert len(of_the_public) == 1 and "legal says 77" in of_the_public[0], "no remark with a number goes to the public"
