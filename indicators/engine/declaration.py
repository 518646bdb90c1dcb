"""What an indicator is: front matter that argues for it, and SQL that returns one row per subject counted."""

import hashlib
import re
import tomllib
from collections.abc import Collection
from dataclasses import MISSING, dataclass, fields
from datetime import date
from functools import cached_property
from pathlib import Path

from data.annotations.events import KINDS as EVENTS
from data.errors import Mendable
from data.extracts import all_extracts
from data.published.dfe_publication import all_measures
from data.store.trial import Trial
from data.vocabulary.populations import in_full, names_taken, spelled_out
from indicators.engine.adding_up import OverMonths, Sum, read_sums, read_sums_over_months
from indicators.engine.frameworks import refuse_unplaced
from indicators.engine.kinds import Kind, each_kind
from indicators.engine.reach import Reach, read_looks_back
from indicators.engine.stock import refuse_malformed_stock

UNITS = ("count", "percent", "rate", "average")
DIRECTIONS = ("low", "high", "range", "none")
STATUTORY, LOCAL_LIMIT = "statutory", "local"
"""Whose rule it is that something must never be: of law or statutory guidance, or the authority's own."""
COLUMNS = ("subject", "child_id", "team", "numerator", "denominator", "due_on")
OF_THE_SQL = {"looks_back", "without"}
"""What the front matter says of the SQL beside it, and may leave unsaid."""
LISTS = ("halves", "beside", "anew_at", "adds_up")
WRITTEN = re.compile(r"\s*/\*(?P<front>.*?)\*/(?P<sql>.*)", re.DOTALL)


@dataclass(frozen=True)
class Argument:
    """Carry what an indicator must say for itself; every field is asked for at the door."""

    title: str
    numerator: str
    unit: str
    good: str
    why: str
    source: str
    national: str
    """Its outcome or enabler of the national framework, a word of `frameworks.py`."""
    ofsted: str
    """The area that Ofsted judges, in which it is read."""
    owner: str
    review_by: date
    denominator: str = ""
    differs: str = ""
    subjects: str = "children"
    halves: tuple[str, ...] = ()
    """What the two numbers count, where that is not the subjects: sessions missed, of those possible."""
    published: str = ""
    """The published measure that it is compared with: workforce.average_caseload."""
    twin: str = ""
    """The indicator that counts the same in the words of the published figure, where this one differs from it."""
    beside: tuple[str, ...] = ()
    """Indicators without which this one misleads, by id: they are shown together."""
    never: str = ""
    """What of it must never be, in words: those counted where lower is better, those missed where higher is."""
    limit: str = ""
    """Whose rule says what must never be: `statutory` or `local`."""
    never_from: date = date.min
    """The day from which that rule is in force; what is not in force for a whole month is counted as no such thing."""
    outcome: bool = False
    """Whether its day says by when it is known what became of somebody, and not by when somebody must act."""
    stock: str = ""
    """The extract whose records go on from month to month, and the column that says of what kind each is."""
    alike: bool = False
    """Whether what is counted of one subject is alike, as is the home of a child on most of its days."""
    anew_at: tuple[str, ...] = ()
    """Kinds of event at which its average and limits begin anew: what came before is no measure of what comes after."""
    adds_up: tuple[str, ...] = ()
    """What numbers of it come to with those of other indicators, or are the same as: see `adding_up.py`."""


@dataclass(frozen=True)
class Indicator:
    """Hold one indicator as declared, with what was found out about its SQL when it was read."""

    id: str
    service: str
    argument: Argument
    sql: str
    extracts: tuple[str, ...]
    columns: tuple[str, ...]
    reaches: tuple[Reach, ...]
    """How far back it looks into each of its extracts, in their order."""
    without: tuple[str, ...]
    """What it reads and can do without: columns, as extract.column, or an extract, which stands last of `extracts`."""
    kind: Kind
    """Where it is written: a file of its own, or one of several kinds."""

    @property
    def title(self) -> str:
        """Return the indicator's name for a reader."""
        return self.argument.title

    @property
    def file(self) -> str:
        """Return the name of the file it is written in, without its ending."""
        return self.kind.file

    @property
    def unit(self) -> str:
        """Return count, percent, rate or average."""
        return self.argument.unit

    @property
    def needed(self) -> tuple[str, ...]:
        """Return the extracts without which it has no figure."""
        return tuple(extract for extract in self.extracts if extract not in self.without)

    def looks_back(self, extract: str) -> Reach:
        """Return how far back it looks into one of its extracts."""
        return self.reaches[self.extracts.index(extract)]

    @cached_property
    def sums(self) -> list[Sum]:
        """Return what its numbers add up to, as it declares."""
        return read_sums(self.id, self.argument.adds_up)

    @cached_property
    def sums_over_months(self) -> list[OverMonths]:
        """Return what its numbers add up to over several months, as it declares."""
        return read_sums_over_months(self.id, self.argument.adds_up)

    @cached_property
    def definition(self) -> str:
        """Return a fingerprint of the SQL, its words' included: figures measured by other words are other figures."""
        return hashlib.sha256(self.sql_in_full.encode()).hexdigest()[:16]

    @cached_property
    def sql_in_full(self) -> str:
        """Return the SQL with that of the words it calls below it: whoever looks for what it reads looks in both."""
        return in_full(self.sql)


