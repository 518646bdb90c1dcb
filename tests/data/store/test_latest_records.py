"""Which of several records counts: the latest, and of one day the one that a rule says, whatever their order."""

from tests.every_case import every

BY_IDENTIFIER = "latest(says, first, record)"
BEGUN, ENDED = "latest_begun(says, first, second)", "latest_ended(says, first, second)"
CASES = {
    "the later day": (BY_IDENTIFIER, "('old', 'P9', 1, 0), ('new', 'P1', 2, 0)", "new"),
    "the greater identifier": (BY_IDENTIFIER, "('one', 'P1', 1, 0), ('two', 'P2', 1, 0)", "two"),
    "a longer one is greater": (BY_IDENTIFIER, "('one', 'P9', 1, 0), ('two', 'P10', 1, 0)", "two"),
    "a blank says nothing": (
        BY_IDENTIFIER,
        "('said', 'P1', 1, 0), (null, 'P2', 2, 0), ('never', 'P3', null, 0)",
        "said",
    ),
    "without identifiers": (BY_IDENTIFIER, "('one', null, 1, 0), ('two', null, 1, 0)", "two"),
    "the open episode": (BEGUN, "('short', '', 1, 2), ('open', '', 1, null), ('long', '', 1, 3)", "open"),
    "the episode begun last": (BEGUN, "('open', '', 1, null), ('later', '', 2, 3)", "later"),
    "of those ended the one begun last": (
        ENDED,
        "('long', '', 1, 4), ('short', '', 2, 4), ('before', '', 3, 3)",
        "short",
    ),
}


@every("case", CASES)
def test_the_latest_is_the_same_in_any_order(store, case):
    said, rows, right = CASES[case]
    table = f"(values {rows}) as records(says, record, first_day, second_day)"
    days = "date '2026-10-01' + first_day as first, date '2026-10-01' + second_day as second"
    with store.change() as cursor:
        for order in ("says asc", "says desc"):
            asked = f"select {said} from (select says, record, {days} from {table} order by {order})"
            assert cursor.execute(asked).fetchone() == (right,), order
