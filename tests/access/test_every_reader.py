"""Every function that takes a reader, in every role, after another role has warmed the caches.

What a role may not do is refused; what it may read holds no identifier where it may see no lists, no small figure where
it may see none, and nothing of an authority that is not the reader's.
"""

import ast
import functools
import importlib
import inspect
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import data
import indicators
from data.access import EVERY as ALL
from data.access import LOCAL_USER, MAY, Act, Reader
from data.annotations.comments import Comment, Was
from data.annotations.events import PRACTICE, Event, events
from data.annotations.issued_reports import IssuedReport, keep_issued
from data.annotations.kept_views import KeptView
from data.annotations.questions import Question
from data.annotations.targets import LOCAL_TARGET, Target
from data.errors import Mendable
from data.exchange.document import Document, Exchanged
from data.ledger.attempts import Attempt
from data.ledger.delivery import Delivery
from data.ledger.loads import withdraw
from data.published.dfe_file import read_release
from data.published.neighbours import Neighbour
from data.settings import Settings
from indicators.change.comments import write_comment
from indicators.comparison.comparators import Comparator
from indicators.engine.catalogue import indicator_called
from indicators.figures.disclosure import is_small, sees_exactly
from indicators.figures.figure import Figure
from indicators.figures.one_child import records_held
from indicators.studies.plan_exchange import PlanArrived
from indicators.variation.targets import Aim
from pages.kit.frame import cache
from pages.kit.month import lists_kept
from tests.access.two_boroughs import MARK, OCTOBER, OURS, SEPTEMBER, THEIRS, two_boroughs
from tests.examples import example_rows
from tests.published import BRENT, rows_of, workforce
from tests.store_filling import incoming, measure_when_asked
from validation.return_check import given_files, return_check

ROOT = Path(__file__).parents[2]
INDICATORS = ("cp_visits_in_timescale", "unborn_children_on_a_plan", "children_on_a_plan")
SMALL = INDICATORS[1]
"""Counts so few that every figure of it is small."""
TEAM = "Locality North"
READERS = {
    **{role: Reader(role, (role,), (OURS,), ("*",)) for role in (*MAY, "nobody's")},
    "senior_manager": Reader("a head", ("senior_manager",), (OURS,), ("child_protection",)),
    "team_manager": Reader("a manager", ("team_manager",), (OURS,), ("*",), (TEAM,)),
    "an analyst of one service": Reader("an analyst", ("analyst",), (OURS,), ("workforce",)),
    "a head who is a member": Reader("both", ("member", "senior_manager"), (OURS,), ("child_protection",)),
}
EVERY_ROLE = [
    role if role in MAY or role == "nobody's" else pytest.param(role, marks=pytest.mark.soak) for role in READERS
]
"""The readers that pages and commands are tried with; several roles together, and a part of one, take longer."""
ALIKE = ("public", "information_governance")
"""Roles that see of figures and rows what a member does: pages and commands are tried with them at length."""
WITHIN = object()
"""Asked only within the rooms named here: what is exact goes out through the functions that suppress it."""
MAY_ASK = {
    "exact_figures",
    "exact_breakdown",
    "services_of_teams",
    "month_pack",
    "every_part",
    "with_parts",
    "wholes_of",
    "with_verdicts",
    "has_parts_decided",
    "places_hidden",
    "team_counts_shown",
    "places_rest_hidden",
    "what_tells",
    "hidden_numbers",
    "must_tell_nobody",
    "must_be_fit",
    "without_what_tells_of_sisters",
    "given_rows",
    "stated_each_time",
    "causes",
    "every_version",
    "comments",
}
PURGED = {"place": ROOT / "none.duckdb", "key": None, "pseudonym_key": None, "number": 1}
SUM = Aim(OCTOBER, None, LOCAL_TARGET, "The board", "Plan, page 9")


@dataclass(frozen=True)
class Tried:
    """Hold which acts let a reader in, any of them, for what service, and if one team will do; what else is given."""

    acts: tuple[Act, ...]
    given: Mapping[str, Any]
    service: str = ALL
    is_of_some_team: bool = False

    def lets_in(self, reader: Reader) -> bool:
        """Tell whether a reader may ask."""
        if self.is_of_some_team and self.service == ALL:
            return any(map(reader.may_somewhere, self.acts))
        if self.is_of_some_team:
            return any(reader.teams_with(act, self.service) for act in self.acts)
        return any(reader.may_of(act, self.service) for act in self.acts)


