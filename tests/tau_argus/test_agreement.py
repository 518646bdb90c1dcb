"""What stands in agreement.csv, written by `make tau-argus`, holds of ours today: τ-Argus itself is not at hand."""

import csv

from tests.tau_argus.agreement import TABLE, every_table, ours_of

with TABLE.open(encoding="utf-8") as file:
    ROWS = [{name: int(cell) if cell.isdigit() else cell for name, cell in row.items()} for row in csv.DictReader(file)]


def total(column: str) -> int:
    return sum(row[column] for row in ROWS)


def test_ours_hides_today_what_stands_in_the_table():
    ours = [{"kind": kind, "table": number, **ours_of(one)} for kind, number, one in every_table()]
    assert ours == [{name: row[name] for name in of} for row, of in zip(ROWS, ours, strict=True)]


def test_both_hide_every_small_number_and_our_attack_works_out_none_of_either():
    assert total("theirs_small_shown") == total("theirs_pinned") == total("ours_pinned") == 0
    assert total("small") > 100, "else it would say nothing"


def test_ours_keeps_1_to_5_open_where_theirs_may_not_and_hides_hardly_more():
    assert total("ours_narrowed") == 0
    assert {row["table"] for row in ROWS if row["theirs_narrowed"]} == {10, 11}, "its margins are shares of the number"
    assert total("ours_hidden") <= 1.05 * total("theirs_hidden")
