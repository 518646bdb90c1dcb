"""The page of someone whose month was published by a colleague, or by their own first click, while they looked."""

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import Reader
from data.extracts import all_extracts
from data.ledger.history import history, months_held
from data.ledger.stored_answers import kept_answer
from data.months import month_end
from indicators.change.month_readings import WHOLE
from pages.kit.upload.desk_access import desk
from pages.kit.upload.held_files import Waiting
from pages.kit.upload.keeper import keeper
from tests.examples import as_csv, example_texts
from tests.pages.conftest import BOROUGH, HOLDER, open_app, publish_plans, said
from validation.publishing.submission import Submission

OCTOBER = month_end("2026-10")
ANN = Reader("Ann", ("analyst",), ("*",), ("*",))


@pytest.fixture
def checked(shown_store):
    """Check two plans while one stands."""
    publish_plans(shown_store, OCTOBER, 1)
    texts = example_texts(
        all_extracts()["child_protection_plans"], [{"start_date": "2024-10-01"}, {"start_date": "2026-10-05"}]
    )
    submission = desk().receive(
        Submission(BOROUGH, "2026-10", (("child_protection_plans.csv", as_csv(texts)),)), note_attempt=False
    )
    assert submission.check.decision == "accept"
    return Waiting("ours", HOLDER, "Example Borough", submission)


def upload_page(checked):
    keeper().keep(checked)
    app = open_app("upload")
    return click(app, "continue_ours")


def click(app, key):
    return next(button for button in app.button if button.key == key).click().run()


def test_the_second_analyst_looks_at_the_difference_and_goes_on(shown_store, checked):
    publish_plans(shown_store, OCTOBER, 3, reader=ANN)
    app = upload_page(checked)
    assert not app.exception
    assert (
        "by Ann (child protection plans, version 2). Look at the difference, then publish yours as version 3"
        in said(app)
    )
    assert "publish" not in [button.key for button in app.button]
    app = click(app, "looked")
    app = click(app, "publish")
    assert not app.exception
    assert list(history(shown_store, LOCAL)["version"]) == [3, 2, 1]


def test_f65_a_second_click_is_told_that_it_is_published_already(shown_store, checked):
    app = click(upload_page(checked), "publish")
    assert "Published: October 2026" in " ".join(each.value for each in app.success)
    keeper().keep(checked)
    app = click(app.run(), "continue_ours")
    assert "Already published as October 2026, version 2. Nothing changed." in [each.value for each in app.success]
    assert len(history(shown_store, LOCAL)) == 2


def test_a_publication_is_undone_and_redone_with_a_reason(shown_store):
    publish_plans(shown_store, OCTOBER, 2)
    app = open_app("history")
    for what, label, state in (("withdraw", "Undo", "withdrawn"), ("restore", "Redo", "current")):
        next(box for box in app.selectbox if box.key == f"{what}_load").set_value((1, False))
        next(box for box in app.text_input if box.key == f"{what}_why").set_value(f"to {what}")
        app = next(button for button in app.button if button.label == f"{label} this publication").click().run()
        assert not app.exception
        told = history(shown_store, LOCAL)
        assert (told["state"].iloc[0], told["why"].iloc[0]) == (state, f"to {what}")
        held = months_held(shown_store, LOCAL, BOROUGH)
        assert all(kept_answer(shown_store, LOCAL, BOROUGH, month, WHOLE) for month in held), "it is read anew at once"