def by(*acts: Act, service: str = ALL, **given: Any) -> Tried:
    return Tried(acts, given, service)


def by_some_team(*acts: Act, service: str = ALL, **given: Any) -> Tried:
    """Try what a reader of one team may ask, who is told of it alone."""
    return Tried(acts, given, service, is_of_some_team=True)


@functools.cache
def usual(authority: str) -> dict[str, Any]:
    """Return what functions are given by the names of their parameters."""
    said = Comment(authority, SMALL, OCTOBER, "All is well: {figure}.", "Head of safeguarding")
    return {
        "authority": authority,
        "month": OCTOBER,
        "months": (SEPTEMBER, OCTOBER),
        "indicator": indicator_called(INDICATORS[0]),
        "indicators": [indicator_called(each) for each in INDICATORS],
        "comment": said,
        "event": Event(authority, date(2026, 9, 1), PRACTICE, "Opened", "It opened.", (), (), "Head"),
        "target": Target(authority, SMALL, 1.0, None, OCTOBER, None, LOCAL_TARGET, "The board", "Plan, page 9"),
        "delivery": Delivery(
            authority, OCTOBER, [incoming("child_protection_plans", example_rows("child_protection_plans", [{}]))], 0
        ),
        "attempt": Attempt("children", "a.csv", "", "invented", "accept", {}, {}),
        "view": KeptView(authority, "Mine", "of=children_on_a_plan"),
        "report": IssuedReport(authority, OCTOBER, "exempt", ".pdf", {}, {"4.1": SMALL}, "1.0", "f" * 16, "e" * 16, ""),
        "question": Question(authority, SMALL, OCTOBER, "Why so few?", "Scrutiny Committee"),
        "aim": SUM,
        "extract": "children",
        "child_id": "C00292",
        "revision": 1,
        "known_on": None,
    }


