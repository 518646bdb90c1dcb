"""How long a group has lain apart is counted back from the last month, on the side on which it lies now."""

from data.access import LOCAL_USER, PUBLIC
from data.invention import AUTHORITY
from data.ledger.history import months_held
from indicators.engine.catalogue import indicator_called
from indicators.figures.breakdown import breakdown
from indicators.figures.differential import against_the_rest, pooled
from indicators.figures.disclosure import CONFIDENTIAL
from pages.report.equalities import BY, differences

MEASURES = ("second_or_later_plans", "pathway_plans_in_place", "lac_persistent_absence", "dental_checks_up_to_date")


def test_it_agrees_with_a_count_by_hand(borough):
    months = months_held(borough, LOCAL_USER, AUTHORITY)[-6:]
    measures = [indicator_called(name) for name in MEASURES]
    asked, standing = differences(borough, LOCAL_USER, measures, AUTHORITY, months)
    assert asked and all(1 <= difference.months <= 6 for difference in standing)
    for difference in standing:
        sides = []
        for month in reversed(months):
            groups = breakdown(borough, LOCAL_USER, [difference.indicator], AUTHORITY, [month], BY)
            compared = {each.group.group: each for each in against_the_rest(pooled(difference.indicator, groups))}
            of = compared.get(difference.against.group.group)
            sides.append(None if of is None or not of.apart else of.times > 1)
        running = next((place for place, side in enumerate(sides) if side != sides[0]), len(sides))
        assert difference.months == running


def test_of_a_measure_with_a_hidden_group_the_public_is_told_nothing(borough):
    months = months_held(borough, LOCAL_USER, AUTHORITY)[-1:]
    measures = [indicator_called(name) for name in MEASURES]
    groups = breakdown(borough, PUBLIC, measures, AUTHORITY, months, BY)
    hidden = {figure.indicator for figure in groups if figure.reason == CONFIDENTIAL}
    asked, standing = differences(borough, PUBLIC, measures, AUTHORITY, months)
    assert hidden and not hidden & {difference.indicator.id for difference in standing}
    assert asked < differences(borough, LOCAL_USER, measures, AUTHORITY, months)[0]
