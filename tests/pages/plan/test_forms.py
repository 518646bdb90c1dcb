"""An action is entered on its page; of two who write at once the second is told, and what was typed is still there."""

from dataclasses import replace

import pytest

from data.access import LOCAL_USER as LOCAL
from data.annotations.action_plan.items import Written
from data.annotations.action_plan.keeping import keep_items
from data.annotations.action_plan.reading import plan_known
from tests.data.annotations.test_action_plan import ADVICE, INSPECTED, PLANS
from tests.pages.conftest import BOROUGH, open_app, open_folds, publish_plans
from tests.store_filling import OCTOBER


@pytest.fixture
def planned(shown_store):
    """Show a store with a month published and a plan of one action."""
    publish_plans(shown_store, OCTOBER, 3)
    keep_items(shown_store, LOCAL, BOROUGH, [replace(item, authority=BOROUGH) for item in (INSPECTED, ADVICE, PLANS)])
    return shown_store


def form_of(app, number: str):
    """Open the form of an action."""
    app = open_folds(app)
    return app.selectbox(key="plan_which").set_value(number).run()


def sent(app):
    """Send the form that is open."""
    return next(button for button in app.button if button.label == "Keep this action").click().run()


def test_an_action_is_changed_and_a_new_one_without_owner_is_refused_in_a_sentence(planned):
    app = form_of(open_app("action_plan"), "AP1")
    app.text_input(key="plan_AP1_owner").set_value("Head of care planning")
    assert not sent(app).exception
    (action,) = plan_known(planned, LOCAL, BOROUGH).actions
    assert (action.owner, action.written.version, action.moves) == ("Head of care planning", 2, PLANS.moves)
    app = form_of(open_app("action_plan"), "")
    app.text_input(key="plan_number").set_value("AP2")
    app.text_input(key="plan__title").set_value("Ask every young person")
    app = sent(app)
    assert any("Action AP2 has no owner. Name the post" in error.value for error in app.error)
    assert app.text_input(key="plan__title").value == "Ask every young person"
    app.text_input(key="plan__owner").set_value("Head of leaving care")
    assert not sent(app).exception and len(plan_known(planned, LOCAL, BOROUGH).actions) == 2


def test_of_two_who_write_at_once_the_second_is_told_and_what_was_typed_is_kept_when_it_is_sent_again(planned):
    app = form_of(open_app("action_plan"), "AP1")
    mine = replace(PLANS, authority=BOROUGH, progress="AT_RISK", written=Written(version=1))
    keep_items(planned, LOCAL, BOROUGH, [mine])
    app.text_input(key="plan_AP1_owner").set_value("Head of care planning")
    app = sent(app)
    assert any("Action AP1 was written by local on" in error.value for error in app.error)
    assert any("Head of leaving care → Head of care planning" in told.value for told in app.info)
    assert plan_known(planned, LOCAL, BOROUGH).actions[0].progress == "AT_RISK"
    sent(app)
    (action,) = plan_known(planned, LOCAL, BOROUGH).actions
    assert (action.owner, action.written.version) == ("Head of care planning", 3)