FIGURES, LISTS, ROWS, PUBLISH = Act.AGGREGATES, Act.LISTS, Act.ROWS, Act.PUBLISH
ANNOTATE, LOAD = Act.ANNOTATE, Act.BENCHMARKS
CODES = ("E09000005", "E09000033")
GROUP = {"name": "Two", "codes": CODES}
HANDED = Document(CODES[0], OCTOBER, (Exchanged(SMALL, "count", OCTOBER, "of another wording", 12.0, 12.0),))
RELEASE = read_release("a.csv", workforce(rows_of(BRENT, "2025", "100", "10", "10")), {})
EVERY: dict[str, Tried | object] = {
    "data.annotations.action_plan.keeping.keep_items": by(ANNOTATE, items=[]),
    "data.annotations.action_plan.laid_down.plan_of_month": by(FIGURES),
    "data.annotations.action_plan.reading.plan_known": by(FIGURES),
    "data.annotations.action_plan.reading.versions": by(FIGURES),
    "data.annotations.comments.keep_comment": by(ANNOTATE, figures=[]),
    "data.annotations.comments.remove_comment": by(ANNOTATE),
    "data.annotations.comments.every_version": WITHIN,
    "data.annotations.comments.comments": WITHIN,
    "data.annotations.comments.latest_comment": by(FIGURES),
    "data.annotations.events.keep_event": by(ANNOTATE),
    "data.annotations.events.take_back": by(ANNOTATE, number=1, why="A mistake"),
    "data.annotations.events.events": by(FIGURES),
    "data.annotations.issued_reports.keep_issued": by(ANNOTATE, contents=b"A report"),
    "data.annotations.issued_reports.issued_reports": by(FIGURES),
    "data.annotations.issued_reports.issued_called": by(FIGURES, number=1),
    "data.annotations.issued_reports.issued_report": by(FIGURES, number=1),
    "data.annotations.kept_views.keep_view": by(FIGURES),
    "data.annotations.kept_views.drop_view": by(FIGURES, name="Mine"),
    "data.annotations.kept_views.kept_views": by(FIGURES),
    "data.annotations.questions.ask_question": by(ANNOTATE),
    "data.annotations.questions.answer_question": by(ANNOTATE, number=1, answer="Yes.", answered_by="Director"),
    "data.annotations.questions.questions": by(FIGURES),
    "data.annotations.targets.keep_target": by(ANNOTATE),
    "data.annotations.targets.targets": by(FIGURES),
    "data.exchange.exchanged_figures.keep_document": by(LOAD, name="a.json", document=HANDED),
    "data.ledger.attempts.note_attempts": by(PUBLISH, attempts=[]),
    "data.ledger.attempts.attempts": by(PUBLISH, Act.GOVERN),
    "data.ledger.attempts.tried_before": by(PUBLISH),
    "data.ledger.confirmed_headings.headings_confirmed": by(PUBLISH),
    "data.ledger.confirmed_headings.confirm_headings": by(PUBLISH, confirmed={}),
    "data.ledger.audit_log.record_read": by(),
    "data.audit.chain.verify": by(Act.GOVERN, Act.ADMINISTER),
    "data.audit.log_entries.entries": by(Act.GOVERN),
    "data.audit.log_entries.people": by(Act.GOVERN),
    "data.ledger.acts.latest_acts": by(FIGURES, how_many=5),
    "data.ledger.data_quality.last_files": by(FIGURES),
    "data.ledger.data_quality.found_in_loads": by(FIGURES),
    "data.ledger.history.history": by(FIGURES),
    "data.ledger.history.turns": by(FIGURES),
    "data.ledger.history.loads_told": by(FIGURES),
    "data.ledger.history.published_rows": by(ROWS),
    "data.ledger.history.standing_version": by(FIGURES, sha256="invented", sheet=""),
    "data.ledger.history.standing_elsewhere": by(FIGURES, sha256="invented", sheet=""),
    "data.ledger.history.state_of": by(FIGURES, until=OCTOBER),
    "data.ledger.history.revision": by(FIGURES),
    "data.ledger.history.months_held": by(FIGURES),
    "data.ledger.history.authorities_held": by(FIGURES),
    "data.ledger.published_months.published_months": by(FIGURES),
    "data.ledger.loads.store_loads": by(PUBLISH, measure=measure_when_asked),
    "data.ledger.loads.withdraw": by(PUBLISH, load="standing", why="A mistake"),
    "data.ledger.loads.restore": by(PUBLISH, load="withdrawn", why="A mistake"),
    "data.ledger.loads.withdraw_together": by(PUBLISH, load="standing", why="A mistake"),
    "data.ledger.loads.restore_together": by(PUBLISH, load="withdrawn", why="A mistake"),
    "data.ledger.loads.met_since": by(PUBLISH),
    "data.ledger.open_queries.queries_standing": by(ROWS),
    "data.ledger.query_reasons.explained": by(PUBLISH),
    "data.ledger.stored_answers.kept_answer": by(ROWS, question="alerts"),
    "data.ledger.stored_answers.keep_answer": by(ROWS, question="alerts", answer="", at=0),
    "data.identities.leading_back.led_back": by_some_team(LISTS, texts=(), why="To look", services={}),
    "data.published.areas.names_seen_by": by(),
    "data.published.authority_groups.keep_group": by(LOAD, **GROUP),
    "data.published.neighbours.keep_neighbours": by(LOAD, rows=[Neighbour("1999", CODES[0], 1, CODES[1], "Close")]),
    "data.published.published_figures.keep_release": by(LOAD, release=RELEASE),
    "data.published.releases.load_file": by(LOAD, name="a.csv", contents=b"nothing of DfE's"),
    "data.upkeep.backup.back_up": by(Act.ADMINISTER, place=ROOT / "new.duckdb", store_key=None, key=None),
    "data.audit.exports.hand_out": by(),
    "data.audit.exports.marking_of": by(),
    "data.upkeep.log_looks.log_looks": by(Act.ADMINISTER),
    "data.upkeep.doctor.look_through": by(Act.ADMINISTER, chosen=Settings(None, None, None)),
    "data.upkeep.carrying_over.carried_to_lake": by(
        Act.ADMINISTER, place=ROOT / "none", key=None, address=None, folder=None
    ),
    "data.upkeep.carrying_over.carried_to_file": by(Act.ADMINISTER, address=None, place=ROOT / "new.duckdb", key=None),
    "data.upkeep.restoring.put_back": by(
        *(Act.ADMINISTER,), backup=ROOT / "none", key=None, place=ROOT / "new.duckdb", store_key=None, replace=False
    ),
    "data.upkeep.doctor.look_over": by(Act.ADMINISTER, chosen=Settings(None, None, None), trouble="", folder=ROOT),
    "data.upkeep.purge_requests.would_go": by(Act.GOVERN),
    "data.upkeep.purge_requests.ask_for": by(Act.GOVERN, why="The schedule says so", child_id="NOBODY"),
    "data.upkeep.purge_requests.requests": by(Act.GOVERN),
    "data.upkeep.purging.purge": by(Act.GOVERN, **PURGED, counted=None),
    "data.upkeep.purging.purge_on_lake": by(
        Act.GOVERN, **PURGED | {"place": "ducklake:postgres:dbname=none host=/none"}, counted=None
    ),
    "indicators.figures.without_rows.purge_keeping_figures": by(Act.GOVERN, **PURGED),
    "indicators.change.comments.write_comment": by(ANNOTATE),
    "indicators.change.comments.commented": by(FIGURES),
    "indicators.change.comments.versions_of": by(FIGURES, indicator=SMALL),
    "indicators.change.comments.draft": by(FIGURES),
    "indicators.change.members_questions.ask": by(ANNOTATE),
    "indicators.change.members_questions.asked": by(FIGURES),
    "indicators.change.entries_and_exits.counted_anew": by(ROWS),
    "indicators.change.month_readings.alerts_read": by(FIGURES),
    "indicators.change.month_readings.changed_read": by(ROWS),
    "indicators.change.month_readings.read_ahead": by(ROWS, authority="E06000001"),
    "indicators.change.moved_figures.every_figure": by(FIGURES),
    "indicators.change.restatement_causes.causes": WITHIN,
    "indicators.change.restatements.restatements": by(FIGURES),
    "indicators.change.since_last_month.since_last_month": by(ROWS, indicator=indicator_called(INDICATORS[2])),
    "indicators.change.stated_over_time.stated_each_time": WITHIN,
    "indicators.change.what_changed.what_changed": by(ROWS),
    "indicators.comparison.comparators.keep_group_for_comparing": by(LOAD, **GROUP),
    "indicators.comparison.comparison.compare": by(
        FIGURES, indicator=indicator_called("average_caseload"), comparator=Comparator("two", "Two", members=CODES)
    ),
    "indicators.comparison.exchange.written": by(FIGURES, on=OCTOBER),
    "indicators.comparison.exchange.load_exchange": by(LOAD, name="a.json", contents=b"{}"),
    "indicators.comparison.peers.beside_peers": by(FIGURES, indicator=indicator_called("average_caseload")),
    "indicators.comparison.region.region_figures": by(FIGURES),
    "indicators.figures.aggregates.given_rows": WITHIN,
    "indicators.figures.best_and_worst_case.if_known": by(Act.EXACT, service="child_protection"),
    "indicators.disclosure.month_audit.audited": by(Act.EXACT, months=()),
    "indicators.disclosure.month_pack.month_pack": WITHIN,
    "indicators.disclosure.month_pack.every_part": WITHIN,
    "indicators.disclosure.month_pack.with_parts": WITHIN,
    "indicators.disclosure.month_pack.wholes_of": WITHIN,
    "indicators.figures.breakdown.breakdown": by(FIGURES, by="team"),
    "indicators.figures.breakdown.exact_breakdown": WITHIN,
    "indicators.figures.breakdown.services_of_teams": WITHIN,
    "indicators.figures.disclosure.as_seen_by": by(),
    "indicators.figures.disclosure.sees_exactly": by(),
    "indicators.figures.due_soon.falling_due": by_some_team(LISTS, within=30),
    "indicators.figures.due_soon.if_nothing_is_done": by(FIGURES),
    "indicators.figures.families.families": by(ROWS),
    "indicators.figures.measured_figures.figures": by(FIGURES),
    "indicators.figures.measured_figures.exact_figures": WITHIN,
    "indicators.figures.measured_figures.rows_behind": by_some_team(LISTS, service="child_protection"),
    "indicators.figures.measured_figures.whole_inputs": by(FIGURES),
    "indicators.figures.measured_figures.let_in": by(),
    "indicators.figures.one_child.counts_in": by_some_team(LISTS),
    "indicators.figures.one_child.records_held": by_some_team(LISTS),
    "indicators.figures.verdicts.told_to": by(),
    "indicators.figures.verdicts.knows_some_teams": by(),
    "indicators.figures.verdicts.without_what_tells_of_sisters": WITHIN,
    "indicators.figures.verdicts.with_verdicts": WITHIN,
    "indicators.figures.verdicts.has_parts_decided": WITHIN,
    "indicators.figures.verdicts.places_hidden": WITHIN,
    "indicators.figures.verdicts.team_counts_shown": WITHIN,
    "indicators.figures.verdicts.places_rest_hidden": WITHIN,
    "indicators.figures.public_texts.objections": by(ANNOTATE, text="One child of the 12."),
    "indicators.figures.public_texts.what_tells": WITHIN,
    "indicators.figures.public_texts.hidden_numbers": WITHIN,
    "indicators.figures.public_texts.must_tell_nobody": WITHIN,
    "indicators.figures.uncounted_rows.left_out": by(ROWS),
    "indicators.figures.uncounted_rows.not_held": by(ROWS),
    "indicators.studies.plan_exchange.plan_arrived": by(ANNOTATE, file_name="plan.csv", contents=b"a,b\n1,2\n"),
    "indicators.studies.plan_exchange.take_plan": by(ANNOTATE, arrived=PlanArrived((), ())),
    "indicators.studies.plan_exchange.as_taken_away": by_some_team(Act.EXACT),
    "indicators.studies.plan_entry.must_be_fit": WITHIN,
    "indicators.studies.plan_entry.enter_items": by(ANNOTATE, items=[]),
    "indicators.studies.plan_entry.plan_told": by(FIGURES),
    "indicators.studies.plan_entry.plan_seen": by(FIGURES, latest=OCTOBER),
    "indicators.studies.caseloads.caseloads": by_some_team(Act.TEAMS, service="workforce"),
    "indicators.studies.difference_in_differences.beside_the_other_teams": by(FIGURES, team="Not known"),
    "indicators.studies.event_effect.effect": by(FIGURES),
    "indicators.studies.learning.learning": by(ROWS, quarter=(OCTOBER,)),
    "indicators.studies.plan_cohort.follow": by(ROWS),
    "indicators.studies.step_down.held_cases": by(Act.EXACT, service="workforce"),
    "indicators.studies.step_down.may_be_told": by(),
    "indicators.variation.alerts.alerts": by(FIGURES),
    "indicators.variation.alerts.alerts_by_team": by(FIGURES),
    "indicators.variation.segments.annotate": by(ANNOTATE),
    "indicators.variation.targets.set_target": by(ANNOTATE, value=1.0),
    "indicators.variation.targets.end_target": by(ANNOTATE),
    "indicators.variation.targets.how_they_fare": by(FIGURES),
    "validation.return_check.return_check.check_of_store": by(FIGURES, collection="ssda903", year="2026/27"),
    "validation.return_check.given_files.check_of_files": by(
        PUBLISH, files=[("a.csv", b"what\n1\n")], collection="cin", year="2026/27"
    ),
    "pages.kit.frame.cache.figures_kept": by(FIGURES, indicators=INDICATORS),
    "pages.kit.frame.cache.targets_kept": by(FIGURES),
    "pages.kit.frame.cache.events_kept": by(FIGURES),
    "pages.kit.frame.cache.figures_known": by(FIGURES),
    "pages.kit.frame.cache.groups_kept": by(FIGURES, indicators=INDICATORS, by="team"),
    "pages.kit.frame.cache.if_known_kept": by(Act.EXACT, service="child_protection", indicator=INDICATORS[0]),
    "pages.kit.frame.cache.due_kept": by_some_team(LISTS, indicators=INDICATORS),
    "pages.kit.month.lists_kept.rows_kept": by_some_team(LISTS, service="child_protection", indicator=INDICATORS[0]),
    "pages.kit.month.lists_kept.left_out_kept": by(ROWS, indicator=INDICATORS[0]),
    "pages.kit.month.lists_kept.not_held_kept": by(ROWS, indicator=INDICATORS[0]),
    "pages.kit.frame.cache.later_kept": by(FIGURES, indicator=INDICATORS[0]),
    "pages.kit.frame.cache.restated_kept": by(FIGURES, indicators=INDICATORS),
    "pages.kit.frame.cache.loads_kept": by(FIGURES),
}
"""Every function that takes a reader and a store: what lets a reader in, or that it is not for handing out."""


