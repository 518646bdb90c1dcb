"""The stories planted in the action plan of Example Borough are found, and its words tell nobody."""

from data.access import LOCAL_USER as LOCAL
from data.access import PUBLIC
from data.annotations.action_plan.reading import plan_known, versions
from data.annotations.events import events
from data.invention.officers_plan import MOVED_BEFORE, ON_COURSE, UNMOVED
from data.invention.place import AUTHORITY
from data.ledger.history import months_held
from indicators.engine.catalogue import all_indicators
from indicators.figures.measured_figures import figures
from indicators.studies import action_plan
from indicators.studies.plan_entry import KEPT_BACK, plan_told


def test_the_planted_stories_are_found_and_the_rest_is_as_the_figures_are(borough):
    months = months_held(borough, LOCAL, AUTHORITY)
    actions, happened = plan_known(borough, LOCAL, AUTHORITY).actions, events(borough, LOCAL, AUTHORITY)
    of = {name: all_indicators()[name] for action in actions for name in [move.indicator for move in action.moves]}
    series = {name: (of[name], figures(borough, LOCAL, [of[name]], AUTHORITY, months), happened) for name in of}
    became = {each.action.action: each for each in action_plan.followed(actions, series, months[-1])}
    assert became[ON_COURSE].outcome == action_plan.ON_COURSE
    assert became[MOVED_BEFORE].courses[0].outcome == action_plan.BEFORE
    assert became[UNMOVED].outcome == action_plan.UNMOVED and became[UNMOVED].courses[0].late
    assert {became[name].outcome for name in ("AP0064", "AP0070")} == {action_plan.WRONG_WAY}
    assert action_plan.GONE not in {each.outcome for each in became.values()}


def test_what_files_left_out_is_said_in_words_and_the_files_stay_as_history(borough):
    plan = plan_known(borough, LOCAL, AUTHORITY)
    assert len(plan.actions) == 77 and all(action.owner for action in plan.actions if action.action >= "AP0059")
    said = [item for item in versions(borough, LOCAL, AUTHORITY) if item.key == ON_COURSE]
    assert [item.written.version for item in said] == list(range(1, len(said) + 1)) and len(said) > 3
    assert KEPT_BACK not in repr(plan_told(borough, PUBLIC, AUTHORITY))
