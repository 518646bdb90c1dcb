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
from data.access import LOCAL_USER, MAY, Act, Reader
from data.annotations.comments import Comment, Was
from data.annotations.events import PRACTICE, Event, events
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
from indicators.figures.disclosure import is_small
from indicators.figures.figure import Figure
from indicators.variation.targets import Aim
from pages.kit.frame import cache
from tests.access.two_boroughs import MARK, OCTOBER, OURS, SEPTEMBER, THEIRS, two_boroughs
from tests.examples import example_rows
from tests.published import BRENT, rows_of, workforce
from tests.store_filling import incoming, measure_when_asked

ROOT = Path(__file__).parents[2]
INDICATORS = ("cp_visits_in_timescale", "unborn_children_on_a_plan", "children_on_a_plan")
SMALL = INDICATORS[1]
"""Counts so few that every figure of it is small."""
ROLES = (*MAY, "nobody's")
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
    """Hold which acts let a reader in, any of them, and with what a function is tried besides the usual."""

    acts: tuple[Act, ...]
    given: Mapping[str, Any]


def by(*acts: Act, **given: Any) -> Tried:
    return Tried(acts, given)


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
        "question": Question(authority, SMALL, OCTOBER, "Why so few?", "Scrutiny Committee"),
        "aim": SUM,
        "extract": "children",
        "child_id": "C00292",
        "revision": 1,
        "known_on": None,
    }