@functools.cache
def taking_a_reader() -> dict[str, Any]:
    """Return every public function that takes a reader; one that takes a cursor, too, is a writer's."""
    found = {}
    rooms = [importlib.import_module(each.name) for room in (data, indicators) for each in _modules(room)]
    for module in (*rooms, return_check, given_files, cache, lists_kept):
        for name, function in vars(module).items():
            plain = inspect.unwrap(function) if callable(function) else function
            if not inspect.isfunction(plain) or plain.__module__ != module.__name__ or name.startswith("_"):
                continue
            taken = inspect.signature(plain).parameters
            if "cursor" not in taken and any(each.annotation in (Reader, "Reader") for each in taken.values()):
                found[f"{module.__name__}.{name}"] = function
    return found


def _modules(room: Any) -> Iterator[pkgutil.ModuleInfo]:
    for each in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        if not each.name.endswith("__main__"):
            yield each


READ = {name: tried for name, tried in EVERY.items() if isinstance(tried, Tried) and tried.acts}


@pytest.fixture(scope="module")
def store():
    """Give the two boroughs, with a comment on a small figure and a load withdrawn; the analyst has read everything."""
    made = two_boroughs()
    for authority in (OURS, THEIRS):
        write_comment(made, LOCAL_USER, usual(authority)["comment"])
        withdraw(made, LOCAL_USER, load_of(made, authority, "training"), "To be tried")
        keep_issued(made, LOCAL_USER, usual(authority)["report"], b"A report")
    with pytest.MonkeyPatch.context() as patched:
        for keeping in (cache, lists_kept):
            patched.setattr(keeping, "current_store", lambda: made)
        for name in READ:
            asked(made, name, LOCAL_USER, OURS)
            if (
                ".cache." in name or ".lists_kept." in name
            ) and "figures_known" not in name:  # a month of every indicator takes seconds
                asked(made, name, LOCAL_USER, THEIRS)
        yield made
    made.close()