def read_indicators(path: Path, blank: Trial) -> list[Indicator]:
    """Read the indicators of a file, one or one for each of its kinds, and try the SQL of each on an empty store.

    Raises:
        Mendable: naming the file, what is missing or unknown in it, and what to write.
    """
    where = f"indicators/{path.parent.name}/{path.name}"
    kinds = each_kind(where, path.stem, path.read_text(encoding="utf-8"))
    return [_read(where, path, kind, blank) for kind in kinds]


def _read(where: str, path: Path, kind: Kind, blank: Trial) -> Indicator:
    """Read one indicator from what is written of it."""
    written = WRITTEN.fullmatch(kind.written)
    if written is None:
        raise Mendable(f"{where}: begin with front matter between /* and */.")
    front = _front(where, written["front"])
    argument = _argument(where, {name: value for name, value in front.items() if name not in OF_THE_SQL})
    sql = written["sql"].strip().rstrip(";")
    if taken := sorted(names_taken(sql)):
        raise Mendable(f"{where}: the SQL calls a table {taken[0]}, which is a word or an extract. Use another name.")
    columns = _columns(where, sql, blank)
    extracts = _in_order(where, blank.tables_in(spelled_out(sql)), front.get("without", []))
    refuse_malformed_stock(where, argument.stock, argument.unit, extracts, columns)
    reaches = read_looks_back(where, front.get("looks_back", 0), extracts)
    without = _without(where, front.get("without", []), sql, blank)
    if without and not argument.differs:
        raise Mendable(f"{where}: say in differs what a figure without {', '.join(without)} means.")
    return Indicator(kind.id, path.parent.name, argument, sql, extracts, columns, reaches, without, kind)


def _in_order(named: str, extracts: Collection[str], without: object) -> tuple[str, ...]:
    """Return the extracts by name, the one that a definition can do without after those that it needs."""
    spared = sorted(extract for extract in extracts if isinstance(without, list) and extract in without)
    if len(spared) > 1 or (spared and len(extracts) == 1):
        raise Mendable(
            f"{named}: without names {', '.join(spared)}. A definition can do without one extract of several."
        )
    return (*sorted(set(extracts).difference(spared)), *spared)


def _front(named: str, front: str) -> dict:
    """Read the front matter as TOML."""
    try:
        return tomllib.loads(front)
    except tomllib.TOMLDecodeError as why:
        raise Mendable(f"{named}: the front matter is not TOML: {why}.") from why


def _argument(named: str, front: dict) -> Argument:
    """Read the argument strictly: nothing missing, nothing unknown, no word outside its list."""
    names = {field.name for field in fields(Argument)}
    missing = sorted(field.name for field in fields(Argument) if field.default is MISSING and field.name not in front)
    if front.get("unit") != "count" and "denominator" not in front:
        missing.append("denominator")
    if missing:
        raise Mendable(f"{named}: the front matter lacks {', '.join(missing)}.")
    if unknown := sorted(set(front) - names):
        raise Mendable(f"{named}: the front matter does not know {', '.join(unknown)}.")
    for word, allowed in (("unit", UNITS), ("good", DIRECTIONS)):
        if front[word] not in allowed:
            raise Mendable(f'{named}: {word} is "{front[word]}". Use {", ".join(allowed)}.')
    refuse_unplaced(named, front["national"], front["ofsted"])
    if front.get("published"):
        _of_the_same_unit(named, front["published"], front["unit"])
    _refuse_malformed(named, front)
    _refuse_alike(named, front)
    return Argument(**{**front, **{name: tuple(front.get(name, ())) for name in LISTS}})


