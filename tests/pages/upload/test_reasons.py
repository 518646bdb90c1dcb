"""The page asks once why a query is right, and shows the reason where it is asked again."""

from data.access import LOCAL_USER as LOCAL
from data.extracts import all_extracts
from data.ledger.history import history
from data.months import month_end
from pages.kit.upload.form import received
from tests.examples import as_csv, example_texts
from tests.pages.conftest import BOROUGH, open_app, said
from validation.publishing.submission import Submission

RULE = "child_protection_plans.previous_plans.unusual"


def page(month, **row):
    ends = month_end(month)
    rows = [{"plan_id": "P1", "start_date": f"{month}-20", "previous_plans": 6, **row}]
    contents = as_csv(example_texts(all_extracts()["child_protection_plans"], rows, month_end=ends))
    waiting = received("Example Borough", Submission(BOROUGH, month, ((f"plans_{month}.csv", contents),)))
    app = open_app("upload", receipt=waiting.receipt)
    return next(button for button in app.button if button.key == f"continue_{waiting.receipt}").click().run()


def publish(app):
    return next(button for button in app.button if button.key == "publish").click().run()


def reasons(app):
    return {area.key: area for area in app.text_area}


def test_each_rule_with_queries_asks_for_its_own_reason_and_asks_once(shown_store):
    app = page("2026-09")
    assert list(reasons(app)) == [f"reason {RULE}"] and "6 is unusual" in reasons(app)[f"reason {RULE}"].label
    app = publish(app)
    assert "there are queries" in " ".join(each.value for each in app.error)
    reasons(app)[f"reason {RULE}"].set_value("six is right")
    assert not publish(app).exception and history(shown_store, LOCAL)["reason"].iloc[0] == "six is right"
    later = page("2026-10", start_date="2026-10-21")
    assert not reasons(later) and not later.exception
    assert "Explained on" in said(later)
