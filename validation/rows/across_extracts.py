"""Ask the rules across rows and between extracts of the files of a month, beside what is published.

An extract that is not among the files is asked for as published; where there is none the rule is not asked, and that is
said. A rule that speaks of the month before is asked where that month is published.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

import pandas

from data.arrivals import UNREADABLE
from data.arrivals.typed_values import dtype_of
from data.extracts import all_extracts
from data.months import in_words
from data.store.scratch import Laid, laid_out
from data.unforeseen import Unforeseen, foreseen
from validation.between import all_rules
from validation.files.against_published import Published
from validation.files.opened_table import Opened
from validation.files.refusal import FELL_OVER
from validation.rules.finding import Finding
from validation.rules.question import AS_DECLARED, BEFORE, Between, Wording
from validation.rules.sentences import listed
from validation.rules.severity import BLOCK, INFO

NOT_AMONG_CHILDREN = ".not_among_children"


def between_findings(
    usable: Sequence[Opened],
    month_end: date,
    published: Published,
    before: Published,
    already: Collection[str] = (),
    near: Collection[str] = (),
    only: Collection[str] | None = None,
) -> Iterator[Finding]:
    """Find the rows that break a rule together with others, in the files or in what is published.

    `already` are DfE's numbers that were asked of the lists of a return: of what was made of them they are not asked.
    `near` are identifiers of which it is told that others are spelled nearly alike: of these it is not said as well
    that they are not among the children. `only` names rules by their ids, where not all are asked.
    """
    by_extract = {file.declared.name: file for file in usable if len(file.table)}
    made = {name for name, file in by_extract.items() if file.made}
    rules = [
        rule
        for rule in all_rules()
        if by_extract.keys() & set(rule.needs)
        and not (rule.dfe_rule in already and rule.extract in made)
        and (only is None or rule.id in only)
    ]
    frames = _frames(by_extract, rules, published, before)
    applicable = [rule for rule in rules if set(rule.needs) <= frames.keys()]
    if applicable:
        yield from _asked(applicable, by_extract, frames, month_end, near)
    yield from _not_asked(rules, by_extract, frames, month_end)


@cache
def rules_of_the_month() -> frozenset[str]:
    """Return the names of the rules that ask when the month ends, or what is published for the month before."""
    return frozenset(rule.id for rule in all_rules() if "month_end()" in rule.sql or BEFORE in rule.sql)


def _asked(
    rules: Sequence[Between],
    by_extract: Mapping[str, Opened],
    frames: Mapping[str, pandas.DataFrame],
    month_end: date,
    near: Collection[str],
) -> Iterator[Finding]:
    """Ask rules of the rows that they need."""
    needed = {name: _named(frames[name], rules) for rule in rules for name in rule.needs}
    with laid_out(needed, month_end) as laid:
        for rule in rules:
            # A return lacks columns, which is said of it; a rule that reads one of them cannot be asked.
            if not any(name in by_extract and by_extract[name].made for name in rule.needs) or laid.can_answer(
                rule.sql
            ):
                yield from _answered(rule, laid, by_extract, near)


def _named(frame: pandas.DataFrame, rules: Sequence[Between]) -> pandas.DataFrame:
    """Return the columns of a frame that rules name anywhere: to lay out the others costs more than to ask."""
    return frame.loc[:, [name == "row_number" or any(str(name) in rule.sql for rule in rules) for name in frame]]


def _answered(rule: Between, laid: Laid, by_extract: Mapping[str, Opened], near: Collection[str]) -> list[Finding]:
    """Ask one rule; where this program falls over at it, none of the files it is about can be published."""
    about = [by_extract[name] for name in rule.needs if name in by_extract]
    try:
        with foreseen(listed([file.arrival.where for file in about])):
            broken = rule.broken_by(laid.answers, _wording(rule, by_extract))
            if rule.id.endswith(NOT_AMONG_CHILDREN) and near and rule.extract in by_extract:
                children = by_extract[rule.extract].table["child_id"]
                broken = [(row, sentence) for row, sentence in broken if children[row] not in near]
            return list(_found(rule, broken, by_extract))
    except Unforeseen as why:
        return [file.finding(None, None, FELL_OVER, BLOCK, str(why)) for file in about]


def _wording(rule: Between, by_extract: Mapping[str, Opened]) -> Wording:
    """Return what the sentence of a rule calls things in the files that it is about."""
    called = {name: file.called for name, file in by_extract.items()}
    extract = lambda name: called.get(name) or AS_DECLARED.extract(name)  # noqa: E731
    file = by_extract.get(rule.extract)
    if file is None:
        return Wording(extract=extract)
    return Wording(lambda row, name: file.heading_of(row, name, rule.column), file.row_seen_from, extract)


def _frames(
    by_extract: Mapping[str, Opened], rules: Sequence[Between], published: Published, before: Published
) -> dict[str, pandas.DataFrame]:
    """Return the rows of every extract that a rule names: those of the files, or else as published."""
    frames = {name: file.table.assign(row_number=file.table.index) for name, file in by_extract.items()}
    for name in {name for rule in rules for name in rule.needs} - by_extract.keys():
        extract = name.removeprefix(BEFORE)
        rows = published(extract) if extract == name else before(extract)
        if rows is not None:
            frames[name] = as_typed(extract, rows)
    return frames


def as_typed(extract: str, rows: pandas.DataFrame) -> pandas.DataFrame:
    """Type published rows as those of a file are: all of them readable, none with a number."""
    dtypes = {column.name: dtype_of(column) for column in all_extracts()[extract].columns}
    companions = {UNREADABLE + name: "str" for name in dtypes}
    return rows.reindex(columns=[*dtypes, *companions]).astype({**dtypes, **companions}).assign(row_number=0)


def _found(
    rule: Between, broken: Sequence[tuple[int | None, str]], by_extract: Mapping[str, Opened]
) -> Iterator[Finding]:
    if rule.extract in by_extract:
        for row, sentence in broken:
            yield by_extract[rule.extract].finding(
                row, rule.column, rule.id, rule.severity, sentence, len(broken), rule.dfe_rule
            )
    elif broken:
        about = next(by_extract[name] for name in rule.needs if name in by_extract)
        title = all_extracts()[rule.extract].title.lower()
        message = f"beside this file, {len(broken)} published rows of {title} break a rule: {broken[0][1]}"
        yield about.finding(None, None, rule.id, rule.severity, message, rows_affected=len(broken))


def _not_asked(
    rules: Sequence[Between], by_extract: Mapping[str, Opened], frames: Mapping[str, pandas.DataFrame], month_end: date
) -> Iterator[Finding]:
    """Say once of each file which extracts it was not compared with."""
    for name, file in by_extract.items():
        needed = {need for rule in rules if rule.extract == name for need in rule.needs if not need.startswith(BEFORE)}
        titles = [all_extracts()[need].title.lower() for need in sorted(needed - frames.keys())]
        if titles:
            message = f"not compared with {listed(titles)}: none is here or published for {in_words(month_end)}."
            yield file.finding(None, None, f"{name}.not_compared", INFO, message)