def _refuse_malformed(named: str, front: dict) -> None:
    """Refuse a day, a pair or a list that is not written as one, and a never-event of which neither way is good."""
    if not isinstance(front["review_by"], date):
        raise Mendable(f"{named}: review_by is not a date. Write it as 2027-04-01, without quotation marks.")
    if "halves" in front and len(front["halves"]) != 2:
        raise Mendable(f'{named}: halves names two things. Write it as ["cases", "full-time equivalents"].')
    if front.get("never") and front["good"] not in ("low", "high"):
        raise Mendable(f'{named}: never needs a good direction, and good is "{front["good"]}". Use low or high.')
    if front.get("limit", "") not in ((STATUTORY, LOCAL_LIMIT) if front.get("never") else ("",)):
        raise Mendable(
            f'{named}: limit is "{front.get("limit", "")}". Beside never, and only there, write whose rule it is: '
            f"{STATUTORY} or {LOCAL_LIMIT}."
        )
    if "never_from" in front and not (front.get("never") and isinstance(front["never_from"], date)):
        raise Mendable(f"{named}: never_from is {front['never_from']}. Beside never, and only there, write a date.")
    if not isinstance(front.get("outcome", False), bool):
        raise Mendable(f"{named}: outcome is {front['outcome']!r}. Write true, or leave it out.")
    if not isinstance(front.get("beside", []), list):
        raise Mendable(f'{named}: beside is {front["beside"]!r}. Write it as ["second_or_later_plans"].')
    if not isinstance(front.get("anew_at", []), list) or any(
        kind not in list(EVENTS) for kind in front.get("anew_at", [])
    ):
        raise Mendable(
            f"{named}: anew_at is {front['anew_at']!r}. Write a list of kinds of event: {', '.join(EVENTS)}."
        )
    if not isinstance(front.get("adds_up", []), list):
        raise Mendable(f'{named}: adds_up is {front["adds_up"]!r}. Write it as ["denominator = referrals.numerator"].')
    read_sums(named, front.get("adds_up", []))


def _refuse_alike(named: str, front: dict) -> None:
    """Refuse that what is counted of one subject is alike, where it is no share of days, nights or the like."""
    alike = front.get("alike", False)
    if not isinstance(alike, bool) or (alike and not (front["unit"] == "percent" and "halves" in front)):
        raise Mendable(f"{named}: alike is {alike!r}. Write true, beside halves of a percentage, or leave it out.")


def _of_the_same_unit(named: str, published: str, unit: str) -> None:
    """Refuse a published measure that does not exist, that no indicator measures, or that is in another unit."""
    choices = [measure.name for measure in all_measures().values() if not measure.not_measured]
    if published not in choices:
        raise Mendable(f"{named}: published is {published}. Use one of {', '.join(choices)}.")
    if all_measures()[published].unit != unit:
        raise Mendable(f"{named}: {published} is published as {all_measures()[published].unit}, and this is {unit}.")


def _columns(named: str, sql: str, blank: Trial) -> tuple[str, ...]:
    """Return the columns the SQL gives, having checked that they are those of an indicator."""
    try:
        columns = blank.columns_of(sql)
    except Mendable as why:
        raise Mendable(f"{named}: {why}") from why
    if missing := [name for name in ("subject", "numerator", "denominator") if name not in columns]:
        raise Mendable(f"{named}: the SQL returns no {', '.join(missing)}.")
    if unknown := [name for name in columns if name not in COLUMNS]:
        raise Mendable(f"{named}: the SQL returns {', '.join(unknown)}. Return only {', '.join(COLUMNS)}.")
    return tuple(columns)


def _without(named: str, value: object, sql: str, blank: Trial) -> tuple[str, ...]:
    """Return the columns and the extract a definition can do without, having checked that it reads each of them."""
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise Mendable(f'{named}: without is {value!r}. Write it as ["child_protection_plans.other_authority"].')
    for name in value:
        extract, _, column = name.partition(".")
        is_known = extract in all_extracts() and column in ("", *all_extracts()[extract].column_names)
        is_read = blank.reads(sql, extract, column) if column else extract in blank.tables_in(spelled_out(sql))
        if not is_known or not is_read:
            raise Mendable(f"{named}: without names {name}, which the SQL does not read. Take it out.")
    return tuple(value)
