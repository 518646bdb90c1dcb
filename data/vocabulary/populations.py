"""Populations: words that stand for a table of whom or what is counted on a day, each said once in `populations.sql`.

A question that calls one, as in `looked_after(month_end())`, is spelled out before it is asked: the word becomes a
table of the question's WITH, above its own. There it reads the extracts that are bound there, and none of the tables
that the question calls its own; and a table worked out before can stand in its place.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType

from data.errors import Mendable
from data.extracts import all_extracts

WRITTEN = Path(__file__).with_name("populations.sql")
WORD = re.compile(
    r"(?:^--[^\n]*\n)+create or replace macro (?P<name>\w+)\((?P<day>[\w, ]*)\) as table\n(?P<sql>.+?);\n",
    re.MULTILINE | re.DOTALL,
)
READ = re.compile(r"\b(?:from|join)\s+(\w+)\b(?!\s*\()")
ALIAS = re.compile(r"\s+as\b", re.IGNORECASE)
FIRST_WITH = re.compile(r"\s*with\s+", re.IGNORECASE)
OWN_TABLE = re.compile(r"(?:\bwith|,)\s+(\w+) as (?:materialized )?\(", re.IGNORECASE)
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Population:
    """Hold a word: its name, what it calls its day (nothing where it has none), and the SQL it stands for."""

    name: str
    day: str
    sql: str
    written: str
    """The word as it is written, the sentence above it included."""


@dataclass(frozen=True)
class Call:
    """Say where a question calls a word, and for which day."""

    population: Population
    day: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """Return the call as one would write it: what is the same for two calls is the same table."""
        return f"{self.population.name}({self.day})"


@dataclass
class SpelledOut:
    """Gather the tables that the words of a question stand for, in the order they need one another."""

    worked_out: Mapping[str, str]
    tables: dict[str, str] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)

    def name_of(self, call: Call) -> str:
        """Return what the table of a call is named; it is written the first time it is asked for."""
        if call.text not in self.named:
            sql = self.worked_out.get(call.text) or self.over(_on(call))
            alike = sum(name == call.population.name for name in (text.partition("(")[0] for text in self.named))
            self.named[call.text] = f"{call.population.name}_{alike + 1}" if alike else call.population.name
            self.tables[self.named[call.text]] = sql
        return self.named[call.text]

    def over(self, sql: str) -> str:
        """Return a question over the tables that its words stand for, in place of its words."""
        parts, place = [], 0
        for call in calls_in(sql):
            name = self.name_of(call)
            is_named = name == call.population.name or ALIAS.match(sql, call.end)
            parts += [sql[place : call.start], name if is_named else f"{name} as {call.population.name}"]
            place = call.end
        return "".join([*parts, sql[place:]])


@cache
def populations() -> Mapping[str, Population]:
    """Return every word that stands for a table, by name, in the order in which they are written."""
    return read_populations(WRITTEN.read_text(encoding="utf-8"))


def read_populations(written: str) -> Mapping[str, Population]:
    """Read the words that stand for tables.

    Raises:
        Mendable: naming the word that is an extract's name too, whose day is a column's, or that names itself or one
            below it: DuckDB would read another table or column in silence.
    """
    words = {
        match["name"]: Population(match["name"], match["day"].strip(), match["sql"].strip(), match[0].strip())
        for match in WORD.finditer(written)
    }
    columns = {name for extract in all_extracts().values() for name in extract.column_names}
    for place, word in enumerate(words.values()):
        where = f"data/vocabulary/{WRITTEN.name}: {word.name}"
        if word.name in all_extracts():
            raise Mendable(f"{where} is an extract, too. Give the word another name.")
        if word.day in columns or "," in word.day:
            raise Mendable(f"{where} calls its day {word.day}. Use one name that no column has, such as on_day.")
        below = [name for name in list(words)[place:] if re.search(rf"\b{name}\s*\(", word.sql)]
        if below:
            itself = "itself" if word.name in below else f"{below[0]}, which stands below it"
            raise Mendable(f"{where} names {itself}. A word names only words above it.")
    return MappingProxyType(words)


def calls_in(sql: str) -> Iterator[Call]:
    """Yield each place where a question calls a word, in order."""
    for match in re.finditer(rf"\b({'|'.join(populations())})\(", sql):
        end = _closed(sql, match.end())
        day = sql[match.end() : end - 1].strip()
        while day.startswith("(") and _closed(day, 1) == len(day):
            day = day[1:-1].strip()
        yield Call(populations()[match[1]], day, match.start(), end)


def calls_beneath(sql: str) -> Iterator[Call]:
    """Yield each call of a question and those that its words are made of, which come first."""
    for call in calls_in(sql):
        yield from calls_beneath(_on(call))
        yield call


def words_in(sql: str) -> list[Population]:
    """Return the words that a question calls and those that they are made of, in the order of their file."""
    named = {call.population.name for call in calls_in(sql)}
    for word in reversed(list(populations().values())):
        if word.name in named:
            named |= {call.population.name for call in calls_in(word.sql)}
    return [word for word in populations().values() if word.name in named]


def in_full(sql: str) -> str:
    """Return a question with the words that it calls below it, as they are written: what it reads stands in both."""
    return "\n\n".join([sql, *(word.written for word in words_in(sql))])


def spelled_out(sql: str, above: Mapping[str, str] = NOTHING, worked_out: Mapping[str, str] = NOTHING) -> str:
    """Spell a question out: tables above, then those of its words, then its own.

    `above` holds the SQL of tables by name; `worked_out` that of calls, such as `looked_after(month_end())`, which were
    worked out before.
    """
    words = SpelledOut(worked_out)
    over = words.over(sql)
    tables = ",\n".join(f"{name} as ({table})" for name, table in {**above, **words.tables}.items())
    if not tables:
        return over
    own = FIRST_WITH.match(over)
    return f"with {tables}{',' if own else ''}\n{over[own.end() :] if own else over}"


def extracts_of(call: Call) -> set[str]:
    """Return the extracts that the table of a call is made of."""
    spelled = " ".join([call.population.sql, *(word.sql for word in words_in(call.population.sql))])
    return set(READ.findall(spelled)) & all_extracts().keys()


def names_taken(sql: str) -> Collection[str]:
    """Return the names that a question calls tables of its own, although words or extracts have them."""
    return set(OWN_TABLE.findall(sql)) & (populations().keys() | all_extracts().keys())


def _closed(sql: str, start: int) -> int:
    """Return the place after the bracket that closes the one before a place."""
    depth, end = 1, start
    while depth and end < len(sql):
        depth += {"(": 1, ")": -1}.get(sql[end], 0)
        end += 1
    return end


def _on(call: Call) -> str:
    """Return what a word stands for on the day of a call."""
    if not call.population.day:
        return call.population.sql
    return re.sub(rf"\b{call.population.day}\b", lambda _: f"({call.day})", call.population.sql)
