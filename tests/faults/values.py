"""Faults of values: a cell that says what cannot be, or says it in a way that invites a guess."""

from datetime import datetime

from openpyxl import Workbook

from tests.faults.fault import Fault, Files, altered, cells, one, plans, published, saved, texts, workbook
from validation.check import Known

P = "child_protection_plans"
SERIAL = "46296"  # 1 October 2026


def mixed_dates() -> Files:
    rows = cells(texts(P, {}, {}, {}))
    place = rows[0].index("start_date")
    rows[1][place], rows[2][place], rows[3][place] = datetime.fromisoformat("2026-10-01"), "02/10/2026", int(SERIAL)
    return [("plans.xlsx", workbook(("Plans", rows)))]


def from_1904() -> Files:
    book = Workbook()
    book.epoch = datetime.fromisoformat("1904-01-01")
    for row in cells(texts(P, {"start_date": str(int(SERIAL) - 1462)}, {})):
        book.worksheets[0].append([int(cell) if str(cell).isdigit() and len(cell) == 5 else cell for cell in row])
    return [("plans.xlsx", saved(book))]


def american() -> Files:
    return plans(*({"start_date": f"10/{day}/2026"} for day in range(13, 23)), {"start_date": "10/02/2026"})


def children(*rows) -> Files:
    return one("children", *rows)


def two_plans(**second) -> Files:
    first = {"child_id": "A", "start_date": "2026-10-01"}
    return plans(first, {"child_id": "A", "start_date": "2026-10-10", **second})


def repeated() -> Files:
    return altered(plans({}, {}), lambda text: text + text.split("\n")[1] + "\n")


def with_children(child: dict, extract: str, row: dict) -> Files:
    return [*children({"child_id": "A", **child}), *one(extract, {"child_id": "A", **row})]


def caseload() -> Files:
    cases = [{"worker_id": "W"}] * 61
    return [*one("social_workers", {"worker_id": "W"}), *one("case_allocations", *cases)]


BEFORE = Known(before=published(P, {"child_id": "00012"}, {"child_id": "00034"}))
FEW_BEFORE = Known(before=published(P, {"previous_plans": 1}))
TOKENS = ("NULL", "null", "None", "N/A", "NA", "n/a", "-", "--", "#N/A", "NaN", "NaT", "")
BLANKS = [{"end_date": token, "other_authority": "N"} for token in TOKENS]

