"""Brothers and sisters: which children of a month are of one family, as far as an extract says so."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from data.access import Act, Reader
from data.extracts import all_extracts
from data.ledger.clock import end_of
from data.store.store import Store


def families(store: Store, reader: Reader, authority: str, months: Sequence[date]) -> dict[str, str]:
    """Return the family of each child of some months for whom an extract names one; of several the latest month's,
    and of several of that month the last by name.

    Raises:
        Mendable: where the reader may not see rows of extracts.
    """
    reader.must(Act.ROWS)
    naming = [
        extract.name for extract in all_extracts().values() if {"child_id", "family_id"} <= set(extract.column_names)
    ]
    rows = "\nunion all\n".join(
        f"select load, child_id, family_id from uploaded.{name} where family_id is not null" for name in naming
    )
    answer = store.ask(
        reader,
        f"""
        select rows.child_id, arg_max(rows.family_id, (known.month, rows.family_id)) as family_id
        from loads_known($moment) as known
        join ({rows}) as rows on rows.load = known.load
        where known.authority = $authority and list_contains($months, known.month)
            and list_contains($naming, known.extract)
        group by rows.child_id
        """,
        authority=authority,
        months=list(months),
        naming=naming,
        moment=end_of(None),
    )
    return dict(zip(answer["child_id"], answer["family_id"], strict=True))


def brothers_and_sisters(children: Collection[str], of_family: Mapping[str, str]) -> tuple[int, int]:
    """Return how many of some children have a brother or sister among them, and of how many families these are."""
    many = Counter(of_family[child] for child in set(children) if child in of_family)
    together = [number for number in many.values() if number > 1]
    return sum(together), len(together)
