"""Whatever can give the public a figure stands in the list of what is attacked, and gives no cell that was not told."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import PUBLIC, Act
from data.annotations.comments import Comment
from indicators.change.comments import commented, draft, versions_of, write_comment
from indicators.change.moved_figures import every_figure
from indicators.change.restatements import restatements
from indicators.disclosure.on_demand import decide_on_demand
from indicators.engine.catalogue import indicator_called
from indicators.figures.breakdown import breakdown, exact_breakdown
from indicators.figures.disclosure import as_seen_by
from indicators.figures.due_soon import if_nothing_is_done
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import exact_figures, figures
from indicators.variation.alerts import alerts
from pages.kit.frame.contents import may_open, scripts
from pages.terminal.command_guide import commands
from tests.access import test_every_command
from tests.access import test_every_reader as every_reader
from tests.examples import example_rows
from tests.pages.exports import test_every_export
from tests.store_filling import BRENT, OCTOBER, publish_rows

ROOT = Path(__file__).parents[3]
LIST = tomllib.loads(Path(__file__).with_name("public_outputs.toml").read_text(encoding="utf-8"))
PLANS, NEGLECT = indicator_called("children_on_a_plan"), indicator_called("cp_plans_for_neglect")
BOTH = [PLANS, NEGLECT]


def test_every_function_that_the_public_may_ask_is_listed():
    may_ask = {name for name, tried in every_reader.READ.items() if Act.AGGREGATES in tried.acts}
    assert may_ask == set(LIST["functions"])


def test_every_command_that_writes_for_the_public_is_listed():
    public = {name for name, command in commands().items() if "public" in {each.name for each in command.params}}
    assert public | {"exchange export", "region"} == set(LIST["commands"])


def test_every_page_that_a_member_may_open_is_listed():
    """A member is shown what may be published: each page is a public output, and so is every file that it offers."""
    open_to_members = {name for name in scripts() if may_open(name, every_reader.READERS["member"])}
    assert open_to_members == set(LIST["pages"])


def test_every_command_that_a_member_may_give_is_listed():
    to_members = {name for name, given in test_every_command.COMMANDS.items() if Act.AGGREGATES in given.acts}
    assert to_members == set(LIST["given"])


def test_every_place_that_hands_a_file_to_the_public_is_listed():
    """Slides, workbooks, papers and pictures are made in these files, and none of them is made of exact figures."""
    assert set(LIST["handed_out"]) == test_every_export.WITH_FOOT | {"pages/terminal/commands/exchange.py"}
    kinds = {
        kind
        for part in ("functions", "commands", "files", "pages", "given", "handed_out")
        for kind in LIST[part].values()
    }
    assert kinds <= {"cells", "worked", "words", "ledger", "not public"}


def test_every_file_that_reads_as_the_public_is_listed():
    rooms = [path for room in ("data", "indicators", "pages", "validation") for path in (ROOT / room).rglob("*.py")]
    as_public = (".as_the_public()", ".as_of_the_region()")
    handing_out = {path for path in rooms if any(each in path.read_text(encoding="utf-8") for each in as_public)}
    assert {path.relative_to(ROOT).as_posix() for path in handing_out} == set(LIST["files"])


@pytest.fixture(scope="module")
def house() -> Iterator:
    """Give a store whose month was restated, with a small team and a comment on a figure."""
    from data.store.store import Store

    store = Store.in_memory()
    store.decide = decide_on_demand
    for teams in ({"North": 3, "South": 20, "West": 30}, {"North": 4, "South": 21, "West": 30, "East": 9}):
        plans = [
            {"child_id": f"{team}{number}", "team": team, "category": "NEG" if number % 3 else "EMO"}
            for team, many in teams.items()
            for number in range(many)
        ]
        publish_rows(store, {"child_protection_plans": example_rows("child_protection_plans", plans)})
        breakdown(store, PUBLIC, BOTH, BRENT, [OCTOBER], "team")
    write_comment(store, LOCAL, Comment(BRENT, NEGLECT.id, OCTOBER, "It stands at {figure}.", "Head"))
    yield store
    store.close()


def asked(store) -> dict[str, object]:
    """Return what the public is told by each function that gives cells, or works on them."""
    of = (store, PUBLIC, BOTH, BRENT, [OCTOBER])
    return {
        "figures": figures(*of),
        "known then": figures(*of, date(2026, 12, 31)),
        **{by: breakdown(*of, by) for by in ("team", "sex", "ethnicity")},
        "every figure": every_figure(store, PUBLIC, BRENT, OCTOBER),
        "restatements": restatements(*of),
        "commented": commented(store, PUBLIC, BRENT, [OCTOBER]),
        "versions": versions_of(store, PUBLIC, BRENT, NEGLECT.id),
        "draft": draft(store, PUBLIC, Comment(BRENT, NEGLECT.id, OCTOBER, "{figure}", "Head")),
        "soon": if_nothing_is_done(store, PUBLIC, [indicator_called("cp_reviews_in_timescale")], BRENT, OCTOBER),
        "alerts": alerts(*of),
    }


def not_decided_to_be_shown(store, told: Mapping[str, object]) -> list[tuple[str, Figure]]:
    """Return the figures with numbers in answers that no verdict shows."""
    with store.reading() as cursor:
        rows = cursor.execute(
            "select month, indicator, breakdown, part, numerator from store.measured.verdicts where verdict = 'shown'"
        ).fetchall()
    shown = set(rows)
    given = [(name, each) for name, answer in told.items() for each in every_reader.parts(answer)]
    cells = [(name, each) for name, each in given if isinstance(each, Figure) and each.numerator is not None]
    assert cells
    return [
        (name, each)
        for name, each in cells
        if (each.month, each.indicator, each.by, each.group, each.numerator) not in shown
    ]


def test_no_output_gives_a_figure_that_was_not_decided_to_be_shown(house):
    assert not_decided_to_be_shown(house, asked(house)) == []


def test_a_planted_output_that_forgets_the_verdicts_is_seen(house):
    told = {
        "by one table alone": as_seen_by(PUBLIC, exact_breakdown(house, PUBLIC, BOTH, BRENT, [OCTOBER], "team")),
        "exact": exact_figures(house, PUBLIC, BOTH, BRENT, [OCTOBER]),
    }
    assert {name for name, _ in not_decided_to_be_shown(house, told)} == {"by one table alone"}
