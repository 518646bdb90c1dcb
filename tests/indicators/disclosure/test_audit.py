"""A planted leak of each kind is found, and what may be told is left in peace."""

from dataclasses import replace

import numpy as np
import pytest

from indicators.disclosure.attack import Goal, attacked
from indicators.disclosure.audit import audit
from tests.indicators.disclosure.packs import by_group, count, packed, share, shown_but

TEAMS = by_group("team", count("x", 45), {"A": count("x", 3), "B": count("x", 30), "C": count("x", 12)})
SERVICES = by_group("service", count("x", 45), {"S": count("x", 33), "T": count("x", 12)})
CARE = [count("whole", 52), count("in_work", 33), count("out_of_work", 15), count("x", 4)]
SEXES = by_group("sex", count("x", 45), {"F": count("x", 41), "M": count("x", 4)})
ABSENCE = "lac_overall_absence"
SESSIONS = by_group(
    "team",
    share(ABSENCE, 94, 464),
    {"A": replace(share(ABSENCE, 64, 64), subjects=1), "B": replace(share(ABSENCE, 30, 400), subjects=40)},
)
SHARES = by_group("team", share("x", 3, 40), {"A": share("x", 3, 28), "B": share("x", 0, 12)})

LEAKS = {
    "a part is the whole without the others": (TEAMS, (), {}, [("x", "team", "A")], ("numerator", "team", "A"), (3, 3)),
    "two parts are as small together as they must be apart": (
        by_group("team", count("x", 32), {"A": count("x", 1), "B": count("x", 1), "C": count("x", 30)}),
        *((), {}, [("x", "team", "A"), ("x", "team", "B")], ("numerator", "team", "A"), (0, 1)),
    ),
    "a team is its service without the other teams": (
        [*TEAMS, *SERVICES[1:]],
        *(
            (),
            {"A": "S", "B": "S", "C": "T"},
            [("x", "team", "A"), ("x", "team", "C")],
            ("numerator", "team", "A"),
            (3, 3),
        ),
    ),
    "indicators add up to a whole": (
        CARE,
        *(("numerator + in_work.numerator + out_of_work.numerator = whole.numerator",), {}),
        *([("x", "", "")], ("numerator", "", ""), (4, 4)),
    ),
    "two indicators count the same": (
        [count("x", 4), share("other", 0, 4)],
        *(("numerator = other.denominator",), {}, [("x", "", "")], ("numerator", "", ""), (4, 4)),
    ),
    "all but a few tell of the few": (
        [share("x", 318, 321), count("all", 321), count("well", 318)],
        *(("denominator = all.numerator", "numerator = well.numerator"), {}),
        *([("x", "", "")], ("others", "", ""), (3, 3)),
    ),
    "what is not yet due is all without what was due": (
        [share("x", 80, 95, waiting=3), count("all", 98)],
        *(("denominator + not_yet_due = all.numerator",), {}, [], ("not_yet_due", "", ""), (3, 3)),
    ),
    "a hidden whole is the sum of its told parts": (
        by_group("sex", count("x", 30), {"F": count("x", 20), "M": count("x", 10)}),
        *((), {}, [("x", "", "")], ("numerator", "", ""), (30, 30)),
    ),
    "a whole is hidden in one table and told by another": (
        [*TEAMS, *SEXES[1:]],
        *((), {}, [("x", "", ""), ("x", "sex", "M")], ("numerator", "sex", "M"), (4, 4)),
    ),
    "what one child missed is the whole without the other teams": (
        SESSIONS,
        *((), {}, [(ABSENCE, "team", "A")], ("numerator", "team", "A"), (64, 64)),
    ),
    "a share is pinned though its denominator is told": (
        SHARES,
        *((), {}, [("x", "team", "A")], ("numerator", "team", "A"), (3, 3)),
    ),
}


@pytest.mark.parametrize("kind", LEAKS)
def test_a_planted_leak_is_found(kind):
    figures, sums, service_of, hidden, cell, between = LEAKS[kind]
    pack = packed(figures, *sums, service_of=service_of)
    exposed = audit(pack, *shown_but(pack, *hidden)).exposed
    found = {(kind, *place): each.interval for each in exposed for (_, kind), place in [each.cell]}
    assert cell in found, exposed
    assert (found[cell].least, found[cell].most) == pytest.approx(between)


def test_what_cannot_be_worked_out_is_no_leak():
    pack = packed(TEAMS)
    found = audit(pack, *shown_but(pack, ("x", "team", "A"), ("x", "team", "C")))
    assert (found.attacked, found.pinned, found.narrowed, found.hidden) == (2, 0, 0, 2)


def test_a_figure_hidden_in_vain_is_pinned():
    pack = packed([count("x", 30), count("other", 30)], "numerator = other.numerator")
    assert audit(pack, *shown_but(pack, ("x", "", ""))).pinned == 1


def test_none_is_no_secret():
    pack = packed(by_group("team", count("x", 30), {"A": count("x", 0), "B": count("x", 30)}))
    assert audit(pack, *shown_but(pack, ("x", "team", "A"))).exposed == ()


def test_what_stands_printed_elsewhere_is_part_of_the_attack():
    printed = {("out_of_work", "numerator"): {15.0}}
    sums = "numerator + in_work.numerator + out_of_work.numerator = whole.numerator"
    hidden = ("x", "", ""), ("out_of_work", "", "")
    assert audit(packed(CARE, sums), *shown_but(packed(CARE, sums), *hidden)).pinned == 0
    pack = packed(CARE, sums, printed=printed)
    exposed = audit(pack, *shown_but(pack, *hidden)).exposed
    assert [each.cell for each in exposed] == [(("x", "numerator"), ("", ""))] and exposed[0].pinned
    another = packed(CARE, sums, printed={("out_of_work", "numerator"): {14.0}})
    assert audit(another, *shown_but(another, *hidden)).pinned == 0, "what is printed there is another number"


def test_what_does_not_add_up_is_no_equation():
    pack = packed(by_group("team", count("x", 40), {"A": count("x", 3), "B": count("x", 30)}))
    assert audit(pack, *shown_but(pack, ("x", "team", "A"))).exposed == ()


def test_a_small_whole_with_all_its_parts_hidden_is_no_leak():
    pack = packed(by_group("sex", count("x", 4), {"F": count("x", 3), "M": count("x", 1), "not public": count("x", 0)}))
    assert audit(pack, *shown_but(pack, ("x", "", ""), ("x", "sex", "F"), ("x", "sex", "M"))).exposed == ()


def test_the_interval_is_the_least_and_the_most_that_solve_all_equations():
    figures = [*by_group("team", count("x", 45), {"A": count("x", 3), "B": count("x", 30), "C": count("x", 12)})]
    pack = packed(figures)
    public = pack.public(*shown_but(pack, ("x", "team", "A"), ("x", "team", "C")))
    cell = pack.cells.index((("x", "numerator"), ("team", "A")))
    short = attacked(pack, public, {cell: Goal(0.0, 100.0)})
    assert (short[cell].least, short[cell].most) == pytest.approx((0.0, 14.0))
    assert attacked(pack, np.ones(len(public), bool), {cell: Goal(1.0, 5.0)})[cell].is_a_point
