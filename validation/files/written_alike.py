"""What is written in columns of files, and which of it is alike: compared by forms, a column at a time."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, compress

from data.identifiers import canonical, folded
from validation.files.opened_table import Opened


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


Pairs = Sequence[tuple[Spelling, list[Spelling]]]
"""Spellings, each with those that it is like and that come before it."""


@dataclass(frozen=True, eq=False)
class Written:
    """Hold what is written in a column of a file, blanks and what could not be read left out, each text once.

    `forms` are what the texts are compared by.
    """

    file: Opened
    column: str
    texts: Sequence[str]
    forms: Sequence[str]
    rows: Sequence[int]
    times: Sequence[int]

    @classmethod
    def of(cls, file: Opened, name: str, identifies: bool) -> "Written":
        """Look at a column; identifiers are compared by their one form, all else as names are."""
        column = file.texts_of(name)
        forms = column.in_one_form if identifies else [folded(text) for text in column.tidied]
        written = cls(file, name, column.tidied, forms, column.rows, column.times)
        readable = file.table[name].notna().to_numpy()[column.places] if name in file.table else None
        return written if readable is None or readable.all() else written._among(readable.tolist())

    def _among(self, readable: Sequence[bool]) -> "Written":
        """Return the texts that could be read."""
        texts, forms, rows, times = (
            list(compress(line, readable)) for line in (self.texts, self.forms, self.rows, self.times)
        )
        return replace(self, texts=texts, forms=forms, rows=rows, times=times)

    def spellings(self, wanted: Collection[str]) -> Iterator[Spelling]:
        """Give the spellings of some forms."""
        for text, form, row, times in zip(self.texts, self.forms, self.rows, self.times, strict=True):
            if form in wanted:
                yield Spelling(text, self.file, self.column, row, times)


def of_shared_forms(written: Sequence[Written]) -> Iterator[Spelling]:
    """Give the spellings whose form another spelling has as well."""
    forms = dict(chain.from_iterable(zip(column.texts, column.forms, strict=True) for column in written))
    shared = _more_than_once(forms.values())
    return chain.from_iterable(column.spellings(shared) for column in written if shared)


def nearly_alike(written: Sequence[Written]) -> Iterator[tuple[Spelling, list[Spelling]]]:
    """Give identifiers that differ in noughts or hyphens, each in its one form, with those before it."""
    forms = dict.fromkeys(chain.from_iterable(column.forms for column in written))
    shared = _more_than_once(map(_without_noughts, forms))
    like = {form for form in forms if _without_noughts(form) in shared} if shared else set()
    spellings = chain.from_iterable(column.spellings(like) for column in written if like)
    for pair in alike(_first_of_each(spellings), _without_noughts):
        if not _of_children_alone(*pair):
            yield pair


def _more_than_once(forms: Iterable[str]) -> set[str]:
    """Return what stands more than once among some forms."""
    every = list(forms)
    once = set(every)
    return {form for form, many in Counter(every).items() if many > 1} if len(once) < len(every) else set()


def alike(written: Iterable[Spelling], form: Callable[[str], str]) -> Iterator[tuple[Spelling, list[Spelling]]]:
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
