"""An extract that a definition can do without: there is a figure with it and without it, and each is as it must be."""

from datetime import date

import pytest

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.store.store import Store
from data.store.trial import Trial
from indicators.engine.declaration import read_indicators
from indicators.engine.definition_words import made_from
from indicators.engine.measure import measure_missing
from indicators.figures.measured_figures import figures, whole_inputs
from tests.examples import example_rows
from tests.indicators.engine.test_declaration import SAYS, written
from tests.store_filling import BRENT, publish_rows

SQL = """
select enquiries.child_id as subject, enquiries.child_id, plans.child_id is null as numerator, true as denominator
from section_47_enquiries as enquiries
left join child_protection_plans as plans on plans.child_id = enquiries.child_id
"""
CAN = SAYS.format('without = ["child_protection_plans"]\ndiffers = "Without a file of plans nobody has one."')
MONTHS = [date(2026, 8, 31), date(2026, 9, 30), date(2026, 10, 31)]


@pytest.fixture
def indicator(tmp_path):
    return read_indicators(written(tmp_path, CAN + SQL), Trial.blank())[0]


@pytest.mark.parametrize("set_wise", [True, False])
def test_there_is_a_figure_without_it_and_another_with_it(indicator, set_wise):
    store = Store.in_memory()
    enquiries = example_rows("section_47_enquiries", [{"child_id": "Femi"}, {"child_id": "Gwen"}])
    for month in MONTHS:
        publish_rows(store, {"section_47_enquiries": enquiries}, month)
    publish_rows(
        store, {"child_protection_plans": example_rows("child_protection_plans", {"child_id": "Femi"})}, MONTHS[1]
    )

    with store.change() as cursor:
        assert measure_missing(cursor, [indicator], BRENT, MONTHS, set_wise=set_wise) == 3
    assert [each.numerator for each in figures(store, LOCAL, [indicator], BRENT, MONTHS)] == [2, 1, 2]
    assert [len(loads) for month in MONTHS for _, loads in whole_inputs(store, LOCAL, [indicator], BRENT, month)] == [
        1,
        2,
        1,
    ]
    publish_rows(
        store, {"child_protection_plans": example_rows("child_protection_plans", {"child_id": "Gwen"})}, MONTHS[2]
    )
    assert [each.numerator for each in figures(store, LOCAL, [indicator], BRENT, MONTHS)] == [2, 1, 1]
    store.close()


def test_without_what_it_needs_there_is_none(indicator):
    store = Store.in_memory()
    publish_rows(store, {"child_protection_plans": example_rows("child_protection_plans", {})}, MONTHS[0])
    (figure,) = figures(store, LOCAL, [indicator], BRENT, MONTHS[:1])
    assert figure.numerator is None
    assert figure.reason == "Not published for August 2026: Section 47 enquiries."
    store.close()


def test_it_is_said_where_it_is_told_what_a_figure_is_made_of(indicator):
    assert made_from(indicator) == "Section 47 enquiries; child protection plans, where it is sent"


@pytest.mark.parametrize(
    ("without", "says"),
    [
        ('["section_47_enquiries", "child_protection_plans"]', "can do without one extract of several"),
        ('["care_leavers"]', "without names care_leavers, which the SQL does not read"),
        ('["children_on_a_plan"]', "without names children_on_a_plan, which the SQL does not read"),
    ],
)
def test_what_it_cannot_do_without_is_refused(tmp_path, without, says):
    front = SAYS.format(f'without = {without}\ndiffers = "So."')
    with pytest.raises(Mendable, match=says):
        read_indicators(written(tmp_path, front + SQL), Trial.blank())
