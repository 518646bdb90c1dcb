"""What was received waits for whoever sent it, through a reload; what was published keeps its receipt."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from data.access import LOCAL_USER as LOCAL
from data.extracts import all_extracts
from data.ledger.attempts import attempts
from data.ledger.history import history
from data.months import month_end
from pages.kit.upload.desk_access import desk
from pages.kit.upload.held_files import Waiting
from pages.kit.upload.keeper import MOST_RECEIPTS, Keeper, keeper
from tests.examples import as_csv, example_texts
from tests.pages.conftest import BOROUGH, HOLDER, open_app, open_folds, publish_plans, said, tables_of_ours
from validation.files.check_result import Check, CheckedFile
from validation.publishing.submission import Submission

OCTOBER = month_end("2026-10")
PLANS = "child_protection_plans"


def files(*stated, name="plans.csv"):
    dated = [{"start_date": "2026-10-05", **each} for each in stated]
    return ((name, as_csv(example_texts(all_extracts()[PLANS], dated))),)


def receive(given, receipt="ours", who=HOLDER) -> Waiting:
    """Check files as the page does, and keep them under a receipt that is known."""
    submission = desk().receive(Submission(BOROUGH, "2026-10", given))
    waiting = Waiting(receipt, who, "Example Borough", submission)
    keeper().keep(waiting)
    return waiting


def click(app, key):
    return next(button for button in app.button if button.key == key).click().run()


def before_and_after(app, before, after):
    """Return the number of children on a plan before and after, as a page draws what moves."""
    rows = [
        row
        for table in tables_of_ours(app)
        for row in table
        if row.get("Measure") == "Children on a child protection plan"
    ]
    assert len(rows) == 1, rows
    return rows[0][before], rows[0][after]


def empty_check(*names) -> Check:
    return Check("2026-10", tuple(CheckedFile(f"{name}.csv", "", "", name) for name in names))


def held(receipt, found, who="Ann", at=None, size=10) -> Waiting:
    submission = Submission(BOROUGH, "2026-10", (("x.csv", b"x" * size),), against=1, checked=found)
    return Waiting(receipt, who, "Example Borough", submission, at or datetime(2026, 11, 4, 9))


class Clock:
    now = datetime(2026, 11, 4, 10)

    def __call__(self):
        return self.now


def test_files_wait_through_a_reload_and_can_be_published_then(shown_store):
    receive(files({}, {}))
    app = open_app("upload", receipt="ours")
    assert "**You have 1 file waiting** for October 2026, Example Borough, checked at" in said(app)
    assert "What was found" not in said(app)
    app = click(app, "continue_ours")
    assert "What was found" in said(app)
    app = click(app, "publish")
    assert not app.exception
    assert "Published: October 2026" in said(app)
    assert keeper().of(HOLDER) == []
    assert list(history(shown_store, LOCAL)["rows"]) == [2]


@pytest.mark.usefixtures("shown_store")
def test_files_of_another_month_are_checked_as_that_by_one_button():
    september = [{"start_date": f"2026-09-{30 - number % 20:02}"} for number in range(40)]
    receive(((PLANS, files(*september)[0][1]),))
    app = click(open_app("upload", receipt="ours"), "continue_ours")
    assert "these are September 2026's files, and October 2026 was chosen" in said(app)
    assert "2 findings that follow" not in said(app) and "fall in September 2026" not in said(app)
    app = app.checkbox(key="what_follows").check().run()
    assert "What was found: Example Borough, October 2026" in said(app)
    app = click(app, "other_month")
    assert not app.exception and "What was found: Example Borough, September 2026" in said(app)
    assert "was chosen" not in said(app)
    assert [waiting.submission.month for waiting in keeper().of(HOLDER)] == ["2026-09"]


@pytest.mark.usefixtures("shown_store")
def test_checking_without_files_loses_nothing_that_waits():
    receive(files({}))
    app = click(open_app("upload"), "continue_ours")
    send = next(button for button in app.button if button.label == "Check these files")
    app.selectbox(key="upload_authority").select(BOROUGH)
    app = send.click().run()
    assert "Choose one or more files first." in said(app) and "What was found" in said(app)


@pytest.mark.usefixtures("shown_store")
def test_files_can_be_let_go():
    receive(files({}))
    app = click(open_app("upload"), "let_go_ours")
    assert "You have" not in said(app)
    assert keeper().of(HOLDER) == []


@pytest.mark.usefixtures("store")
def test_a_receipt_that_is_not_held_says_that_files_must_be_chosen_again():
    app = open_app("upload", receipt="of-a-server-that-was-started-again")
    assert "are not held any more" in said(app) and "Choose the files again" in said(app)


@pytest.mark.usefixtures("shown_store")
def test_what_somebody_else_sent_is_not_shown():
    receive(files({}), who="Ann")
    app = open_app("upload", receipt="ours")
    assert "You have" not in said(app) and "are not held any more" in said(app)


def test_the_receipt_of_a_publication_outlives_the_page(shown_store):
    publish_plans(shown_store, OCTOBER, 2)
    receive(files({}, {}, {}))
    app = click(click(open_app("upload"), "continue_ours"), "publish")
    assert app.query_params["published"] == "2"
    first = said(app)
    again = open_app("upload", published="2")
    assert "Published: October 2026" in said(again) and "figures of October 2026 moved." in first
    assert before_and_after(again, "Before", "Now") == ("2", "3")
    publish_plans(shown_store, OCTOBER, 9)
    later = open_app("upload", published="2")
    assert before_and_after(later, "Before", "Now") == ("2", "3"), "the receipt tells of its own publication"


def test_before_publishing_the_figures_that_will_move_are_shown(shown_store):
    publish_plans(shown_store, OCTOBER, 2)
    receive(files({"plan_id": "PLAN-2", "child_id": "CHILD-2"}, {"child_id": "Hana"}, {"child_id": "Idris"}))
    app = click(open_app("upload"), "continue_ours")
    assert before_and_after(app, "Now", "Would be") == ("2", "3")
    children = [table.value for table in open_folds(app).table if "Children" in table.value.columns][0][
        "Children"
    ].iloc[0]
    assert "2 added, 1 taken away" in children
    assert len(history(shown_store, LOCAL)) == 1


@pytest.mark.usefixtures("shown_store")
def test_the_same_files_again_are_told_and_not_offered():
    receive(files({}))
    app = click(click(open_app("upload"), "continue_ours"), "publish")
    receive(files({}))
    app = click(open_app("upload"), "continue_ours")
    assert "Nothing to publish" in said(app)
    assert "publish" not in [button.key for button in app.button]
    assert "Already published as October 2026, version 1" in said(app)


@pytest.mark.usefixtures("shown_store")
def test_41_errors_then_3():
    receive(files(*[{"category": "NEGL"}] * 41))
    receive(files(*[{"category": "NEGL"}] * 3, {}), receipt="mended")
    app = open_app("upload")
    assert [button.key for button in app.button if button.key.startswith("continue")] == ["continue_mended"]
    assert "41 errors → 3" in said(click(app, "continue_mended"))


@pytest.mark.usefixtures("shown_store")
def test_a_file_checked_beside_the_one_it_mends_is_told_to_be_one_too_many_and_alone_it_is_compared():
    wrong = [{"category": "NEGL"}] * 41
    receive(files(*wrong))
    months = [files(*[{"category": "NEGL"}] * left, {}, name=f"{left}.csv")[0] for left in (3, 2)]
    receive((*files(*wrong), *months), receipt="beside")
    app = click(open_app("upload"), "continue_beside")
    assert not app.exception, app.exception
    assert "Refused" in said(app) and "errors →" not in said(app), "the rows of refused files were not judged"
    receive(months[:1], receipt="alone")
    app = click(open_app("upload"), "continue_alone")
    assert "41 errors → 3" in said(app)


@pytest.mark.usefixtures("shown_store")
def test_what_became_of_an_extract_is_said_as_often_as_there_are_files_of_it():
    receive(files(*[{"category": "NEGL"}] * 41))
    waiting = receive(files({"category": "NEGL"}), receipt="twice")
    twice = replace(waiting.submission, mended=waiting.submission.mended * 2)
    keeper().keep(replace(waiting, submission=twice))
    app = click(open_app("upload"), "continue_twice")
    assert not app.exception, app.exception
    assert said(app).count("41 errors → 1") == 2


def test_headings_only_can_be_said_to_be_a_nil_return(shown_store):
    receive(files())
    app = click(open_app("upload"), "continue_ours")
    assert "To be mended first" in said(app)
    send = next(button for button in app.button if button.label == "Check again as a nil return")
    app = send.click().run()
    assert "Tick the box and say why" in said(app)
    app.checkbox(key="nil_ticked").check()
    app.text_input(key="nil_reason").set_value("no plans in this tiny borough")
    app = next(button for button in app.button if button.label == "Check again as a nil return").click().run()
    assert not app.exception
    assert "Ready, with notes" in said(app) and not app.text_area, "what was said once is not asked again"
    app = click(app, "publish")
    assert list(history(shown_store, LOCAL)["reason"]) == ["no plans in this tiny borough"]
    assert sorted(attempts(shown_store, LOCAL)["decision"]) == ["accept", "block"]


def test_the_keeper_lets_go_of_the_oldest_and_of_what_waited_too_long():
    clock = Clock()
    kept = Keeper(clock)
    for number in range(MOST_RECEIPTS + 2):
        kept.keep(held(str(number), empty_check(f"extract-{number}")))
    assert len(kept.of("Ann")) == MOST_RECEIPTS
    assert kept.held("0", "Ann") is None and kept.held("1", "Ann") is None and kept.held("2", "Ann") is not None
    clock.now += timedelta(hours=24)
    assert kept.of("Ann") == []


def test_the_keeper_holds_no_more_bytes_than_it_may(monkeypatch):
    monkeypatch.setattr("pages.kit.upload.keeper.MOST_BYTES", 25)
    kept = Keeper(Clock())
    for number in range(4):
        kept.keep(held(str(number), empty_check(f"extract-{number}")))
    assert [each.receipt for each in kept.of("Ann")] == ["3", "2"]
    kept.keep(held("large", empty_check("large"), size=1000))
    assert [each.receipt for each in kept.of("Ann")] == ["large"], "what was sent last can always be gone on with"


def test_the_keeper_gives_to_whom_it_belongs_and_forgets_an_attempt_that_was_mended():
    kept = Keeper(Clock())
    kept.keep(held("first", empty_check("children")))
    kept.keep(held("both", empty_check("children", PLANS)))
    kept.keep(held("bens", empty_check("children"), who="Ben"))
    assert [each.receipt for each in kept.of("Ann")] == ["both"]
    assert kept.held("bens", "Ann") is None
    kept.let_go("bens", "Ann")
    assert kept.held("bens", "Ben") is not None