FIGURES, LISTS, PUBLISH, ANNOTATE, LOAD = Act.AGGREGATES, Act.LISTS, Act.PUBLISH, Act.ANNOTATE, Act.BENCHMARKS
CODES = ("E09000005", "E09000033")
GROUP = {"name": "Two", "codes": CODES}
HANDED = Document(CODES[0], OCTOBER, (Exchanged(SMALL, "count", OCTOBER, "of another wording", 12.0, 12.0),))
RELEASE = read_release("a.csv", workforce(rows_of(BRENT, "2025", "100", "10", "10")), {})
EVERY: dict[str, Tried | object] = {
    "data.annotations.comments.keep_comment": by(ANNOTATE, figures=[]),
    "data.annotations.comments.remove_comment": by(ANNOTATE),
    "data.annotations.comments.every_version": WITHIN,
    "data.annotations.comments.comments": WITHIN,
    "data.annotations.comments.latest_comment": by(FIGURES),
    "data.annotations.events.keep_event": by(ANNOTATE),
    "data.annotations.events.take_back": by(ANNOTATE, number=1, why="A mistake"),
    "data.annotations.events.events": by(FIGURES),
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
    "data.ledger.history.published_rows": by(LISTS),
    "data.ledger.history.standing_version": by(FIGURES, sha256="invented", sheet=""),
    "data.ledger.history.standing_elsewhere": by(FIGURES, sha256="invented", sheet=""),
    "data.ledger.history.revision": by(FIGURES),
    "data.ledger.history.months_held": by(FIGURES),
    "data.ledger.history.authorities_held": by(FIGURES),
    "data.ledger.loads.store_loads": by(PUBLISH, measure=measure_when_asked),
    "data.ledger.loads.withdraw": by(PUBLISH, load="standing", why="A mistake"),
    "data.ledger.loads.restore": by(PUBLISH, load="withdrawn", why="A mistake"),
    "data.ledger.loads.withdraw_together": by(PUBLISH, load="standing", why="A mistake"),
    "data.ledger.loads.restore_together": by(PUBLISH, load="withdrawn", why="A mistake"),
    "data.ledger.loads.met_since": by(PUBLISH),
    "data.ledger.query_reasons.explained": by(PUBLISH),
    "data.ledger.stored_answers.kept_answer": by(LISTS, question="alerts"),
    "data.ledger.stored_answers.keep_answer": by(LISTS, question="alerts", answer="", at=0),
    "data.identities.leading_back.led_back": by(LISTS, texts=(), why="To look"),
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
    "data.upkeep.restoring.put_back": by(
        *(Act.ADMINISTER,), backup=ROOT / "none", key=None, place=ROOT / "new.duckdb", store_key=None, replace=False
    ),
    "data.upkeep.doctor.look_over": by(Act.ADMINISTER, chosen=Settings(None, None, None), trouble="", folder=ROOT),
    "data.upkeep.purge_requests.would_go": by(Act.GOVERN),
    "data.upkeep.purge_requests.ask_for": by(Act.GOVERN, why="The schedule says so", child_id="NOBODY"),
    "data.upkeep.purge_requests.requests": by(Act.GOVERN),
    "data.upkeep.purging.purge": by(Act.GOVERN, **PURGED, counted=None),
    "indicators.figures.without_rows.purge_keeping_figures": by(Act.GOVERN, **PURGED),
    "indicators.change.comments.write_comment": by(ANNOTATE),
    "indicators.change.comments.commented": by(FIGURES),
    "indicators.change.comments.versions_of": by(FIGURES, indicator=SMALL),
    "indicators.change.comments.draft": by(FIGURES),
    "indicators.change.members_questions.ask": by(ANNOTATE),
    "indicators.change.members_questions.asked": by(FIGURES),
    "indicators.change.entries_and_exits.counted_anew": by(LISTS),
    "indicators.change.month_readings.alerts_read": by(FIGURES),
    "indicators.change.month_readings.changed_read": by(LISTS),
    "indicators.change.month_readings.read_ahead": by(LISTS, authority="E06000001"),
    "indicators.change.moved_figures.every_figure": by(FIGURES),
    "indicators.change.restatement_causes.causes": WITHIN,
    "indicators.change.restatements.restatements": by(FIGURES),
    "indicators.change.since_last_month.since_last_month": by(LISTS, indicator=indicator_called(INDICATORS[2])),
    "indicators.change.stated_over_time.stated_each_time": WITHIN,
    "indicators.change.what_changed.what_changed": by(LISTS),
    "indicators.comparison.comparators.keep_group_for_comparing": by(LOAD, **GROUP),
    "indicators.comparison.comparison.compare": by(
        FIGURES, indicator=indicator_called("average_caseload"), comparator=Comparator("two", "Two", members=CODES)
    ),
    "indicators.comparison.exchange.written": by(FIGURES, on=OCTOBER),
    "indicators.comparison.exchange.load_exchange": by(LOAD, name="a.json", contents=b"{}"),
    "indicators.comparison.peers.beside_peers": by(FIGURES, indicator=indicator_called("average_caseload")),
    "indicators.figures.aggregates.given_rows": WITHIN,
    "indicators.figures.best_and_worst_case.if_known": by(Act.EXACT),
    "indicators.disclosure.month_audit.audited": by(Act.EXACT, months=()),
    "indicators.disclosure.month_pack.month_pack": WITHIN,
    "indicators.disclosure.month_pack.every_part": WITHIN,
    "indicators.disclosure.month_pack.with_parts": WITHIN,
    "indicators.disclosure.month_pack.wholes_of": WITHIN,
    "indicators.figures.breakdown.breakdown": by(FIGURES, by="team"),
    "indicators.figures.breakdown.exact_breakdown": WITHIN,
    "indicators.figures.breakdown.services_of_teams": WITHIN,
    "indicators.figures.disclosure.as_seen_by": by(),
    "indicators.figures.due_soon.falling_due": by(LISTS, within=30),
    "indicators.figures.due_soon.if_nothing_is_done": by(FIGURES),
    "indicators.figures.families.families": by(LISTS),
    "indicators.figures.measured_figures.figures": by(FIGURES),
    "indicators.figures.measured_figures.exact_figures": WITHIN,
    "indicators.figures.measured_figures.rows_behind": by(LISTS),
    "indicators.figures.measured_figures.whole_inputs": by(FIGURES),
    "indicators.figures.measured_figures.let_in": by(),
    "indicators.figures.one_child.counts_in": by(LISTS),
    "indicators.figures.one_child.records_held": by(LISTS),
    "indicators.figures.verdicts.told_to": by(),
    "indicators.figures.verdicts.with_verdicts": WITHIN,
    "indicators.figures.verdicts.has_parts_decided": WITHIN,
    "indicators.figures.verdicts.places_hidden": WITHIN,
    "indicators.figures.verdicts.team_counts_shown": WITHIN,
    "indicators.figures.verdicts.places_rest_hidden": WITHIN,
    "indicators.figures.public_texts.objections": by(ANNOTATE, text="One child of the 12."),
    "indicators.figures.public_texts.what_tells": WITHIN,
    "indicators.figures.public_texts.hidden_numbers": WITHIN,
    "indicators.figures.public_texts.must_tell_nobody": WITHIN,
    "indicators.figures.uncounted_rows.left_out": by(LISTS),
    "indicators.figures.uncounted_rows.not_held": by(LISTS),
    "indicators.studies.action_plan.actions_of": by(LISTS),
    "indicators.studies.caseloads.caseloads": by(Act.TEAMS),
    "indicators.studies.difference_in_differences.beside_the_other_teams": by(FIGURES, team="Not known"),
    "indicators.studies.event_effect.effect": by(FIGURES),
    "indicators.studies.plan_cohort.follow": by(LISTS),
    "indicators.studies.step_down.held_cases": by(Act.EXACT),
    "indicators.studies.step_down.may_be_told": by(),
    "indicators.variation.alerts.alerts": by(FIGURES),
    "indicators.variation.alerts.alerts_by_team": by(FIGURES),
    "indicators.variation.segments.annotate": by(ANNOTATE),
    "indicators.variation.targets.set_target": by(ANNOTATE, value=1.0),
    "indicators.variation.targets.end_target": by(ANNOTATE),
    "indicators.variation.targets.how_they_fare": by(FIGURES),
    "pages.kit.frame.cache.figures_kept": by(FIGURES, indicators=INDICATORS),
    "pages.kit.frame.cache.targets_kept": by(FIGURES),
    "pages.kit.frame.cache.events_kept": by(FIGURES),
    "pages.kit.frame.cache.figures_known": by(FIGURES),
    "pages.kit.frame.cache.groups_kept": by(FIGURES, indicators=INDICATORS, by="team"),
    "pages.kit.frame.cache.if_known_kept": by(Act.EXACT, indicator=INDICATORS[0]),
    "pages.kit.frame.cache.due_kept": by(LISTS, indicators=INDICATORS),
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
    for module in (*rooms, cache):
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
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(cache, "current_store", lambda: made)
        for name in READ:
            asked(made, name, LOCAL_USER, OURS)
            if ".cache." in name and "figures_known" not in name:  # a month of every indicator takes seconds
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


def test_every_function_that_takes_a_reader_is_tried_here():
    assert set(taking_a_reader()) == set(EVERY)


@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_told_what_it_may_know_and_no_more(store, identifiers, role):
    reader = Reader(role, (role,), (OURS,), ("*",))
    for name, tried in READ.items():
        told = asked(store, name, reader, OURS)
        allowed = any(map(reader.may, tried.acts))
        assert is_refused(told) != allowed, f"{name}: {told}"
        held = [] if isinstance(told, Mendable) else list(parts(told))
        _nothing_of_theirs(name, told)
        if not reader.may(Act.LISTS):
            assert not identifiers & {each for each in held if isinstance(each, str)}, name
        if not reader.may(Act.EXACT):
            small = [each for each in held if isinstance(each, Figure) and is_small(each)]
            assert not small and not [each for each in held if isinstance(each, Was)], (name, small[:1])


@pytest.mark.parametrize("role", ROLES)
def test_nothing_of_another_authority_is_told(store, role):
    reader = Reader(role, (role,), (OURS,), ("*",))
    for name in READ:
        _nothing_of_theirs(name, asked(store, name, reader, THEIRS))


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


def test_a_service_that_is_not_the_reader_s_is_not_told(store):
    reader = replace(LOCAL_USER, who="a head", services=("leaving_care",))
    for name in ("figures.measured_figures.figures", "figures.breakdown.breakdown", "figures.one_child.counts_in"):
        assert is_refused(asked(store, f"indicators.{name}", reader, OURS)), name
    assert asked(store, "indicators.change.comments.commented", reader, OURS) == []
    fared = asked(store, "indicators.variation.targets.how_they_fare", reader, OURS)
    assert {indicator_called(each.target.indicator).service for each in fared} <= {"leaving_care"}


NAMED_IN = {"data/access.py", "pages/kit/frame/session.py", "pages/terminal/run.py"}
"""Where the user of this computer is named, for the pages once and for the command line once; from there it goes on."""


def test_who_asks_is_named_in_one_place_for_pages_and_one_for_the_command_line():
    product = [path for room in ("data", "indicators", "pages", "validation") for path in (ROOT / room).rglob("*.py")]
    named = {path for path in product if "LOCAL_USER" in path.read_text(encoding="utf-8")}
    assert {f"{path.relative_to(ROOT).as_posix()}" for path in named} == NAMED_IN


OF_THE_FILE = {"chosen.roles", "self.roles"}
"""The file of roles as it is set, and an entry of it as it becomes a reader."""


def test_what_a_role_may_is_looked_up_in_the_one_table():
    rooms = [path for room in ("data", "indicators", "pages", "validation") for path in (ROOT / room).rglob("*.py")]
    for path in (path for path in rooms if path != ROOT / "data/access.py"):
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = ast.unparse(each) if isinstance(each, ast.Attribute) and each.attr == "roles" else ""
            assert not named or named in OF_THE_FILE, path
