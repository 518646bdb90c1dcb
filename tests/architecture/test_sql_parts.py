"""Every filter is a parameter, every identifier from a list: what code writes into SQL is named with its reason."""

import ast
import tomllib
from pathlib import Path

import pytest

from data.access import LOCAL_USER
from data.errors import Mendable
from data.ledger.history import history, published_rows
from indicators.engine.catalogue import indicator_called
from indicators.figures.breakdown import breakdown
from tests.architecture.sql_parts import parts_of, parts_written
from tests.every_case import every
from tests.store_filling import BRENT, OCTOBER

ROOT = Path(__file__).parents[2]
ALLOWED = tomllib.loads(Path(__file__).with_name("sql_parts.toml").read_text(encoding="utf-8"))
REASONS = {"places", "list", "sql", "number", "day", "path"}


def test_whatever_is_written_into_sql_is_named_and_nothing_else_is():
    assert parts_written(ROOT) == {file: set(parts) for file, parts in ALLOWED.items()}


def test_every_reason_is_one_of_those_that_stand_above_the_list():
    assert {reason for parts in ALLOWED.values() for reason in parts.values()} == REASONS


PLANTED = {
    "f-string": """store.ask(reader, f"select * from ledger.loads where authority = '{authority}'")""",
    "percent": """cursor.execute("select * from ledger.loads where authority = '%s'" % authority)""",
    "sum": """store.ask(reader, "select * from ledger.loads where authority = '" + authority + "'")""",
    "format": """store.ask(reader, "select * from ledger.loads where authority = '{}'".format(authority))""",
    "in a variable": """question = f"select * from ledger.loads where authority = '{authority}'" """,
    "in a variable by format": """question = "delete from ledger.loads where load = {}".format(authority)""",
    "in a sum of a sum": """cursor.execute("select 1 where a = '" + (authority + "'"))""",
}


@every("way", PLANTED)
def test_a_filter_that_is_written_into_sql_is_seen_in_whatever_way(way):
    assert any("authority" in part for part in parts_of(ast.parse(PLANTED[way].strip())))


@pytest.mark.parametrize("written", ["1; select 2", "loads; drop table ledger.loads", "' or 1 = 1 --"])
def test_what_is_no_name_of_ours_is_asked_of_nothing(store, written):
    assert history(store, LOCAL_USER).empty
    with pytest.raises(KeyError):
        published_rows(store, LOCAL_USER, BRENT, OCTOBER, written)
    with pytest.raises(Mendable, match="There is no breakdown by"):
        breakdown(store, LOCAL_USER, [indicator_called("children_on_a_plan")], written, [OCTOBER], written)
    with pytest.raises(Mendable):
        indicator_called(written)
