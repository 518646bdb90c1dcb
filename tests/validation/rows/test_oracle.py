"""great-expectations and plain SQL, which know nothing of each other, find the same rows for every rule."""

import random
from datetime import date, timedelta

import pandas
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.arrivals import UNREADABLE, typed
from data.extract import Code, Codes, Date, Month, Number, Text, Whole
from data.extracts import all_extracts
from data.store.scratch import laid_out
from tests.every_case import by_name, every
from tests.examples import MONTH_END
from validation.rows.broken_rows import broken_rows
from validation.rows.expectation_suites import EXPECTATIONS, SEVERITIES, suite_for
from validation.rules.demands import rules_of

each_extract = every("declared", all_extracts().values(), by_name)


def conditions(declared, month_end):  # noqa: C901 one branch for each kind of rule, side by side
    """Yield (rule, condition on a row), written from the declaration and not from the rules."""
    end = f"date '{month_end}'"
    for column in declared.columns:
        name, unreadable = column.name, f'"{UNREADABLE}{column.name}"'
        if column.required:
            yield f"{name}.required", f"{name} is null and {unreadable} is null"
        yield f"{name}.readable", f"{unreadable} is not null"
        if column.unique:
            yield f"{name}.unique", f"count({name}) over (partition by {name}) > 1"
        if isinstance(column, Code):
            codes = ", ".join(repr(code) for code in column.allowed.valid_on(month_end))
            yield f"{name}.in_set", f"{name} not in ({codes}){lawful_then(column, end)}"
        if isinstance(column, Codes):
            codes = ", ".join(repr(code) for code in column.allowed.valid_on(month_end))
            wrong = f"len(list_filter(string_split({name}, ','), code -> code not in ({codes}))) > 0"
            yield f"{name}.each_in_set", f"{wrong}{lawful_then(column, end)}"
        if isinstance(column, Text):
            yield f"{name}.longest", f"length({name}) > {column.longest}"
            if column.pattern:
                yield f"{name}.pattern", f"not regexp_full_match({name}, '{column.pattern}')"
        if isinstance(column, Number):
            bounds = {"at_least": ("<", column.at_least), "at_most": (">", column.at_most)}
            for kind, (sign, limit) in {**bounds, "unusual": (">", column.unusual_above)}.items():
                if limit is not None:
                    yield f"{name}.{kind}", f"{name} {sign} {limit}"
            if column.not_above:
                yield f"{name}.not_above", f"{name} > {column.not_above}"
        if isinstance(column, Date):
            yield f"{name}.placeholder", f"{name} < date '1930-01-01'"
            if column.not_before:
                yield f"{name}.not_before", f"{name} < {column.not_before}"
        if isinstance(column, Month) or (isinstance(column, Date) and not column.planned):
            yield f"{name}.after_month_end", f"{name} > {end}"
    if len(declared.one_row_per) > 1:
        key = ", ".join(declared.one_row_per)
        whole = " and ".join(f"{name} is not null" for name in declared.one_row_per)
        yield "one_row_per", f"{whole} and count(*) over (partition by {key}) > 1"


def lawful_then(column, end):
    """Except rows of an earlier day than the month end whose code was valid on it."""
    if not column.as_at:
        return ""
    day, allowed = column.as_at, column.allowed
    lasting = [code for code in allowed.meanings if code not in allowed.since and code not in allowed.until]
    valid = f"code in ({', '.join(repr(code) for code in lasting)})"
    for code in {*allowed.since, *allowed.until} - set(allowed.also_written):
        first, last = allowed.first_day(code) or date.min, allowed.last_day(code) or date(9999, 1, 1)
        valid += f" or (code = '{code}' and {day} between date '{first}' and date '{last}')"
    every = f"len(list_filter(string_split({column.name}, ','), code -> not ({valid}))) = 0"
    return f" and not ({day} is not null and {day} <= {end} and {every})"


