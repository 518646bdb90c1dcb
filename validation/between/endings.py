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
    for ending in ENDINGS:
        used = "" if ending.severity == BLOCK else f" and (select count({ending.reason}) from {ending.extract}) > 0"
        yield Between(
            f"{ending.extract}.{ending.day}.without_reason",
            ending.severity,
            f"{ending.what} on {{ended}}, yet {{heading_of[{ending.reason}]}} is blank. Give the reason, or take the "
            "date away.",
            f"""
select row_number as row, {ending.day} as ended
from {ending.extract}
where {ending.day} is not null and {ending.reason} is null and {ending.only}{used}
""",
            ending.without_reason,
        )
        yield Between(
            f"{ending.extract}.{ending.reason}.without_date",
            ending.severity,
            f"{{reason}} is given, yet {{heading_of[{ending.day}]}} is blank. Give the date, or take the reason away.",
            f"""
select row_number as row, {ending.reason} as reason
from {ending.extract}
where {ending.reason} is not null and {ending.day} is null and "unreadable:{ending.day}" is null
""",
            ending.without_day,
        )


RULES = tuple(_rules())
