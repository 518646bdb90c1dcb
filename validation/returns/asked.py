"""Ask the rules of a return of its lists, and of our own extracts that hold the same under other names."""

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from data.arrivals.extracts_from_lists import empty_lists
from data.arrivals.made_extract import Together
from data.returns.declaration import all_returns
from data.store.scratch import laid_out
from validation.between import all_rules
from validation.files.opened_lists import OpenedList
from validation.files.opened_table import Opened
from validation.returns.asked_table import AskedTable, of_extract, of_list
from validation.returns.extract_as_list import AsList, extracts_as_lists
from validation.returns.list_rule import DERIVED, FOLDER, ListRule, list_rules
from validation.rules.finding import Finding
from validation.rules.severity import BLOCK


@dataclass(frozen=True)
class Asked:
    """Hold what was found on lists; `numbers` are those of DfE's that were asked, so as not to be asked again.

    A number that blocks between extracts, and only queries of lists, is asked there as well.
    """

    findings: tuple[Finding, ...]
    numbers: frozenset[str]


def ask_of_lists(
    together: Sequence[Together],
    lists: Sequence[OpenedList],
    usable: Sequence[Opened],
    month_end: date,
    authority: str | None,
) -> Asked:
    """Find the rows of lists, and of extracts in our own layout, that break a rule of DfE's for a return.

    A finding on a list names the extract that it is kept with, or nothing.
    """
    arrived = {combined.name: combined for combined in together}
    findings: list[Finding] = []
    numbers: set[str] = set()
    for name in all_returns():
        if list_rules(name):
            tables = _tables(name, arrived.get(name), lists, usable, extracts_as_lists(name))
            one_year = name in arrived and arrived[name].one_year
            rules = [rule for rule in list_rules(name) if _is_asked(rule, tables, month_end, one_year)]
            findings += _findings(name, rules, tables, month_end, authority)
            numbers |= {rule.number for rule in rules if rule.severity == BLOCK or rule.number not in _blocking()}
    return Asked(tuple(findings), frozenset(numbers))


def ask_of_extracts(
    name: str,
    stand_ins: Mapping[str, AsList],
    usable: Sequence[Opened],
    month_end: date,
    authority: str | None,
    only: Collection[str] | None = None,
) -> tuple[list[Finding], dict[str, list[tuple[str, str]]]]:
    """Ask the rules of a return of extracts that stand for its lists: what was found, and what could not be asked.

    Rules of the year as a whole are asked as well: the caller tells which rows are of the year. Of what could not be
    asked, by number, the columns that are not there; rules of other years and those asked between extracts are left
    out. `only` names the numbers to ask.
    """
    tables = _tables(name, None, (), usable, stand_ins)
    present = {title: table.present for title, table in tables.items()}
    rules = [rule for rule in list_rules(name) if rule.is_of(month_end) and rule.number not in _between()]
    rules = [rule for rule in rules if only is None or rule.number in only]
    ready = [rule for rule in rules if rule.asked_of(present, month_end)]
    lacking = {rule.number: rule.lacking(present) for rule in rules if rule not in ready}
    return list(_findings(name, ready, tables, month_end, authority)), lacking


def _is_asked(rule: ListRule, tables: Mapping[str, AskedTable], month_end: date, one_year: bool) -> bool:
    """Tell whether a rule is asked; of our own extracts, only where no rule between extracts has its number."""
    present = {name: table.present for name, table in tables.items()}
    if not rule.asked_of(present, month_end) or (rule.of_the_year and not one_year):
        return False
    return rule.number not in _between() or not any(tables[name].columns for name in rule.columns if name in tables)


@cache
def numbers_of_the_month() -> frozenset[str]:
    """Return DfE's numbers of the rules for lists that ask when the month ends."""
    rules = [rule for name in all_returns() for rule in list_rules(name)]
    return frozenset(rule.number for rule in rules if "month_end()" in rule.sql)


@cache
def _between() -> frozenset[str]:
    return frozenset(rule.dfe_rule for rule in all_rules())


@cache
def _blocking() -> frozenset[str]:
    return frozenset(rule.dfe_rule for rule in all_rules() if rule.severity == BLOCK)


def _findings(
    name: str, rules: Sequence[ListRule], tables: Mapping[str, AskedTable], month_end: date, authority: str | None
) -> Iterator[Finding]:
    if not rules:
        return
    frames = {title: table.rows for title, table in tables.items()}
    with laid_out(frames, month_end, *words_of(name, authority, frames)) as laid:
        for rule in rules:
            broken = rule.question.broken_by(laid.answers)
            for origin, sentence in broken:
                title = next(title for title, table in tables.items() if origin in table.places)
                if tables[title].holds(rule, title, origin or 0):
                    yield tables[title].finding(rule, title, origin or 0, sentence, len(broken))


def _tables(
    name: str,
    arrived: Together | None,
    lists: Sequence[OpenedList],
    usable: Sequence[Opened],
    stand_ins: Mapping[str, AsList],
) -> dict[str, AskedTable]:
    """Return the lists that arrived, and those for which an extract in our own layout stands in."""
    of = all_returns()[name]
    tables: dict[str, AskedTable] = {}
    first = 0
    if arrived is not None:
        tables |= {table: of_list(arrived, table, of.lists[table], lists) for table in arrived.lists}
        first = len(arrived.origins)
    for file in usable:
        as_list = stand_ins.get(file.declared.name)
        if as_list and file.made is None and as_list.name not in tables:
            tables[as_list.name] = of_extract(file, as_list, of.lists[as_list.name], first)
            first += len(file.table)
    return tables


def words_of(name: str, authority: str | None, there: Container[str]) -> tuple[str, str]:
    """Return the SQL to run before and after the lists that are there are laid out: whose they are, what is derived.

    `authority()` is null where that is not known. The other lists of the return are there without rows.
    """
    code = "null" if authority is None else "'" + authority.replace("'", "''") + "'"
    empty = empty_lists(all_returns()[name], there)
    return f"create macro authority() as {code};\n{empty}", _derived(name)


@cache
def _derived(name: str) -> str:
    path = FOLDER / name / DERIVED
    return path.read_text(encoding="utf-8") if path.exists() else ""