FAULTS = [
    Fault(
        "F31",
        "a day number",
        lambda: plans({"start_date": SERIAL}),
        "A",
        f"{P}.start_date.day_numbers",
        "46296 on row 2 was read as 01/10/2026",
        1,
        0,
    ),
    Fault(
        "F31",
        "a day number counted from 1904",
        from_1904,
        "A",
        f"{P}.start_date.day_numbers",
        "counted from 1904; 44834 on row 2 was read as 01/10/2026",
        2,
        0,
    ),
    Fault(
        "F32",
        "dates, texts and day numbers in one column",
        mixed_dates,
        "A",
        f"{P}.start_date.day_numbers",
        "1 date is",
        3,
    ),
    Fault(
        "F32",
        "31 February among them",
        lambda: plans({"start_date": "31/02/2026"}, {}, {"start_date": SERIAL}),
        "B",
        f"{P}.start_date.readable",
        '"31/02/2026" is not a date. Write it as dd/mm/yyyy.',
        2,
        1,
    ),
    Fault("F33", "American dates", american, "B", f"{P}.start_date.american", "10 of the 10", 1, 10),
    Fault(
        "F34",
        "two-digit year",
        lambda: plans({"start_date": "01/10/26"}),
        "B",
        f"{P}.start_date.readable",
        "is not a date",
    ),
    Fault(
        "F34",
        "a day that stands for not known",
        lambda: plans({"start_date": "1900-01-01"}, {}),
        "Q",
        f"{P}.start_date.placeholder",
        "may stand for a date not known",
        2,
    ),
    Fault(
        "F35",
        "start after the month end",
        lambda: plans({"start_date": "2026-11-01"}, {}),
        "B",
        f"{P}.start_date.after_month_end",
        "01/11/2026 is after the month end, 31/10/2026",
        1,
        1,
    ),
    Fault("F35", "start on the month end", lambda: plans({"start_date": "2026-10-31"}, {}), "A", accepted=2),
    Fault(
        "F35",
        "born after the month end",
        lambda: children({"date_of_birth": "2026-11-01", "sex": "F"}),
        "B",
        "children.date_of_birth.after_month_end",
        "for an unborn child give U",
        0,
        1,
    ),
    Fault("F36", "unborn", lambda: children({"date_of_birth": "2027-02-01", "sex": "U"}), "A", accepted=1),
    Fault(
        "F36",
        "expected too far ahead",
        lambda: children({"date_of_birth": "2027-12-01", "sex": "U"}),
        "B",
        "children.date_of_birth.too_far_ahead",
        "more than 42 weeks after",
        0,
        1,
    ),
    Fault(
        "F36",
        "plan long before birth",
        lambda: with_children({"date_of_birth": "2026-10-30"}, P, {"start_date": "2025-10-01"}),
        "B",
        f"{P}.start_date.before_birth",
        "more than 40 weeks before the child's date of birth",
    ),
    Fault(
        "F36",
        "27 years old",
        lambda: children({"date_of_birth": "1999-10-31"}, {"date_of_birth": "1999-11-01"}),
        "B",
        "children.date_of_birth.too_old",
        "makes the young person 27",
        1,
        1,
    ),
    Fault(
        "F37",
        "end before start",
        lambda: plans({"start_date": "2026-10-02", "end_date": "2026-10-01"}, {}),
        "B",
        f"{P}.end_date.not_before",
        "01/10/2026 is before start_date, 02/10/2026",
        1,
        1,
    ),
    Fault("F38", "two open plans", two_plans, "B", f"{P}.child_id.one_open", "A has another row open", 0, 2),
    Fault("F38", "lawfully beside another", lambda: two_plans(other_authority="Y"), "A", accepted=2),
    Fault("F39", "a row twice", repeated, "A", f"{P}.repeated_row", "row 4: it repeats row 2 in every column", 2, 1),
    Fault(
        "F39",
        "one plan, two tellings",
        lambda: plans({"plan_id": "P"}, {"plan_id": "P", "child_id": "B"}),
        "B",
        f"{P}.plan_id.unique",
        '"P" is also on row 3',
        0,
        2,
    ),
    Fault(
        "F40",
        "one child under two ids",
        lambda: children({"child_id": "00012"}, {"child_id": "12"}),
        "Q",
        "children.child_id.two_spellings",
        "Check whether they are one child",
        2,
    ),
    Fault(
        "F40",
        "one id, two dates of birth",
        lambda: children({"child_id": "A"}, {"child_id": "A", "date_of_birth": "2016-01-01"}),
        "B",
        "children.child_id.unique",
        '"A" is also on row 3',
        0,
        2,
    ),
    Fault(
        "F41",
        "unknown code",
        lambda: plans({"category": "ZZ"}, {}),
        "B",
        f"{P}.category.in_set",
        "Use NEG, PHY, SAB, EMO or MUL",
        1,
        1,
    ),
    Fault("F41", "small letters and spaces", lambda: plans({"category": " neg "}, {}), "A", accepted=2),
    Fault(
        "F42",
        "twelve ways to write nothing",
        lambda: plans(*BLANKS),
        "A",
        f"{P}.end_date.read_as_blank",
        "11 values",
        12,
    ),
    Fault(
        "F43",
        "noughts lost",
        lambda: plans({"child_id": "12"}, {"child_id": "00034"}),
        "Q",
        f"{P}.child_id.noughts_lost",
        '"12" was published as "00012"',
        2,
        0,
        BEFORE,
    ),
    Fault(
        "F44",
        "1.00E+05",
        lambda: plans({"child_id": "1.00E+05"}, {}),
        "B",
        f"{P}.child_id.readable",
        "an identifier that Excel has changed. Format the column as Text",
        1,
        1,
    ),
    Fault(
        "F44",
        "1E5",
        lambda: plans({"child_id": "1E5"}, {}),
        "B",
        f"{P}.child_id.readable",
        "an identifier that Excel has changed",
        1,
        1,
    ),
    Fault("F45", "thousands and pounds", lambda: plans({"previous_plans": "£0,001"}), "A", accepted=1),
    Fault(
        "F45",
        "percent",
        lambda: plans({"previous_plans": "12%"}),
        "B",
        f"{P}.previous_plans.readable",
        "Use figures only",
    ),
    Fault(
        "F46", "negative", lambda: plans({"previous_plans": -1}), "B", f"{P}.previous_plans.at_least", "-1 is below 0"
    ),
    Fault(
        "F46",
        "half a head",
        lambda: plans({"previous_plans": "1.5"}),
        "B",
        f"{P}.previous_plans.readable",
        "not a whole",
    ),
    Fault(
        "F46",
        "far above the month before",
        lambda: plans({"previous_plans": 5}),
        "Q",
        f"{P}.previous_plans.far_above_before",
        "5 is more than 4 times the highest of the month before, 1",
        1,
        0,
        FEW_BEFORE,
    ),
    Fault("F46", "61 cases", caseload, "Q", "case_allocations.worker_id.too_many_cases", "W holds 61 cases", 62),
    Fault("F47", "spaces of all kinds", lambda: plans({"child_id": "\u200b A1\xa0"}, {}), "A", accepted=2),
    Fault("F48", "letters of all kinds", lambda: plans({"team": "Łódź שלום 🙂"}, {}), "A", accepted=2),
    Fault(
        "F49",
        "a telephone number",
        lambda: plans({"team": "ring mum on 07700 900123"}, {}),
        "Q",
        f"{P}.team.personal",
        "a telephone number, such as 07*** ******, on row 2",
        2,
    ),
    *(
        Fault(
            "F50",
            repr(text),
            lambda text=text: plans({"team": text}, {}),
            "Q",
            f"{P}.team.like_code",
            "kept as text",
            2,
        )
        for text in ('=HYPERLINK("http://x","y")', "+1+1", "-2+3", "@SUM(A1)")
    ),
    *(
        Fault("F51", text, lambda text=text: plans({"team": text}, {}), "Q", f"{P}.team.like_code", "kept as text", 2)
        for text in ("<style>*{display:none}</style>", "<form action=x>", "A <img src=//x>")
    ),
]
