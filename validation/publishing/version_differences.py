"""How the rows of a check differ from those that stand: children and rows added, taken away and changed."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from data.arrivals.typed_values import dtype_of
from data.extract import Declared
from data.extracts import all_extracts
from validation.files.check_result import Check

Row = tuple[str, ...]


@dataclass(frozen=True)
class Sides:
    """Count what is only in the files, what only stands, and what is in both but otherwise, where that can be told."""

    added: int
    removed: int
    changed: int | None


@dataclass(frozen=True)
class Difference:
    """Hold how the rows of a checked extract differ from those that stand, and the children, where it tells of any."""

    extract: str
    standing: int
    ours: int
    rows: Sides
    children: Sides | None

    @property
    def differs(self) -> bool:
        """Tell whether any row is other than one that stands."""
        return any((self.rows.added, self.rows.removed, self.rows.changed))

    def to_json(self) -> dict:
        """Return the difference in plain values."""
        children = self.children and vars(self.children)
        shape = {"extract": self.extract, "rows_published": self.standing, "rows_now": self.ours}
        return {**shape, "rows": vars(self.rows), "children": children}


def differences(
    checked: Check,
    published: Callable[[str], pd.DataFrame | None],
    as_kept: Callable[[Declared, pd.DataFrame], pd.DataFrame] = lambda _declared, rows: rows,
) -> list[Difference]:
    """Compare the files of a check with what stands; `published` returns the rows of an extract that stand, or None.

    `as_kept` returns rows of a file as they would be kept, to be compared with those.
    """
    all_differences = []
    for file in checked.files:
        standing = None if file.extract is None or file.table is None else published(file.extract)
        if standing is None or file.table is None or file.extract is None:
            continue
        declared = all_extracts()[file.extract]
        all_differences.append(_difference(declared, standing, as_kept(declared, file.table)))
    return all_differences


def _difference(declared: Declared, standing: pd.DataFrame, ours: pd.DataFrame) -> Difference:
    """Compare the rows of one extract, and the children they tell of."""
    names, key = declared.column_names, declared.key
    their_rows, our_rows = _texts(declared, standing), _texts(declared, ours)
    only_there, only_here = Counter(their_rows) - Counter(our_rows), Counter(our_rows) - Counter(their_rows)
    rows = Sides(only_here.total(), only_there.total(), None)
    if key:
        rows = _sides(_by(names, key, their_rows), _by(names, key, our_rows))
    names_children = "child_id" in names
    children = (
        _sides(_by(names, ["child_id"], their_rows), _by(names, ["child_id"], our_rows)) if names_children else None
    )
    return Difference(declared.name, len(their_rows), len(our_rows), rows, children)


def _sides(there: dict[Row, Counter[Row]], here: dict[Row, Counter[Row]]) -> Sides:
    """Count keys on one side only, and keys of both whose rows are not the same."""
    both = there.keys() & here.keys()
    changed = sum(there[key] != here[key] for key in both)
    return Sides(len(here) - len(both), len(there) - len(both), changed)


def _by(names: Sequence[str], key: Sequence[str], rows: Sequence[Row]) -> dict[Row, Counter[Row]]:
    """Gather rows by the columns of a key."""
    places = [names.index(name) for name in key]
    gathered: dict[Row, Counter[Row]] = {}
    for row in rows:
        if any(own := tuple(row[place] for place in places)):
            gathered.setdefault(own, Counter())[row] += 1
    return gathered


def _texts(declared: Declared, rows: pd.DataFrame) -> list[Row]:
    """Write rows by their values, however they are typed."""
    dtypes = {column.name: dtype_of(column) for column in declared.columns}
    typed = rows.reindex(columns=list(dtypes)).astype(dtypes).astype(str).fillna("")
    return list(typed.itertuples(index=False, name=None))
