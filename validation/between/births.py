"""What is recorded before the child was born, for every extract that names children and days.

Work may begin for an unborn child, up to 40 weeks before birth; being in care, at school or examined may not. Where a
whole family may stand under one date, and no return takes it, an earlier one is only told.
"""

from collections.abc import Iterator

from data.extract import Date, Declared
from data.extracts import all_extracts
from validation.rules.question import Between
from validation.rules.severity import BLOCK, INFO

ONLY_ONCE_BORN = {
    "care_leavers",
    "exclusions",
    "lac_health",
    "lac_reviews",
    "looked_after_children",
    "missing_episodes",
    "pathway_plans",
    "peps",
    "permanence",
}
OF_FAMILIES = {"case_allocations", "contacts", "early_help"}
NUMBERS = {"child_protection_plans": "8606", "looked_after_children": "302", "referrals": "8606"}

BEFORE_BIRTH = """
select records.row_number as row, records.{column} as happened, children.date_of_birth
from {extract} as records
join children on records.child_id = children.child_id
where records.{column} < children.date_of_birth - {weeks} * 7
"""


def _rules() -> Iterator[Between]:
    for name, declared in all_extracts().items():
        column = _first_day(declared)
        if column is None or name == "children" or "child_id" not in declared.column_names:
            continue
        born = name in ONLY_ONCE_BORN
        sentence = (
            f"{{happened}} is {'before' if born else 'more than 40 weeks before'} the child's date of birth, "
            "{date_of_birth}. Check both."
        )
        sql = BEFORE_BIRTH.format(extract=name, column=column, weeks=0 if born else 40)
        severity = INFO if name in OF_FAMILIES else BLOCK
        yield Between(f"{name}.{column}.before_birth", severity, sentence, sql, NUMBERS.get(name, ""))


def _first_day(declared: Declared) -> str | None:
    """Name the day a record begins: the first that it must have, or else the first that it may have."""
    days = [column for column in declared.columns if isinstance(column, Date)]
    return next((day.name for day in [*(day for day in days if day.required), *days]), None)


RULES = tuple(_rules())
