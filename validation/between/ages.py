"""What a looked-after child is too young or too old for."""

from collections.abc import Iterator
from dataclasses import dataclass

from validation.rules.question import Between
from validation.rules.severity import BLOCK, QUERY


@dataclass(frozen=True)
class Bound:
    """Bound an age: on the day in `day`, those of whom `holds` is true may not be as `wrong` says."""

    what: str
    column: str
    day: str
    wrong: str
    holds: str
    sentence: str
    dfe_rule: str
    severity: str = BLOCK


BOUNDS = (
    Bound(
        what="began_at_18",
        column="start_date",
        day="start_date",
        wrong=">= 18",
        holds="reason_started = 'S'",
        sentence="a period of care began on {day}, when the young person was {age}. Check the date and {born}, the "
        "date of birth.",
        dfe_rule="352",
        severity=QUERY,
    ),
    Bound(
        what="supported_under_16",
        column="placement",
        day="start_date",
        wrong="< 16",
        holds="placement = 'K3'",
        sentence="K3, supported accommodation, is for those of 16 and over; the child was {age} on {day}. Correct the "
        "placement or the date of birth, {born}.",
        dfe_rule="371",
    ),
    Bound(
        what="offender_under_10",
        column="placement",
        day="start_date",
        wrong="< 10",
        holds="placement = 'R5'",
        sentence="R5, a young offender institution, takes nobody under 10; the child was {age} on {day}. Correct the "
        "placement or the date of birth, {born}.",
        dfe_rule="372",
    ),
    Bound(
        what="remanded_under_10",
        column="legal_status",
        day="start_date",
        wrong="< 10",
        holds="legal_status in ('J1', 'J2', 'J3')",
        sentence="{code} is for those of 10 and over; the child was {age} on {day}. Correct the legal status or the "
        "date of birth, {born}.",
        dfe_rule="358",
    ),
    Bound(
        what="adopted_at_18",
        column="reason_ended",
        day="end_date",
        wrong=">= 18",
        holds="reason_ended in ('E11', 'E12')",
        sentence="{code} says that the child was adopted, at the age of {age}, on {day}. Correct the reason or the "
        "date of birth, {born}.",
        dfe_rule="386",
    ),
    Bound(
        what="guardianship_at_18",
        column="reason_ended",
        day="end_date",
        wrong=">= 18",
        holds="reason_ended in ('E43', 'E44', 'E45', 'E46', 'E47', 'E48')",
        sentence="{code} is a special guardianship order, made at the age of {age}, on {day}. Correct the reason or "
        "the date of birth, {born}.",
        dfe_rule="407",
    ),
)


def _rules() -> Iterator[Between]:
    for bound in BOUNDS:
        yield Between(
            f"looked_after_children.{bound.column}.{bound.what}",
            bound.severity,
            bound.sentence,
            f"""
select
    episodes.row_number as row,
    episodes.{bound.column} as code,
    episodes.{bound.day} as day,
    children.date_of_birth as born,
    age_on(children.date_of_birth, episodes.{bound.day}) as age
from looked_after_children as episodes
join children on episodes.child_id = children.child_id
where {bound.holds}
    and children.date_of_birth <= episodes.{bound.day}
    and age_on(children.date_of_birth, episodes.{bound.day}) {bound.wrong}
""",
            bound.dfe_rule,
        )


RULES = tuple(_rules())
