"""A view of one's own is kept under its name for whoever kept it, and nobody else sees or loses it."""

from dataclasses import replace

import pytest

from data.access import LOCAL_USER as LOCAL
from data.annotations.kept_views import KeptView, drop_view, keep_view, kept_views
from data.errors import Mendable
from data.ledger.history import revision

BRENT = "E09000005"
MINE = KeptView(BRENT, "Before the board", "of=average_caseload&of=children_on_a_plan")
SOMEBODY = replace(LOCAL, who="somebody")


def test_a_view_is_kept_under_its_name_and_the_last_of_a_name_holds(store):
    keep_view(store, LOCAL, replace(MINE, name="  Before  the board "))
    assert kept_views(store, LOCAL, BRENT) == [MINE]
    keep_view(store, LOCAL, replace(MINE, address="of=average_caseload"))
    assert kept_views(store, LOCAL, BRENT) == [replace(MINE, address="of=average_caseload")]


def test_nobody_else_sees_it_and_what_another_keeps_under_the_same_name_stands_beside_it(store):
    keep_view(store, LOCAL, MINE)
    assert kept_views(store, SOMEBODY, BRENT) == []
    keep_view(store, SOMEBODY, replace(MINE, address="of=re_referrals"))
    drop_view(store, SOMEBODY, BRENT, MINE.name)
    assert (kept_views(store, SOMEBODY, BRENT), kept_views(store, LOCAL, BRENT)) == ([], [MINE])


def test_it_is_gone_once_it_is_dropped_and_can_be_kept_again(store):
    keep_view(store, LOCAL, MINE)
    drop_view(store, LOCAL, BRENT, MINE.name)
    assert kept_views(store, LOCAL, BRENT) == []
    with pytest.raises(Mendable, match='No view called "Before the board" is kept'):
        drop_view(store, LOCAL, BRENT, MINE.name)
    keep_view(store, LOCAL, MINE)
    assert kept_views(store, LOCAL, BRENT) == [MINE]


def test_no_figure_is_worked_out_anew_for_it(store):
    before = revision(store, LOCAL)
    keep_view(store, LOCAL, MINE)
    assert revision(store, LOCAL) == before


@pytest.mark.parametrize(("name", "why"), [("  ", "Give the view a name"), ("a" * 61, "has 61 characters")])
def test_a_name_is_neither_empty_nor_endless(store, name, why):
    with pytest.raises(Mendable, match=why):
        keep_view(store, LOCAL, replace(MINE, name=name))
