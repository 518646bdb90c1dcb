"""Why a figure was restated: how many of those it counts were recorded late, and how many were corrected.

What tells is the rows that were published: one that is there only later, or in which something blank was filled, was
recorded late; one that was altered or taken out was corrected. A subject goes by its own rows, or else by its child's.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.access import Reader
from data.extract import Declared
from data.extracts import all_extracts
from data.store.store import Store
from indicators.change.stated_over_time import Stated
from indicators.figures.disclosure import sees_exactly

LATE, CORRECTED, REWORDED, GIVEN = "recorded late", "corrected", "reworded", "given anew"
UNDONE, REDONE = "undone", "redone"
NOT_OF_A_SUBJECT = ("child_id", "family_id")
"""Identifiers that a subject does not go by: a child's are looked at by themselves, a family's are of several."""
Loads = tuple[int, int]
"""The loads of an extract before and after."""
Kinds = Mapping[tuple[str, str], str]
"""What became of the rows with an identifier: by whether it is a child's, and the identifier."""
OTHER_ROWS = """
    with pairs as (select unnest($before) as before, unnest($after) as after),
    was as (
        select pairs.before, pairs.after, rows.*
        from pairs
        join measured.rows as rows on rows.measurement = pairs.before
    ),
    made as (
        select pairs.before, pairs.after, rows.*
        from pairs
        join measured.rows as rows on rows.measurement = pairs.after
    )
    select
        coalesce(was.before, made.before) as before,
        coalesce(was.after, made.after) as after,
        coalesce(was.subject, made.subject) as subject,
        coalesce(was.child_id, made.child_id) as child_id,
        was.subject is null as is_new
    from was
    full join made on made.before = was.before and made.after = was.after and made.subject = was.subject
    where was.numerator is distinct from made.numerator or was.denominator is distinct from made.denominator
"""


@dataclass(frozen=True)
class Cause:
    """Hold one cause, and how many of those a figure counts it explains; None where that is not told."""

    what: str
    subjects: int | None


def causes(store: Store, reader: Reader, steps: Sequence[tuple[Stated, Stated]]) -> list[tuple[Cause, ...]]:
    """Return the causes of each step of a figure from what was stated to what was stated next."""
    measured = [(earlier.measurement, later.measurement) for earlier, later in steps if _has_rows(earlier, later)]
    subjects = _subjects_that_differ(store, reader, measured)
    others = {pair for earlier, later in steps if _has_rows(earlier, later) for pair in _other_loads(earlier, later)}
    kinds = _kinds(store, reader, others)
    return [_causes(earlier, later, subjects, kinds, reader) for earlier, later in steps]


def _causes(earlier: Stated, later: Stated, subjects: Mapping, kinds: Mapping, reader: Reader) -> tuple[Cause, ...]:
    """Return the causes of one step."""
    others = _other_loads(earlier, later)
    if others and all(newer < older for _, older, newer in others):
        return (Cause(UNDONE, None),)
    if not _has_rows(earlier, later):
        gone, was = (stated.figure.numerator is None for stated in (later, earlier))
        return (Cause(UNDONE if gone else REDONE if was else GIVEN, None),)
    became = [kinds[pair] for pair in others if pair in kinds]
    reasons: Counter[str] = Counter()
    for subject, child, is_new in subjects.get((earlier.measurement, later.measurement), []):
        reasons[REWORDED if earlier.wording != later.wording else _why(subject, child, is_new, became)] += 1
    is_told = sees_exactly(reader, later.figure.indicator)
    return tuple(Cause(kind, many if is_told else None) for kind, many in reasons.most_common())


def _has_rows(earlier: Stated, later: Stated) -> bool:
    """Tell whether there are rows on both sides to be compared."""
    return earlier.measurement is not None and later.measurement is not None


def _other_loads(earlier: Stated, later: Stated) -> list[tuple[str, int, int]]:
    """Return the extracts that were published anew between, with the loads before and after."""
    shared = earlier.loads.keys() & later.loads.keys()
    return [
        (extract, earlier.loads[extract], later.loads[extract])
        for extract in sorted(shared)
        if earlier.loads[extract] != later.loads[extract]
    ]


