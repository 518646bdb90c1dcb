"""Authorities hand each other monthly figures: no child, no small number, nothing changed on the way."""

import json
from datetime import date

import pytest

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.exchange.document import Document, Exchanged, hash_of, read_document
from data.exchange.exchanged_figures import peers
from data.months import month_end
from data.store.store import Store
from indicators.comparison.exchange import load_exchange, written
from indicators.comparison.figure_range import Span
from indicators.comparison.peers import beside_peers
from indicators.engine.catalogue import all_indicators, indicator_called
from tests.examples import example_rows
from tests.store_filling import OCTOBER, publish_rows

SEPTEMBER = month_end("2026-09")
LONG = indicator_called("cp_plans_two_years_or_more")
BRENT, EALING, HARROW, BARNET = "E09000005", "E09000009", "E09000015", "E09000003"
PLANS = {BRENT: (20, 40), EALING: (10, 50), HARROW: (2, 40), BARNET: (0, 8)}
"""Of each authority: how many plans are of two years or more, and how many there are."""
TODAY = date(2026, 11, 23)


def publish(store, authority, long, every, month=OCTOBER):
    stated = [
        {"child_id": f"{authority}-{each}", "start_date": "2024-01-01" if each < long else "2026-05-01"}
        for each in range(every)
    ]
    rows = {"child_protection_plans": example_rows("child_protection_plans", stated, month_end=month)}
    publish_rows(store, rows, month, authority)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """Give what each of four authorities writes, each from a store of its own."""
    made = {}
    for authority, (long, every) in PLANS.items():
        store = Store.in_memory()
        publish(store, authority, long, every)
        known = [each for each in all_indicators().values() if each.extracts == ("child_protection_plans",)]
        made[authority] = written(store, LOCAL, known, authority, [SEPTEMBER, OCTOBER], TODAY).to_bytes()
        store.close()
    return made


@pytest.fixture
def brent(store):
    publish(store, BRENT, *PLANS[BRENT])
    return store


def test_a_file_holds_halves_and_no_child(files):
    text = files[EALING].decode()
    told = json.loads(text)
    assert set(told) == {"exchange", "authority", "written_on", "figures", "hash"} and told["exchange"] == 1
    assert "E09000009-" not in text.replace(f'"{EALING}"', ""), "a child's identifier"
    (long,) = [each for each in told["figures"] if each["indicator"] == LONG.id]
    assert (long["month"], long["numerator"], long["denominator"]) == ("2026-10", 10, 50)
    assert "value" not in long and long["definition"] == LONG.definition


def test_what_is_small_is_left_blank(files):
    for authority in (HARROW, BARNET):
        (long,) = [each for each in json.loads(files[authority])["figures"] if each["indicator"] == LONG.id]
        assert (long["numerator"], long["denominator"], long["missing"]) == (None, None, "c")


def test_several_authorities_pool_a_month(brent, files):
    for authority in (EALING, HARROW, BARNET):
        load_exchange(brent, LOCAL, f"{authority}.json", files[authority])
    assert [each.name for each in peers(brent)] == ["Barnet", "Ealing", "Harrow"]
    (found,) = beside_peers(brent, LOCAL, LONG, BRENT, [OCTOBER])
    assert found.own.value == 50 and found.average.span == Span(0, 100), "two of three are not told"
    assert found.verdict == "cannot tell"
    shape = found.to_json()
    assert (shape["month"], shape["with_figure"], shape["without_figure"]) == ("2026-10", 1, 2)
    every = indicator_called("children_on_a_plan")
    (number,) = beside_peers(brent, LOCAL, every, BRENT, [OCTOBER])
    assert number.average.span == Span(40, 40) and number.rank == "Joint 2nd highest of 4 with a figure"


def test_all_numerators_over_all_denominators(store, files):
    publish(store, HARROW, 30, 40)
    for authority in (BRENT, EALING):
        load_exchange(store, LOCAL, f"{authority}.json", files[authority])
    (found,) = beside_peers(store, LOCAL, LONG, HARROW, [OCTOBER], "pooled")
    assert found.average.span == Span(30 / 90 * 100, 30 / 90 * 100) and found.verdict == "higher"
    (none,) = beside_peers(store, LOCAL, LONG, HARROW, [month_end("2025-01")])
    assert none.average.reason == "None of them has a figure." and none.verdict == "no figure"
    with pytest.raises(Mendable, match='no average "published" of peers. Use one of median, mean, pooled'):
        beside_peers(store, LOCAL, LONG, HARROW, [OCTOBER], "published")


