"""Identifiers and names that are spelled in several ways: what is joined all the same, and what may stand twice."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import pandas

from data.arrivals.typed_values import tidy_text
from data.extract import Identifier, Text
from data.identifiers import canonical, folded
from data.returns.list_columns import Reference
from validation.files.opened_lists import OpenedList
from validation.files.opened_table import Opened
from validation.rules.finding import Finding
from validation.rules.sentences import listed
from validation.rules.severity import INFO, QUERY

MANY = 20
"""No more pairs of spellings are named one by one in a column of a file."""

NOBODY = frozenset(
    (
        *("n/a", "na", "none", "null", "nil"),
        *("unknown", "not known", "not recorded", "not applicable", "tbc"),
        *("tba", "to be confirmed", "to be allocated", "vacant", "awaiting allocation"),
        *("unallocated", "not allocated", "no allocation", "no allocated worker", "unassigned"),
        *("not assigned", "blank", "(blank)", "[blank]", "no team"),
        *("no worker", "nobody", "total", "totals", "grand total"),
        *("subtotal", "sub - total"),
    )
)
"""What systems and people write for nobody, as names are compared: it would be counted as a team or a worker."""

SAY_WHY = "or say why both are right."
REMARKS = {
    "spelled_in_ways": "{names} are one identifier, {form}, and taken as one. Spell it in one way in the case system, ",
    "nearly_alike": "{names} differ only in noughts or hyphens, and are not joined. Correct the one that is wrong, ",
    "named_in_ways": "{names} differ only in capitals, spaces or signs, and would be counted apart. Spell it one way, ",
}


@dataclass(frozen=True)
class Spelling:
    """Hold one way in which something is written in a column of a file, its first row and how many rows have it."""

    text: str
    file: Opened
    column: str
    row: int
    times: int

    def seen_from(self, file: Opened) -> str:
        """Name it, and say where it stands first."""
        of = "" if file is self.file else f" of {self.file.arrival.where}"
        return f'"{self.text}" on row {self.file.places_of(self.row)[0][2]}{of}'


def spelling_findings(usable: Sequence[Opened], lists: Sequence[OpenedList] = ()) -> Iterator[Finding]:
    """Find, in all files together, what one identifier or one name is written as in several ways."""
    for (_, identifies), written in _written(usable, lists).items():
        if identifies:
            yield from _kept_otherwise(written)
            yield from _at_most_many("spelled_in_ways", _alike(written, canonical))
            near = _alike(_first_of_each(written), _without_noughts)
            yield from _at_most_many("nearly_alike", (pair for pair in near if not _of_children_alone(*pair)))
        else:
            yield from _at_most_many("named_in_ways", _alike(written, folded))


def _written(usable: Sequence[Opened], lists: Sequence[OpenedList]) -> dict[tuple[str, bool], list[Spelling]]:
    """Return the spellings of all files by column, and whether it identifies."""
    spellings: dict[tuple[str, bool], list[Spelling]] = defaultdict(list)
    for file in usable:
        for column in file.declared.columns:
            identifies = isinstance(column, Identifier)
            if isinstance(column, Text) and not (identifies and file.made):  # lists speak for what is made of them
                spellings[column.name, identifies] += _spellings(file, column.name)
    for opened_list in lists:
        for name, heading in opened_list.of.fed_by.items():
            if isinstance(opened_list.of.listing.columns[name], Reference):
                alike = name if name.endswith("_id") else f"{name}_id"
                spellings[alike, True] += _spellings(opened_list, heading)
    return spellings


def nobody_findings(file: Opened) -> Iterator[Finding]:
    """Find teams, and identifiers of people and records, that are words for nobody or for a total."""
    for column in file.declared.columns:
        if isinstance(column, Identifier) or (column.name == "team" and isinstance(column, Text)):
            remedy = "Give the right one" if column.required else "Leave the cell blank where there is none"
            for spelling in _spellings(file, column.name):
                if folded(spelling.text) in NOBODY:
                    message = (
                        f'"{spelling.text}" stands for nobody or for a total, and would be counted as one. '
                        f"{remedy}, or say why it is right."
                    )
                    rule = _rule(spelling, "stands_for_nobody")
                    yield file.finding(spelling.row, column.name, rule, QUERY, message, spelling.times)


def near_spellings(usable: Sequence[Opened], lists: Sequence[OpenedList] = ()) -> frozenset[str]:
    """Return the identifiers of children, in their one form, of which it is told that others are nearly alike."""
    written = _written(usable, lists)["child_id", True]
    pairs = (pair for pair in _alike(_first_of_each(written), _without_noughts) if not _of_children_alone(*pair))
    return frozenset(spelling.text for one, others in pairs for spelling in (one, *others))


def _spellings(file: Opened, name: str) -> Iterator[Spelling]:
    """Give each way in which something is written in a column, blanks and what could not be read left out."""
    texts = file.texts_of(name)
    times = Counter(texts.values())
    firsts = {text: row for row, text in reversed(texts.items())}
    readable = file.values_of(name) if name in file.table else texts
    for text in times:
        if firsts[text] in readable:
            yield Spelling(tidy_text(text), file, name, firsts[text], times[text])


def _alike(written: Iterable[Spelling], form: Callable[[str], str]) -> Iterator[tuple[Spelling, list[Spelling]]]:
    """Give each spelling that is not the commonest of its form, with those of the same form that come before it."""
    by_form: dict[str, dict[str, list[Spelling]]] = defaultdict(lambda: defaultdict(list))
    for spelling in written:
        by_form[form(spelling.text)][spelling.text].append(spelling)
    for texts in by_form.values():
        if len(texts) > 1:
            commonest = sorted(texts.values(), key=lambda same: -sum(spelling.times for spelling in same))
            for place in range(1, len(commonest)):
                yield commonest[place][0], [same[0] for same in commonest[:place]]


def _first_of_each(written: Iterable[Spelling]) -> Iterator[Spelling]:
    """Give each identifier in its one form, where it stands first."""
    firsts: dict[str, Spelling] = {}
    for spelling in written:
        form = canonical(spelling.text)
        firsts.setdefault(form, Spelling(form, spelling.file, spelling.column, spelling.row, spelling.times))
    return iter(firsts.values())


def _without_noughts(identifier: str) -> str:
    return identifier.replace("-", "").lstrip("0")


def _of_children_alone(spelling: Spelling, others: Sequence[Spelling]) -> bool:
    """Tell whether spellings are all of the extract of children, which is asked by a rule that knows births."""
    return {same.file.declared.name for same in (spelling, *others)} == {"children"}


def _kept_otherwise(written: Sequence[Spelling]) -> Iterator[Finding]:
    """Say of each file that identifiers are kept in another form than they are written in."""
    by_file: dict[Opened, list[Spelling]] = defaultdict(list)
    for spelling in written:
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
        for spelling in _spellings(file, column.name) if before else ():
            was = before.get(folded(spelling.text))
            if was is not None and spelling.text not in names:
                message = (
                    f'"{spelling.text}" was published as "{was}", and would be counted apart from it. Spell it as '
                    "before, or say why not."
                )
                yield file.finding(
                    spelling.row, column.name, _rule(spelling, "respelled"), QUERY, message, spelling.times
                )