def load_of(store: Any, authority: str, extract: str) -> int:
    held = store.ask(
        LOCAL_USER,
        "select load from ledger.loads where authority = $authority and month = $month and extract = $extract",
        **{"authority": authority, "month": OCTOBER, "extract": extract},
    )
    return int(held["load"].iloc[-1])


def asked(store: Any, name: str, reader: Reader, authority: str) -> Any:
    """Return what a function says to a reader, or why it refuses; what it changes is not kept."""
    function = taking_a_reader()[name]
    given = usual(authority) | dict(READ[name].given)
    extracts = {"standing": "visits", "withdrawn": "training"}
    if given.get("load") in extracts:
        given["load"] = load_of(store, authority, extracts[given["load"]])
    if name.endswith("take_back"):
        given["number"] = next((each.number for each in events(store, LOCAL_USER, authority)), 1)
    taken = inspect.signature(inspect.unwrap(function)).parameters
    chosen = {each: value for each, value in given.items() if each in taken}
    if "store" not in taken:
        return _told(lambda: function(reader, **chosen))
    if ".doctor." in name:
        return _told(lambda: function(reader, store=store, **chosen))
    if READ[name].acts[0] not in (PUBLISH, ANNOTATE, LOAD):
        return _told(lambda: function(store, reader, **chosen))
    with store.rehearsal() as rehearsal:
        return _told(lambda: function(rehearsal, reader, **chosen))


