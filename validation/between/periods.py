"""Two rows of one child open at the same time, for every extract that declares `one_open_per`."""

from collections.abc import Iterator

from data.extract import Declared
from data.extracts import all_extracts
from validation.rules.question import Between
from validation.rules.severity import BLOCK

NUMBERS = {
    "child_protection_plans": "8935",
    "cin_plans": "4014",
    "looked_after_children": "501",
    "missing_episodes": "574",
    "referrals": "8815",
}

# Open on a day: it began on or before that day, and has no end or ended after it. So two periods overlap where each
# begins before the other ends, and a period that begins and ends on one day is open on none.
OVERLAP = """
with periods as (
    select row_number, {key}, {start} as start_date, coalesce({end}, date '9999-12-31') as ended
    from {extract}
    where {start} < coalesce({end}, date '9999-12-31'){unless}
)
select
    mine.row_number as row,
    mine.{key},
    list_sort(list(other.row_number)) as other_rows,
    strftime(arg_min(other.start_date, other.row_number), '%d/%m/%Y') as other_start
from periods as mine
join periods as other
    on mine.{key} = other.{key}
    and mine.row_number <> other.row_number
    and mine.start_date < other.ended
    and other.start_date < mine.ended
group by mine.row_number, mine.{key}
"""


def _rules() -> Iterator[Between]:
    for name, declared in all_extracts().items():
        if key := declared.one_open_per:
            sentence = (
                f"{{{key}}} has another row open at the same time: row {{other_rows}}, from {{other_start}}. End the "
                "earlier one, or correct the dates."
            )
            yield Between(f"{name}.{key}.one_open", BLOCK, sentence, _overlap(declared), NUMBERS.get(name, ""))


def _overlap(declared: Declared) -> str:
    """Write in SQL that two rows of the same child or plan are open at once."""
    start, end = declared.open_between
    unless = "".join(
        f" and coalesce({column}, '') not in ({', '.join(repr(code) for code in codes)})"
        for column, codes in declared.one_open_unless.items()
    )
    return OVERLAP.format(extract=declared.name, key=declared.one_open_per, start=start, end=end, unless=unless)


RULES = tuple(_rules())
