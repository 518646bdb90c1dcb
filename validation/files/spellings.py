"""Identifiers and names that are spelled in several ways: what is joined all the same, and what may stand twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas

from data.arrivals.typed_values import tidy_text
from data.extract import Identifier, Text
from data.identifiers import canonical, folded
from data.returns.list_columns import Reference
from validation.files.opened_lists import OpenedList
from validation.files.opened_table import Opened
from validation.files.written_alike import Pairs, Spelling, Written, alike, nearly_alike, of_shared_forms
from validation.rules.finding import Finding
from validation.rules.sentences import listed
from validation.rules.severity import INFO, QUERY

MANY = 20
"""No more pairs of spellings are named one by one in a column of a file."""

NOBODY = frozenset(
    folded(words)
    for words in (
        *("n/a", "na", "none", "null", "nil"),
        *("unknown", "not known", "not recorded", "not applicable", "tbc"),
        *("tba", "to be confirmed", "to be allocated", "vacant", "awaiting allocation"),
        *("unallocated", "not allocated", "no allocation", "no allocated worker", "unassigned"),
        *("not assigned", "blank", "no team"),
        *("no worker", "nobody", "total", "totals", "grand total"),
        *("subtotal", "sub-total"),
    )
)
"""What systems and people write for nobody, as names are compared: it would be counted as a team or a worker."""

SAY_WHY = "or say why both are right."
REMARKS = {
    "spelled_in_ways": "{names} are one identifier, {form}, and taken as one. Spell it in one way in the case system, ",
    "nearly_alike": "{names} differ only in noughts or hyphens, and are not joined. Correct the one that is wrong, ",
    "named_in_ways": "{names} differ only in capitals, spaces or signs, and would be counted apart. Spell it one way, ",
}


@dataclass(frozen=True, eq=False)
class Spellings:
    """Look in all files together at how identifiers and names are written."""

    _usable: Sequence[Opened]
    _lists: Sequence[OpenedList] = ()

    def findings(self) -> Iterator[Finding]:
        """Find what one identifier or one name is written as in several ways."""
        for (name, identifies), written in self._written.items():
            if identifies:
                yield from _kept_otherwise(written)
                yield from _at_most_many("spelled_in_ways", alike(of_shared_forms(written), canonical))
                yield from _at_most_many("nearly_alike", self._near[name])
            else:
                yield from _at_most_many("named_in_ways", alike(of_shared_forms(written), folded))

    @property
    def near(self) -> frozenset[str]:
        """Return the identifiers of children, in their one form, of which it is told that others are nearly alike."""
        pairs = self._near.get("child_id", ())
        return frozenset(spelling.text for one, others in pairs for spelling in (one, *others))

    @cached_property
    def _near(self) -> dict[str, Pairs]:
        """Return the identifiers that are nearly alike, by column."""
        return {
            name: list(nearly_alike(written)) for (name, identifies), written in self._written.items() if identifies
        }

    @cached_property
    def _written(self) -> dict[tuple[str, bool], list[Written]]:
        """Return what is written in all files by column, and whether it identifies."""
        written: dict[tuple[str, bool], list[Written]] = defaultdict(list)
        for file in self._usable:
            for column in file.declared.columns:
                identifies = isinstance(column, Identifier)
                if isinstance(column, Text) and not (identifies and file.made):  # lists speak for what is made of them
                    written[column.name, identifies].append(Written.of(file, column.name, identifies))
        for opened_list in self._lists:
            for name, heading in opened_list.of.fed_by.items():
                if isinstance(opened_list.of.listing.columns[name], Reference):
                    alike = name if name.endswith("_id") else f"{name}_id"
                    written[alike, True].append(Written.of(opened_list, heading, True))
        return written


def nobody_findings(file: Opened) -> Iterator[Finding]:
    """Find teams, and identifiers of people and records, that are words for nobody or for a total."""
    for column in file.declared.columns:
        if isinstance(column, Identifier) or (column.name == "team" and isinstance(column, Text)):
            remedy = "Give the right one" if column.required else "Leave the cell blank where there is none"
            # No word for nobody has a figure in it, and an identifier is seldom without one.
            without_figures = set(file.texts_of(column.name).like(lambda text: "9" not in text))
            words = {text for text in without_figures if folded(tidy_text(text)) in NOBODY}
            for text, row, times in file.texts_of(column.name) if words else ():
                if text in words and pandas.notna(file.table.at[row, column.name]):
                    message = (
                        f'"{tidy_text(text)}" stands for nobody or for a total, and would be counted as one. '
                        f"{remedy}, or say why it is right."
                    )
                    rule = f"{file.declared.name}.{column.name}.stands_for_nobody"
                    yield file.finding(row, column.name, rule, QUERY, message, times)


def _kept_otherwise(written: Sequence[Written]) -> Iterator[Finding]:
    """Say of each file that identifiers are kept in another form than they are written in."""
    by_file: dict[Opened, list[Spelling]] = defaultdict(list)
    for column in written:
        otherwise = {form for text, form in zip(column.texts, column.forms, strict=True) if text != form}
        for spelling in column.spellings(otherwise) if otherwise else ():
            if spelling.text != canonical(spelling.text):
                by_file[spelling.file].append(spelling)
    for file, others in by_file.items():
        first, many = others[0], sum(spelling.times for spelling in others)
        values = "1 value is" if many == 1 else f"{many:,} values are"
        message = (
            f"{values} kept in the one form of identifiers, in capitals and without spaces: {first.seen_from(file)} as "
            f"{canonical(first.text)}."
        )
        yield file.finding(None, first.column, _rule(first, "one_form"), INFO, message, many)


def _at_most_many(rule: str, alike: Iterable[tuple[Spelling, list[Spelling]]]) -> Iterator[Finding]:
    """Make a finding of each spelling and those it is like, or one for a file where there are too many to name."""
    by_file: dict[Opened, list[tuple[Spelling, list[Spelling]]]] = defaultdict(list)
    for spelling, others in alike:
        by_file[spelling.file].append((spelling, others))
    for file, pairs in by_file.items():
        rows = sum(spelling.times for spelling, _ in pairs)
        more = f" So it is of {len(pairs):,} of them." if len(pairs) > MANY else ""
        for spelling, others in pairs[: MANY if len(pairs) <= MANY else 1]:
            names = listed([same.seen_from(file) for same in (spelling, *others)])
            message = REMARKS[rule].format(names=names, form=canonical(spelling.text))
            name = _rule(spelling, rule)
            yield file.finding(spelling.row, spelling.column, name, QUERY, f"{message}{SAY_WHY}{more}", rows)


def _rule(spelling: Spelling, kind: str) -> str:
    return f"{spelling.file.declared.name}.{spelling.column}.{kind}"


def respelled(file: Opened, published: Iterable[pandas.DataFrame]) -> Iterator[Finding]:
    """Find names that are spelled otherwise than as they were published: a series of theirs would break off."""
    frames = list(published)
    for column in file.declared.columns:
        if not isinstance(column, Text) or isinstance(column, Identifier):
            continue
        names = {text for rows in frames if column.name in rows for text in rows[column.name] if isinstance(text, str)}
        before = {folded(text): text for text in names}
        written = Written.of(file, column.name, False).spellings(before) if before else ()
        for spelling in written:
            was = before.get(folded(spelling.text))
            if was is not None and spelling.text not in names:
                message = (
                    f'"{spelling.text}" was published as "{was}", and would be counted apart from it. Spell it as '
                    "before, or say why not."
                )
                yield file.finding(
                    spelling.row, column.name, _rule(spelling, "respelled"), QUERY, message, spelling.times
                )