def _told(ask: Any) -> Any:
    try:
        return ask()
    except Mendable as why:
        return why


def parts(told: Any) -> Iterator[Any]:
    """Yield everything that is in an answer, whatever it is wrapped in."""
    yield told
    if isinstance(told, pd.DataFrame):
        yield from (cell for column in told for cell in told[column].tolist())
    elif isinstance(told, Mapping):
        for each in (*told.keys(), *told.values()):
            yield from parts(each)
    elif isinstance(told, list | tuple | set | frozenset):
        for each in told:
            yield from parts(each)
    elif is_dataclass(told) and not isinstance(told, type):
        for each in fields(told):
            yield from parts(getattr(told, each.name))


def is_refused(told: Any) -> bool:
    return isinstance(told, Mendable) and " may not " in str(told)


@pytest.fixture(scope="module")
def identifiers(store) -> set[str]:
    """Give every identifier of our children and plans."""
    asks = ("select child_id as named from uploaded.children", "select plan_id from uploaded.child_protection_plans")
    return {str(each) for ask in asks for each in store.ask(LOCAL_USER, ask).iloc[:, 0]}


@pytest.fixture(scope="module")
def of_the_team(store) -> set[str]:
    """Give the identifiers of those whom the team holds."""
    rows = store.ask(LOCAL_USER, "select subject, child_id from measured.rows where team = $team", team=TEAM)
    return {str(each) for column in rows for each in rows[column]}


