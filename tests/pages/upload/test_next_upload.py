"""What to upload next is worked out of the definitions: what an extract is said to switch on can be told with it."""

import pytest

from data.extracts import all_extracts, uploaded_extracts
from data.months import month_end
from indicators.engine.catalogue import all_indicators
from pages.kit.upload.next_upload import steps_from
from tests.pages.conftest import open_app, publish_plans, said

PLANS = "child_protection_plans"


def test_each_step_switches_on_what_needs_nothing_later_and_all_steps_everything():
    known, told = set(), []
    for step in steps_from(set()):
        assert all(step.extract in indicator.needed for indicator in step.switched_on)
        known.add(step.extract)
        assert all(known.issuperset(indicator.needed) for indicator in step.switched_on)
        told += step.switched_on
    files = uploaded_extracts().keys()
    assert {one.id for one in told} == {name for name, one in all_indicators().items() if files >= set(one.needed)}
    assert known <= files and "action_plan" not in known


def test_the_most_come_first_and_what_is_held_is_left_out():
    first, *_ = steps_from(set())
    alone = {name: sum({name} >= set(one.needed) for one in all_indicators().values()) for name in all_extracts()}
    assert len(first.switched_on) == max(alone.values())
    assert first.extract not in [step.extract for step in steps_from({first.extract})]
    assert list(steps_from(set(all_extracts()))) == []


@pytest.mark.usefixtures("shown_store")
def test_an_empty_page_says_with_what_to_begin():
    first, *_ = steps_from(set())
    app = open_app("upload")
    assert f"Begin with {all_extracts()[first.extract].title}" in said(app)
    table = next(each.value for each in app.table if "Switches on" in each.value.columns)
    assert table["Extract"].iloc[0] == all_extracts()[first.extract].title
    assert table["Switches on"].iloc[0] == f"{len(first.switched_on)} measures"


def test_a_page_with_plans_goes_on_from_them(shown_store):
    publish_plans(shown_store, month_end("2026-10"), 2)
    following, *_ = steps_from({PLANS})
    told = said(open_app("upload"))
    assert "1 extract are there" not in told and f"{all_extracts()[following.extract].title} comes next" in told