def _why(subject: str, child: str | None, is_new: bool, became: Sequence[Kinds]) -> str:
    """Say why one subject counts otherwise: by what became of its own rows, of its child's, or of all there are."""
    for place in (("", subject), ("child", child or "")):
        changes = {kinds[place] for kinds in became if place in kinds}
        if changes:
            return LATE if LATE in changes else CORRECTED
    anybody = {kind for kinds in became for kind in kinds.values()}
    return LATE if is_new or anybody == {LATE} else CORRECTED


def _subjects_that_differ(store: Store, reader: Reader, pairs: Sequence[tuple]) -> dict[tuple, list[tuple]]:
    """Return the subjects that count otherwise in two measurements: subject, child, and whether it is new."""
    if not pairs:
        return {}
    rows = store.ask(reader, OTHER_ROWS, before=[pair[0] for pair in pairs], after=[pair[1] for pair in pairs])
    gathered: dict[tuple, list[tuple]] = defaultdict(list)
    for row in rows.astype(object).where(rows.notna(), None).to_dict("records"):
        gathered[int(row["before"]), int(row["after"])].append((row["subject"], row["child_id"], bool(row["is_new"])))
    return gathered


def _kinds(store: Store, reader: Reader, pairs: Iterable[tuple[str, int, int]]) -> dict[tuple[str, int, int], Kinds]:
    """Return what became of the rows of each extract between two of its loads."""
    by_extract: dict[str, list[Loads]] = defaultdict(list)
    for extract, older, newer in sorted(pairs):
        by_extract[extract].append((older, newer))
    return {
        (extract, *loads): kinds
        for extract, versions in by_extract.items()
        for loads, kinds in _kinds_of(store, reader, all_extracts()[extract], versions).items()
    }


def _kinds_of(store: Store, reader: Reader, declared: Declared, pairs: Sequence[Loads]) -> Mapping[Loads, Kinds]:
    """Return what became of the rows with each identifier of one extract, for pairs of its loads."""
    parameters = {"before": [pair[0] for pair in pairs], "after": [pair[1] for pair in pairs]}
    rows = store.ask(reader, _changed_rows(declared), **parameters)
    names = [name for name in declared.column_names if name.endswith("_id")]
    by_loads: dict[Loads, dict[tuple[str, str], str]] = defaultdict(dict)
    for row in rows.astype(object).where(rows.notna(), None).to_dict("records"):
        for name in names:
            if row[name] is None or (name != "child_id" and name in NOT_OF_A_SUBJECT):
                continue
            kinds, named = (
                by_loads[int(row["before"]), int(row["after"])],
                ("child" if name == "child_id" else "", row[name]),
            )
            kinds[named] = LATE if LATE in (row["kind"], kinds.get(named)) else CORRECTED
    return by_loads


def _changed_rows(declared: Declared) -> str:
    """Write the question for the rows of an extract that are on one side only, or otherwise; and which of the two."""
    rest = [name for name in declared.column_names if name not in declared.key]
    altered = " or ".join(
        f"(was.{column} is not null and was.{column} is distinct from made.{column})" for column in rest
    )
    differs = " or ".join(f"was.{column} is distinct from made.{column}" for column in rest)
    same = " and ".join(f"made.{column} is not distinct from was.{column}" for column in declared.key)
    identifiers = [name for name in declared.column_names if name.endswith("_id")]
    selected = "".join(f", coalesce(made.{identifier}, was.{identifier}) as {identifier}" for identifier in identifiers)
    sides = " ".join(
        f"{side} as (select pairs.before, pairs.after, rows.* from pairs "
        f"join uploaded.{declared.name} as rows on rows.load = pairs.{load}){comma}"
        for side, load, comma in (("was", "before", ","), ("made", "after", ""))
    )
    return f"""
        with pairs as (select unnest($before) as before, unnest($after) as after), {sides}
        select
            coalesce(was.before, made.before) as before, coalesce(was.after, made.after) as after,
            case
                when was.load is null then '{LATE}'
                when made.load is null or {altered or "false"} then '{CORRECTED}'
                else '{LATE}'
            end as kind
            {selected}
        from was
        full join made on made.before = was.before and made.after = was.after and {same}
        where was.load is null or made.load is null or {differs or "false"}
    """