def twin(declared, table, month_end):
    frame = table.assign(row_number=table.index)
    found = {}
    with laid_out({"arrived": frame}, month_end) as laid:
        for rule, condition in conditions(declared, month_end):
            judged = f"select row_number, {condition} as broken from arrived"
            sql = f"select row_number from ({judged}) where broken order by row_number"
            found[f"{declared.name}.{rule}"] = [row["row_number"] for row in laid.answers(sql)]
    return found


def dirty_choices(column):
    """Return texts that a column may arrive with: good, wrong at the edges, and not to be read."""
    days = [MONTH_END + timedelta(days=days) for days in (-400, -2, -1, 0, 1, 40)]
    choices = {
        Date: [None, "31/02/2026", "1900-01-01", *map(str, days)],
        Month: [None, "2026-09", "2026-10", "2026-11", "26-Oct"],
        Whole: [None, "0", "1", "5", "6", "20", "21", "46", "47", "62", "63", "-1", "1.5", "many"],
        Number: [None, "0", "0.5", "1", "1.5", "2", "2.1", "-0.1", "half"],
    }
    if isinstance(column, Number):
        limits = [limit for limit in (column.at_least, column.at_most, column.unusual_above) if limit is not None]
        choices[Whole] += [f"{limit + step:.9g}" for limit in limits if limit > 62 for step in (-1, 0, 1)]
        choices[Number] += [f"{limit + step:.9g}" for limit in limits if limit > 2 for step in (-1, 0, 1)]
    for kind, texts in choices.items():
        if isinstance(column, kind):
            return texts
    if isinstance(column, Code | Codes):
        past = list(column.allowed.until)[:2]
        several = [f"{code};{code}" for code in [*column.allowed, *past][-2:]]
        return [None, "ZZ", "a\x07", *list(column.allowed)[:3], *past, *several]
    return [
        None,
        "A1",
        "A2",
        "B-3",
        "C 4",
        "x" * 20,
        "x" * 21,
        "y" * 31,
        "z" * 101,
        "1.00E+05",
        "Zoë",
        "123456",
        "NW10",
        "E09000005",
    ]


def assert_agree(declared, texts):
    table = typed(declared, texts)
    found = {rule: sorted(rows) for rule, rows in broken_rows(declared, table, MONTH_END).items()}
    assert found == twin(declared, table, MONTH_END)
    return {rule for rule, rows in found.items() if rows}, {
        rule for rule, rows in found.items() if len(rows) < len(table)
    }


@each_extract
def test_they_agree_on_seeded_dirt_and_every_rule_fails_and_passes(declared):
    seeded = random.Random(declared.name)
    cells = {column.name: [seeded.choice(dirty_choices(column)) for _ in range(300)] for column in declared.columns}
    repeated = {name: [*texts, *texts[:100]] for name, texts in cells.items()}
    texts = pandas.DataFrame(repeated, index=range(5, 405), dtype=object)
    failing, passing = assert_agree(declared, texts)
    every = {rule.id for rule in rules_of(declared, MONTH_END)}
    assert failing == every and passing == every


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_they_agree_on_anything(data):
    declared = data.draw(st.sampled_from(list(all_extracts().values())))
    row = st.fixed_dictionaries({column.name: st.sampled_from(dirty_choices(column)) for column in declared.columns})
    rows = data.draw(st.lists(row, min_size=1, max_size=12))
    assert_agree(declared, pandas.DataFrame(rows, index=range(2, len(rows) + 2), dtype=object))


@each_extract
def test_the_suite_has_one_expectation_for_each_rule(declared):
    rules = rules_of(declared, date(2026, 10, 31))
    expectations = suite_for(declared, date(2026, 10, 31)).expectations
    assert [(each.meta or {})["rule"] for each in expectations] == [rule.id for rule in rules]
    assert [str(each.severity.value) for each in expectations] == [SEVERITIES[rule.severity] for rule in rules]
    assert len({rule.id for rule in rules}) == len(rules)


def test_every_kind_of_rule_is_asked_of_some_extract():
    kinds = {rule.kind for declared in all_extracts().values() for rule in rules_of(declared, MONTH_END)}
    assert kinds == EXPECTATIONS.keys()