def test_every_function_that_takes_a_reader_is_tried_here():
    assert set(taking_a_reader()) == set(EVERY)


@pytest.mark.parametrize("role", READERS)
def test_a_role_is_told_what_it_may_know_and_no_more(store, identifiers, of_the_team, role):
    reader = READERS[role]
    listed = of_the_team if reader.teams_with(LISTS, ALL) == (TEAM,) else set()
    for name, tried in READ.items():
        told = asked(store, name, reader, OURS)
        assert is_refused(told) != tried.lets_in(reader), f"{name}: {told}"
        held = [] if isinstance(told, Mendable) else list(parts(told))
        _nothing_of_theirs(name, told)
        if not reader.may(LISTS):
            names = (identifiers - listed) & {each for each in held if isinstance(each, str)}
            assert not names, (name, sorted(names)[:3])
        small = [each for each in held if isinstance(each, Figure) and is_small(each) and not _may_see(reader, each)]
        small += [each for each in held if isinstance(each, Was) and not sees_exactly(reader, each.indicator)]
        assert not small, (name, small[:1])


def _may_see(reader: Reader, figure: Figure) -> bool:
    return sees_exactly(reader, figure.indicator, figure.group if figure.by == "team" else ALL)


@pytest.mark.parametrize("role", READERS)
def test_nothing_of_another_authority_is_told(store, role):
    for name in READ:
        _nothing_of_theirs(name, asked(store, name, READERS[role], THEIRS))


def _nothing_of_theirs(name: str, told: Any) -> None:
    held = [str(told)] if isinstance(told, Mendable) else list(parts(told))
    assert not [each for each in held if isinstance(each, str) and MARK in each], name
    assert not [each for each in held if isinstance(each, Figure) and each.authority == THEIRS and each.value], name


def test_what_is_exact_is_asked_for_only_where_it_is_suppressed():
    rooms = [path for room in ("pages", "validation") for path in (ROOT / room).rglob("*.py")]
    within = {name.rpartition(".")[2] for name, tried in EVERY.items() if tried is WITHIN}
    assert within == MAY_ASK
    for path in rooms:
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(each, ast.ImportFrom) and (each.module or "").startswith(("data.", "indicators.")):
                assert not within & {name.name for name in each.names}, path


def test_the_canaries_are_there(store, identifiers):
    """An analyst is told identifiers and small figures of both, so that to find none of them says something."""
    everywhere = LOCAL_USER
    for authority, wanted in ((OURS, identifiers), (THEIRS, {f"{MARK}{each}" for each in identifiers})):
        rows = parts(asked(store, "indicators.figures.measured_figures.rows_behind", everywhere, authority))
        assert wanted & {each for each in rows if isinstance(each, str)}
        said = list(parts(asked(store, "pages.kit.frame.cache.figures_kept", everywhere, authority)))
        assert any(isinstance(each, Figure) and is_small(each) for each in said)
        kept = parts(asked(store, "indicators.change.comments.commented", everywhere, authority))
        assert any(isinstance(each, Was) for each in kept)


def test_of_a_service_that_is_not_the_reader_s_is_told_what_a_member_is(store):
    reader, member = (READERS[each] for each in ("an analyst of one service", "member"))
    for name in (
        "figures.measured_figures.figures",
        "figures.breakdown.breakdown",
        "change.comments.commented",
        "change.restatements.restatements",
    ):
        asked_of_both = [asked(store, f"indicators.{name}", each, OURS) for each in (reader, member)]
        assert asked_of_both[0] == asked_of_both[1], name
    for name in ("measured_figures.rows_behind", "uncounted_rows.left_out"):
        assert is_refused(asked(store, f"indicators.figures.{name}", reader, OURS)), name
    assert asked(store, "indicators.figures.one_child.counts_in", reader, OURS) == []


