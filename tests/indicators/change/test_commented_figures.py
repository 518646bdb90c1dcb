"""Comments hold live figures: prose cannot disagree with the store, and says so when its figures moved."""

from datetime import date, datetime

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import PUBLIC, Reader
from data.annotations.comments import Comment, comments, every_version, latest_comment, remove_comment
from data.errors import Mendable
from data.ledger.history import revision
from data.months import month_end
from indicators.change.comments import commented, draft, versions_of, write_comment
from indicators.figures.public_texts import objections
from pages.words.commentary import pointed_out, reads, to_json, what_moved
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

LONG, ALL = "cp_plans_two_years_or_more", "children_on_a_plan"
SEPTEMBER = month_end("2026-09")
NEWCOMER = Reader("newcomer", ("analyst",), ("E09000009",), ("*",))


def publish_plans(store, how_many: int, long: int, month: date = OCTOBER, at: datetime | None = None) -> None:
    stated = [{"start_date": "2024-01-01" if number < long else "2026-06-01"} for number in range(how_many)]
    publish_rows(store, {"child_protection_plans": example_rows("child_protection_plans", stated)}, month, at=at)


def said(text: str = "", month: date = OCTOBER, author: str = "Head of safeguarding") -> Comment:
    return Comment(BRENT, LONG, month, text, author)


def write(store, text: str, against: int | None = None):
    return write_comment(store, LOCAL, said(text), against)


@pytest.fixture
def plans(store):
    """Give a house with 8 plans in September and 20 in October, 10 of them long."""
    publish_plans(store, 8, 4, SEPTEMBER)
    publish_plans(store, 20, 10)
    return store


def test_figures_in_a_comment_are_those_of_the_store(plans):
    write(plans, "Half, {figure} ({figure:counts}), of {children_on_a_plan}; {children_on_a_plan:previous} before.")
    (told,) = commented(plans, LOCAL, BRENT, [OCTOBER])
    assert reads(told) == "Half, 50.0% (10 of 20 plans), of 20; 8 before." and not told.moved
    publish_plans(plans, 25, 10)
    (told,) = commented(plans, LOCAL, BRENT, [OCTOBER])
    assert reads(told) == "Half, 40.0% (10 of 25 plans), of 25; 8 before."


def test_a_comment_says_in_words_which_figures_moved_since(plans):
    at = write(plans, "There are {children_on_a_plan}.").written_at
    when = f"{at.day} {at:%b %Y}"
    publish_plans(plans, 25, 10)
    (told,) = commented(plans, LOCAL, BRENT, [OCTOBER])
    assert what_moved(told) == [
        f"Written when it was 50.0% on {when}; it is now 40.0%.",
        f"Written when “Children on a child protection plan” of October 2026 was 20 on {when}; it is now 25.",
    ]
    assert [each["before"]["value"] for each in to_json(told)["moved"]] == [50, 20]
    publish_plans(plans, 20, 10)
    assert not commented(plans, LOCAL, BRENT, [OCTOBER])[0].moved, "figures that came back are what they were"


def test_counts_are_told_where_the_figure_reads_alike(plans):
    write(plans, "As before.")
    publish_plans(plans, 40, 20)
    assert "was 50.0% (10 of 20) on" in what_moved(commented(plans, LOCAL, BRENT, [OCTOBER])[0])[0]


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("{long_plans}", r"\{long_plans\} names no figure"),
        ("{figure:last}", "Use one of previous, year_before, counts"),
        ("{figure", "A bracket is open"),
        ("{}", "names no figure"),
        ("  ", "Write the comment first"),
        ("long " * 300, "Say it in 1000 or fewer"),
    ],
)
def test_what_cannot_be_put_in_is_refused_before_it_is_kept(plans, text, remedy):
    with pytest.raises(Mendable, match=remedy):
        write(plans, text)
    assert every_version(plans, LOCAL, BRENT) == []


