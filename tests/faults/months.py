"""Faults of months and of whose rows they are, as far as one check can see them."""

from tests.faults.fault import Fault, Files, one, plans, published, texts
from validation.check import Known

P = "child_protection_plans"
OURS = Known(authority="E09000005")
MANY = [{"child_id": f"C{number}", "start_date": f"2026-10-{31 - number % 31:02}"} for number in range(60)]


def of_authorities(*codes: str) -> Files:
    frame = texts(P, *[{}] * len(codes)).assign(**{"LA code": codes})
    return [("plans.csv", frame.to_csv(index=False).encode())]


def named(name: str) -> Files:
    return [(name, plans({})[0][1])]


SEPTEMBER = [{"start_date": "2026-09-04"}] * 5 + [{"start_date": "2026-03-01"}]

FAULTS = [
    Fault(
        "F61",
        "a code of an earlier year in a month of that year",
        lambda: one("looked_after_children", {"placement": "H5", "start_date": "2024-03-01"}),
        "A",
        "looked_after_children.not_compared",
        accepted=1,
        known=Known(),
        month="2024-03",
    ),
    Fault(
        "F61",
        "the same code in a month of today",
        lambda: one("looked_after_children", {"placement": "H5"}),
        "B",
        "looked_after_children.placement.in_set",
        "H5",
    ),
    Fault(
        "F54",
        "a month published before",
        lambda: plans(*MANY[1:], {"child_id": "new"}, {"child_id": "newer"}),
        "A",
        f"{P}.published_before",
        "60 rows there, 61 here; 1 child taken away, 2 added",
        61,
        0,
        Known(published=published(P, *MANY)),
    ),
    Fault(
        "F55",
        "dates of another month",
        lambda: plans(*SEPTEMBER),
        "Q",
        f"{P}.start_date.in_another_month",
        "83% of the dates in start_date fall in September 2026; you chose October 2026",
        6,
    ),
    Fault(
        "F55",
        "periods of another month",
        lambda: one("school_attendance", {"period": "2026-07"}),
        "B",
        "school_attendance.period.in_another_month",
        "you chose September 2026",
        month="2026-09",
    ),
    Fault(
        "F55",
        "named for another month",
        lambda: named("plans_2026-09.csv"),
        "B",
        f"{P}.named_for_another_month",
        "its name says September 2026",
    ),
    Fault(
        "F56",
        "run in the middle of the month",
        lambda: named("plans 2026-10-14.csv"),
        "Q",
        f"{P}.run_before_month_end",
        "it was run on 14/10/2026, before the month end, 31/10/2026",
        1,
    ),
    Fault(
        "F56",
        "a busy month that stops early",
        lambda: plans(*[{"start_date": f"2026-10-{day:02}"} for day in range(1, 23)]),
        "Q",
        f"{P}.start_date.ends_early",
        "the latest of 22 dates in start_date of October 2026 is 22/10/2026",
        22,
    ),
    Fault(
        "F57",
        "rows of another authority",
        lambda: of_authorities("E09000005", "E09000033", "E09000033"),
        "B",
        f"{P}.another_authority",
        "2 rows are for E09000033 (not E09000005), on row 3 and 4",
        known=OURS,
    ),
    Fault(
        "F57",
        "two authorities, whichever is ours",
        lambda: of_authorities("E09000005", "E09000005", "E09000033"),
        "B",
        f"{P}.another_authority",
        "1 row is for E09000033",
    ),
    Fault(
        "F58",
        "a third fewer rows than the month before",
        lambda: plans(*MANY[:41]),
        "Q",
        f"{P}.swing",
        "it has 41 rows; the month before had 60 (-32%)",
        41,
        0,
        Known(before=published(P, *MANY)),
    ),
    Fault(
        "F58",
        "more than a tenth of the children of the same month taken away",
        lambda: plans(*MANY[:53]),
        "Q",
        f"{P}.children_taken_away",
        "7 of the 60 children published for October 2026 are not in it (12%)",
        53,
        0,
        Known(published=published(P, *MANY)),
    ),
    Fault(
        "F58",
        "a tenth of the children of the same month taken away",
        lambda: plans(*MANY[:54]),
        "A",
        accepted=54,
        known=Known(published=published(P, *MANY)),
    ),
    Fault(
        "F58",
        "five of twenty children of the same month taken away",
        lambda: plans(*MANY[:15]),
        "A",
        accepted=15,
        known=Known(published=published(P, *MANY[:20])),
    ),
    Fault(
        "F58",
        "six of twenty children of the same month taken away, and others in their place",
        lambda: plans(*MANY[6:40]),
        "Q",
        f"{P}.children_taken_away",
        "6 of the 20 children published for October 2026 are not in it (30%)",
        34,
        0,
        Known(published=published(P, *MANY[:20])),
    ),
    Fault(
        "F58", "a little fewer", lambda: plans(*MANY[:43]), "A", accepted=43, known=Known(before=published(P, *MANY))
    ),
]