def test_a_head_sees_every_number_of_their_own_service(store):
    for name in ("indicators.figures.measured_figures.figures", "indicators.figures.breakdown.breakdown"):
        assert asked(store, name, READERS["senior_manager"], OURS) == asked(store, name, LOCAL_USER, OURS)


def test_a_team_manager_sees_every_number_and_the_list_of_their_own_team_alone(store, of_the_team):
    manager, member = READERS["team_manager"], READERS["member"]
    name = "indicators.figures.breakdown.breakdown"
    exact, seen, public = (asked(store, name, each, OURS) for each in (LOCAL_USER, manager, member))
    for figure, mine, theirs in zip(exact, seen, public, strict=True):
        if figure.group == TEAM:
            assert mine == figure
        elif mine.numerator is not None:
            assert mine == replace(theirs, not_yet_due=None), "how many are not yet due add up, too"
    assert any(figure.group == TEAM and is_small(figure) for figure in seen), "no small figure of the team is tried"
    rows = asked(store, "indicators.figures.measured_figures.rows_behind", manager, OURS)
    assert not rows.empty
    assert set(rows["team"]) == {TEAM}
    due = asked(store, "indicators.figures.due_soon.falling_due", manager, OURS)
    assert due
    assert {subject.team for subject in due} == {TEAM}
    child = next(iter(rows["child_id"]))
    assert records_held(store, manager, OURS, OCTOBER, child)
    stranger = next(child for child in identifiers_of(store) if child not in of_the_team)
    assert records_held(store, manager, OURS, OCTOBER, stranger) == {}
    spread = asked(store, "indicators.studies.caseloads.caseloads", manager, OURS)
    assert set(spread["team"]) == {TEAM}


def identifiers_of(store: Any) -> list[str]:
    return list(store.ask(LOCAL_USER, "select child_id from uploaded.children order by child_id")["child_id"])


NAMED_IN = {"data/access.py", "data/roles.py", "pages/kit/frame/session.py"}
"""Where the user of this computer is named, for pages and the command line alike; from there it goes on."""


def test_who_asks_is_named_in_one_place_for_pages_and_the_command_line():
    product = [path for room in ("data", "indicators", "pages", "validation") for path in (ROOT / room).rglob("*.py")]
    named = {path for path in product if "LOCAL_USER" in path.read_text(encoding="utf-8")}
    assert {f"{path.relative_to(ROOT).as_posix()}" for path in named} == NAMED_IN


def test_whoever_counts_for_a_reader_is_made_where_no_row_goes_on_but_to_who_may_see_it():
    product = [path for room in ("data", "indicators", "pages", "validation") for path in (ROOT / room).rglob("*.py")]
    named = {path.relative_to(ROOT).as_posix() for path in product if ".as_who_counts()" in path.read_text("utf-8")}
    assert named == {"validation/return_check/return_check.py"}


OF_THE_FILE = {"chosen.roles", "self.roles"}
"""The file of roles as it is set, and an entry of it as it becomes a reader."""


def test_what_a_role_may_is_looked_up_in_the_one_table():
    rooms = [path for room in ("data", "indicators", "pages", "validation") for path in (ROOT / room).rglob("*.py")]
    for path in (path for path in rooms if path not in (ROOT / "data/access.py", ROOT / "data/roles.py")):
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = ast.unparse(each) if isinstance(each, ast.Attribute) and each.attr == "roles" else ""
            assert not named or named in OF_THE_FILE, path


OF_NOBODY = {"_open", "_workbook", "keeper"}
"""What pages keep that holds no figure: the open store, a blank workbook, files by whoever handed them in."""


def test_whatever_pages_keep_is_kept_by_its_reader():
    keeping = {}
    for path in (ROOT / "pages").rglob("*.py"):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef) and any(
                "cache_" in ast.unparse(by) for by in function.decorator_list
            ):
                keeping[f"{path.stem}.{function.name}"] = [ast.unparse(given) for given in function.args.args]
    assert len(keeping) > 20
    for name, taken in keeping.items():
        hashed = [given for given in taken if not given.startswith("_")]
        assert name.rpartition(".")[2] in OF_NOBODY or any("Reader" in given for given in hashed), name