def test_nobody_is_named_in_a_comment(plans):
    publish_rows(plans, {"children": example_rows("children", [{"child_id": "C04658"}])})
    with pytest.raises(Mendable, match="C04658 is a child's identifier"):
        write(plans, "Late because of C04658, whose plan ran on for 10,000 days since 2024-01-01.")
    places = objections(plans, LOCAL, "Ask femi@nhs.net about it.", BRENT, OCTOBER)
    assert pointed_out(places) == [
        "This holds what looks like an e-mail address, at letter 5: fe**@***.***. Take it out."
    ]


def test_a_comment_says_whose_it_is(plans):
    with pytest.raises(Mendable, match="Say whose comment it is"):
        write_comment(plans, LOCAL, said("Ours.", author=" "))
    write(plans, "Ours.")
    assert write_comment(plans, LOCAL, said("Ours.", author="Director")).version == 2


def test_a_month_that_is_not_there_has_no_comment(plans):
    with pytest.raises(Mendable, match="December 2026 has not been published"):
        write_comment(plans, LOCAL, said("Soon.", month_end("2026-12")))


def test_an_edit_is_a_next_version_and_a_removal_a_mark(plans):
    assert [write(plans, text).version for text in ("First.", "First.", "Second.")] == [1, 1, 2]
    remove_comment(plans, LOCAL, said())
    assert comments(plans, LOCAL, BRENT, [OCTOBER]) == []
    kept = versions_of(plans, LOCAL, BRENT, LONG)
    assert [each.comment.text for each in kept] == ["", "Second.", "First."]
    assert {each.comment.written_by for each in kept} == {"local"} and all(each.comment.written_at for each in kept)
    with pytest.raises(Mendable, match="There is no comment"):
        remove_comment(plans, LOCAL, said())


def test_a_comment_moves_no_figure_and_so_no_revision(plans):
    before, latest = revision(plans, LOCAL), latest_comment(plans, LOCAL)
    write(plans, "{figure}")
    assert revision(plans, LOCAL) == before and latest_comment(plans, LOCAL) > latest


def test_the_same_words_again_speak_of_the_figures_of_today(plans):
    write(plans, "Still so.")
    publish_plans(plans, 25, 10)
    assert write(plans, "Still so.").version == 2
    assert not commented(plans, LOCAL, BRENT, [OCTOBER])[0].moved


def test_nobody_writes_over_a_colleague_unawares(plans):
    write(plans, "Mine.", against=0)
    with pytest.raises(Mendable, match="Head of safeguarding wrote another comment on October 2026 meanwhile"):
        write(plans, "Ours.", against=0)
    assert write(plans, "Ours.", against=1).version == 2


def test_a_past_day_has_the_comments_and_figures_of_that_day(plans):
    day = write(plans, "{figure}").written_at
    publish_plans(plans, 25, 10)
    (then,) = commented(plans, LOCAL, BRENT, [OCTOBER], day.replace(year=day.year + 1))
    assert reads(then) == "40.0%"
    assert commented(plans, LOCAL, BRENT, [OCTOBER], date(2026, 1, 1)) == []


def test_what_is_small_goes_out_in_no_comment(store):
    publish_plans(store, 20, 3)
    write(store, "There are {figure:counts}, {figure}, of {children_on_a_plan}.")
    publish_plans(store, 20, 4)
    (told,) = commented(store, PUBLIC, BRENT, [OCTOBER])
    assert reads(told) == "There are c, c, of 20." and what_moved(told) == []
    publish_plans(store, 20, 8)
    (told,) = commented(store, PUBLIC, BRENT, [OCTOBER])
    assert reads(told).startswith("There are 8 of 20 plans, 40.0%") and " was c on " in what_moved(told)[0]
    assert to_json(told)["moved"][0]["before"]["numerator"] is None


def test_a_reader_of_another_authority_reads_and_writes_nothing(plans):
    write(plans, "Ours.")
    with pytest.raises(Mendable, match="may not see figures"):
        commented(plans, NEWCOMER, BRENT, [OCTOBER])
    with pytest.raises(Mendable, match="may not see figures"):
        write_comment(plans, NEWCOMER, said("Theirs."))


def test_a_figure_that_there_is_none_of_is_said_so(plans):
    assert reads(draft(plans, LOCAL, said("Absence: {lac_persistent_absence}."))) == "Absence: no figure."
