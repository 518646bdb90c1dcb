"""What a reader may see of the store: a view of each table under its bare name, and no question asks of anything else.

`ledger.loads` is a view of the base table `store.ledger.loads`, without the rows of authorities that are not the
reader's. Whose rows they are is said for each question, on a cursor of its own; where nothing is said there are none.
A reader of every authority pays nothing for it: DuckDB leaves out the half of a view that says `not reads_all()`.

Writers are no readers. Inside `Store.change`, and `Store.reading` before it, these read base tables, or the words of
`standing_loads.sql` over every authority, to number, to compare and to measure what they write:

* `data/ledger/loads.py`, `conflicts.py`, `numbers.py` and `clock.py`, as a month is published, withdrawn or restored;
* `data/ledger/audit_log.py`, the last seal of the log, and what lies aside for it;
* `data/annotations/comments.py` and `action_plan/keeping.py`, the version that what is written follows;
* `data/published/` and `data/exchange/`, whether a file is held already;
* `data/invention/sample_store.py`, the months of the invented borough;
* `indicators/engine/measure.py`, the rows that figures are made of.
"""

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import duckdb

from data.extracts import all_extracts
from data.store.attachment import SAFE, Cursor

EVERYBODY = ("*",)
BEFORE, WORDS = (Path(__file__).with_name(name) for name in ("readable.sql", "standing_loads.sql"))
OF_AN_AUTHORITY = (
    "ledger.loads",
    "ledger.attempts",
    "ledger.headings",
    "ledger.purges",
    "measured.measurements",
    "measured.answers",
    "measured.verdicts",
    "office.comments",
    "office.targets",
    "office.events",
    "office.kept_views",
    "office.questions",
    "office.issued_reports",
    "office.plan_sources",
    "office.plan_recommendations",
    "office.plan_actions",
)
"""Tables whose rows name the authority that they belong to."""
PART_OF = {
    "ledger.turns": ("load", "ledger.loads"),
    "ledger.findings": ("load", "ledger.loads"),
    "ledger.attempt_rules": ("attempt", "ledger.attempts"),
    "ledger.purged": ("purge", "ledger.purges"),
    "ledger.erased": ("purge", "ledger.purges"),
    "ledger.seals": ("event", "ledger.events"),
    "measured.rows": ("measurement", "measured.measurements"),
    "measured.figures": ("measurement", "measured.measurements"),
    "office.comment_figures": ("comment", "office.comments"),
    "office.events_taken_back": ("event", "office.events"),
    "office.question_answers": ("question", "office.questions"),
    "office.plan_judgements": ("plan_source", "office.plan_sources"),
    "office.plan_moves": ("plan_action", "office.plan_actions"),
}
"""Tables whose rows belong to a row of another: by which number, and of which table."""
OF_NO_LOAD = {"ledger.events": ("load", "ledger.loads")}
"""Tables whose rows may belong to no row of the other: then anybody may see them."""
SHIPPED = ("reference.authorities", "reference.population")
HARMLESS = ("unnest", "range", "generate_series")
"""Functions that make rows of what they are given, and read no table."""


def views_and_words() -> str:
    """Write the views that questions are asked of, uploaded tables aside, and the words over them."""
    before, after = (path.read_text(encoding="utf-8") for path in (BEFORE, WORDS))
    return "\n".join([before, *(view_of(name) for name in (*OF_AN_AUTHORITY, *OF_NO_LOAD, *PART_OF)), after])


@cache
def view_of(name: str) -> str:
    """Write a view: of whom its rows are by themselves, or by the row that they are part of."""
    if name in OF_AN_AUTHORITY:
        return f"create or replace view {name} as from store.{name} where reads_all() or may_read(authority);"
    number, whole = (PART_OF | OF_NO_LOAD).get(name, ("load", "ledger.loads"))
    nobodys = f"{number} is null or " if name in OF_NO_LOAD else ""
    return (
        f"create or replace view {name} as from store.{name} where reads_all() union all "
        f"from store.{name} where not reads_all() and ({nobodys}{number} in (select {number} from {whole}));"
    )


@cache
def uploaded_names() -> frozenset[str]:
    """Return what the views of uploaded tables are called."""
    return frozenset(f"uploaded.{name}" for name in all_extracts())


def see_as(cursor: Cursor, authorities: Sequence[str]) -> None:
    """Have the views of a cursor show the rows of these authorities, `*` for every one."""
    cursor.execute("set variable authorities = $authorities::varchar[]", {"authorities": list(authorities)})


@lru_cache(maxsize=512)
def must_ask_of_views(question: str) -> frozenset[str]:
    """Refuse a question that asks of anything but what its reader may see; return the uploaded tables it asks of.

    Raises:
        PermissionError: naming the tables and functions: a fault of ours, not of the reader.
    """
    with _parser().cursor() as cursor:
        (told,) = cursor.execute("select json_serialize_sql($question)", {"question": question}).fetchall()
    parsed = json.loads(told[0])
    if parsed["error"]:
        raise PermissionError(f"only a select may be asked of the store: {parsed['error_message']}")
    parts = list(_parts(parsed))
    named = {name["key"].lower() for each in parts for name in each.get("cte_map", {}).get("map", ())}
    asked = frozenset(filter(None, map(_asked_of, parts)))
    if refused := asked - _askable() - named:
        raise PermissionError(f"a question to the store may not ask of {', '.join(sorted(refused))}")
    return asked & uploaded_names()


@cache
def _askable() -> frozenset[str]:
    """Return all that a question may ask of: the views, what ships with the program, and the words over them."""
    words = re.findall(r"macro (\w+)\(.*\) as table", WORDS.read_text(encoding="utf-8"))
    functions = (f"{name}()" for name in (*words, *HARMLESS))
    return uploaded_names().union(OF_AN_AUTHORITY, PART_OF, OF_NO_LOAD, SHIPPED, functions)


def _parts(parsed: Any) -> Iterator[dict]:
    """Yield every part of a parsed question."""
    if isinstance(parsed, dict):
        yield parsed
    for each in parsed.values() if isinstance(parsed, dict) else parsed if isinstance(parsed, list) else ():
        yield from _parts(each)


def _asked_of(part: dict) -> str:
    """Return what a part of a question asks of, a function with brackets after it; nothing where it asks of none."""
    match part.get("type"):
        case "BASE_TABLE":
            return ".".join(filter(None, (part["catalog_name"], part["schema_name"], part["table_name"]))).lower()
        case "TABLE_FUNCTION":
            return f"{part['function']['function_name']}()".lower()
        case "SHOW_REF":
            return "what tables there are"
    return ""


@cache
def _parser() -> duckdb.DuckDBPyConnection:
    """Return a database without a table, to take questions to pieces in."""
    return duckdb.connect(":memory:", config=SAFE)