def test_the_same_file_again_changes_nothing_and_a_later_one_stands(brent, files):
    assert load_exchange(brent, LOCAL, "e.json", files[EALING]).endswith("written on 23 November 2026, loaded.")
    assert load_exchange(brent, LOCAL, "f.json", files[EALING]).endswith("held already; nothing changed.")
    later = Document(EALING, date(2026, 12, 1), (figure(25, 50),))
    load_exchange(brent, LOCAL, "g.json", later.to_bytes())
    load_exchange(brent, LOCAL, "h.json", Document(EALING, date(2026, 10, 1), (figure(40, 50),)).to_bytes())
    (found,) = beside_peers(brent, LOCAL, LONG, BRENT, [OCTOBER])
    assert found.average.span == Span(50, 50) and found.verdict == "the same"


def figure(numerator, denominator, definition=LONG.definition):
    return Exchanged(LONG.id, "percent", OCTOBER, definition, numerator, denominator)


def test_other_definitions_are_named_and_left_out(brent):
    load_exchange(brent, LOCAL, "e.json", Document(EALING, TODAY, (figure(25, 50, "0" * 16),)).to_bytes())
    (found,) = beside_peers(brent, LOCAL, LONG, BRENT, [OCTOBER])
    assert (found.members, found.otherwise) == ((), ("Ealing",))


@pytest.mark.parametrize("halves", [(3, 200), (7, 9), (0, 4), (318, 321)])
def test_a_file_with_small_numbers_is_refused_whoever_wrote_it(brent, halves):
    leaky = Document(EALING, TODAY, (figure(20, 50), figure(*halves))).to_bytes()
    with pytest.raises(Mendable, match="October 2026 may not be handed on, being small: it is 1 to 5"):
        load_exchange(brent, LOCAL, "e.json", leaky)
    assert not peers(brent)


def test_what_was_changed_on_the_way_is_refused(files):
    changed = files[EALING].replace(b'"numerator": 10', b'"numerator": 11')
    assert changed != files[EALING]
    with pytest.raises(Mendable, match="e.json is not as it was written: its content does not give its hash"):
        read_document("e.json", changed)


def hashed(**parts) -> bytes:
    told = json.loads(Document(EALING, TODAY, (figure(20, 50),)).to_bytes()) | parts
    return json.dumps(told | {"hash": hash_of({key: held for key, held in told.items() if key != "hash"})}).encode()


@pytest.mark.parametrize(
    ("contents", "why"),
    [
        (b"child_id,name\n", "it is not JSON"),
        (b'{"figures": []}', "its parts are not authority, exchange, figures, hash, written_on"),
        (hashed(exchange=2), "is of layout 2; this program reads layout 1"),
        (hashed(authority="Ealing"), "holds what has no place in it: 'Ealing'"),
        (hashed(figures=[{"child_id": "A1"}]), "a figure of child_id"),
        (hashed(figures=[{**json.loads(hashed())["figures"][0], "indicator": "Femi Okoro"}]), "'Femi Okoro'"),
        (hashed(figures=[{**json.loads(hashed())["figures"][0], "numerator": -1}]), "-1 in the place of a number"),
        (hashed(figures=[{**json.loads(hashed())["figures"][0], "month": "Oct"}]), '"Oct" is not a month'),
    ],
)
def test_a_file_has_no_room_for_anything_else(contents, why):
    with pytest.raises(Mendable, match=why):
        read_document("e.json", contents)


def test_our_own_and_invented_figures_are_not_taken_for_others(brent, files):
    with pytest.raises(Mendable, match="holds figures of Brent, which publishes here itself"):
        load_exchange(brent, LOCAL, "b.json", files[BRENT])
    with pytest.raises(Mendable, match="of an invented place"):
        load_exchange(brent, LOCAL, "x.json", Document("X09000001", TODAY, (figure(20, 50),)).to_bytes())
    with pytest.raises(Mendable, match="Nobody's figures have been exchanged yet"):
        beside_peers(brent, LOCAL, LONG, BRENT, [OCTOBER])
