"""What ended without a reason, and a reason given without an end.

A reason that only this dashboard asks for is queried, and only in a file that gives any: that a whole column is not
there is said once.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from validation.rules.question import Between
from validation.rules.severity import BLOCK, QUERY


@dataclass(frozen=True)
class Ending:
    """Name the day something ended and the column of the reason, in words and with DfE's numbers."""

    extract: str
    what: str
    day: str
    reason: str
    severity: str
    without_reason: str = ""
    without_day: str = ""
    only: str = "true"


ENDINGS = (
    Ending("looked_after_children", "the episode ended", "end_date", "reason_ended", BLOCK, "148", "148"),
    Ending(
        "referrals",
        "the case was closed",
        "close_date",
        "close_reason",
        BLOCK,
        "8805",
        "8810",
        only="coalesce(no_further_action, 'N') = 'N'",
    ),
    Ending("permanence", "the decision was reversed", "reversed_date", "reversed_reason", BLOCK, "119", "119"),
    Ending("adopters", "the adopter left", "left_date", "left_reason", QUERY),
    Ending("early_help", "early help ended", "end_date", "reason_ended", QUERY),
    Ending("social_workers", "the worker left", "end_date", "leaving_reason", QUERY),
)


def _rules() -> Iterator[Between]:
    for each in ENDINGS:
        used = "" if each.severity == BLOCK else f" and (select count({each.reason}) from {each.extract}) > 0"
        yield Between(
            f"{each.extract}.{each.day}.without_reason",
            each.severity,
            f"{each.what} on {{ended}}, yet {each.reason} is blank. Give the reason, or take the date away.",
            f"""
select row_number as row, {each.day} as ended
from {each.extract}
where {each.day} is not null and {each.reason} is null and {each.only}{used}
""",
            each.without_reason,
        )
        yield Between(
            f"{each.extract}.{each.reason}.without_date",
            each.severity,
            f"{{reason}} is given, yet {each.day} is blank. Give the date, or take the reason away.",
            f"""
select row_number as row, {each.reason} as reason
from {each.extract}
where {each.reason} is not null and {each.day} is null and "unreadable:{each.day}" is null
""",
            each.without_day,
        )


RULES = tuple(_rules())
