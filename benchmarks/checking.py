"""Measure a check of 100,000 rows, and the rules on its rows beside the same rules written for pandera.

python -m benchmarks.checking
"""

import statistics
import time
from collections.abc import Callable
from datetime import date

import pandas
import pandera.pandas as pandera

from data.arrivals import UNREADABLE, typed
from data.extract import Code, Date, Declared, Number, Text
from data.extracts import all_extracts
from validation.check import Known, check
from validation.rows.broken_rows import broken_rows
from validation.rules.demands import PLACEHOLDERS_END

MONTH, MONTH_END = "2026-10", date(2026, 10, 31)
PLANS = all_extracts()["child_protection_plans"]
ROWS, TIMES = 100_000, 5
WRONG_EVERY = 1000


def some_plans(rows: int) -> pandas.DataFrame:
    """Return so many plans as text, one in a thousand of them with a category that there is not."""
    texts: dict[str, list[str | None]] = {name: [None] * rows for name in PLANS.column_names}
    texts["previous_plans"] = ["0"] * rows
    texts |= {name: ["N"] * rows for name in ("other_authority", "seen_alone", "emergency_protection")}
    texts |= {"plan_id": [f"P{n}" for n in range(rows)], "child_id": [f"C{n:06}" for n in range(rows)]}
    texts["start_date"] = [f"{n % 27 + 1:02}/{n % 10 + 1:02}/2026" for n in range(rows)]
    texts["end_date"] = [f"{n % 27 + 1:02}/10/2026" if n % 2 else None for n in range(rows)]
    texts["initial_category"] = ["NEG"] * rows
    texts["category"] = ["NEG" if n % WRONG_EVERY else "NEGL" for n in range(rows)]
    texts["team"] = [f"Locality {n % 8}" for n in range(rows)]
    return pandas.DataFrame(texts, index=range(2, rows + 2), dtype=object)


def in_pandera(declared: Declared) -> pandera.DataFrameSchema:
    """Write the rules that the declaration makes for rows, in pandera."""
    columns = {UNREADABLE + each.name: pandera.Column(nullable=True, checks=_none()) for each in declared.columns}
    for each in declared.columns:
        checks = []
        if isinstance(each, Text):
            checks.append(pandera.Check.str_length(max_value=each.longest))
            checks += [pandera.Check.str_matches(rf"\A(?:{each.pattern})\Z")] if each.pattern else []
        if isinstance(each, Code):
            checks.append(pandera.Check.isin(each.allowed.valid_on(MONTH_END)))
        if isinstance(each, Number):
            least, most = each.at_least, each.at_most
            checks += [pandera.Check.ge(least)] if least is not None else []
            checks += [pandera.Check.le(limit) for limit in (most, each.unusual_above) if limit is not None]
        if isinstance(each, Date):
            checks.append(pandera.Check.ge(pandas.Timestamp(PLACEHOLDERS_END)))
            checks += [] if each.planned else [pandera.Check.le(pandas.Timestamp(MONTH_END))]
        columns[each.name] = pandera.Column(nullable=not each.required, unique=each.unique, checks=checks)
    ordered = [(each.name, each.not_before) for each in declared.columns if isinstance(each, Date) and each.not_before]
    return pandera.DataFrameSchema(columns, checks=[_in_order(later, earlier) for later, earlier in ordered])


def _none() -> pandera.Check:
    return pandera.Check(lambda column: column.isna(), ignore_na=False)


def _in_order(later: str, earlier: str) -> pandera.Check:
    return pandera.Check(
        lambda rows: ~(rows[later] < rows[earlier]), ignore_na=False, name=f"{later} not before {earlier}"
    )


def rows_by_pandera(schema: pandera.DataFrameSchema, table: pandas.DataFrame) -> set[int]:
    """Return the row numbers that break the schema."""
    try:
        schema.validate(table, lazy=True)
    except pandera.errors.SchemaErrors as wrong:
        return set(wrong.failure_cases["index"].dropna().astype(int))
    return set()


def seconds(work: Callable[[], object]) -> float:
    """Return how many seconds something takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    """Check that both find the same rows, then print both times, their ratio, and the whole check."""
    texts = some_plans(ROWS)
    table, schema = typed(PLANS, texts), in_pandera(PLANS)
    ours = {row for rows in broken_rows(PLANS, table, MONTH_END).values() for row in rows}
    differ = ours ^ rows_by_pandera(schema, table)
    print(f"{ROWS:,} rows; broken: {len(ours)}; found by one and not the other: {len(differ)}")
    suite, other = [], []
    for _ in range(TIMES):
        suite.append(seconds(lambda: broken_rows(PLANS, table, MONTH_END)))
        other.append(seconds(lambda: rows_by_pandera(schema, table)))
    print(f"rules on rows, by the suite:     {statistics.median(suite):6.2f} s")
    print(f"the same rules in pandera:       {statistics.median(other):6.2f} s")
    one = table.head(1)
    alone = statistics.median(seconds(lambda: broken_rows(PLANS, one, MONTH_END)) for _ in range(TIMES))
    print(f"the suite on a single row:       {alone:6.2f} s, its own bookkeeping")
    pairs = [mine / theirs for mine, theirs in zip(suite, other, strict=True)]
    print(f"suite / pandera, median of pairs:{statistics.median(pairs):6.2f}")
    file = ("plans.csv", texts.to_csv(index=False).encode())
    whole = [seconds(lambda: check([file], MONTH, Known())) for _ in range(TIMES)]
    print(f"the whole check, bytes to findings, median: {statistics.median(whole):6.2f} s, best {min(whole):.2f} s")


if __name__ == "__main__":
    main()
