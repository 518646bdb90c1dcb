"""What a text for others tells of a child is pointed out, in figures or in words, and nothing else is."""

from datetime import date

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import PUBLIC
from data.annotations.comments import Comment
from data.annotations.events import PRACTICE, Event
from data.annotations.targets import LOCAL_TARGET
from data.errors import Mendable
from indicators.change.comments import commented, write_comment
from indicators.engine.catalogue import indicator_called
from indicators.figures.numbers_written import numbers_written
from indicators.figures.public_texts import HIDDEN, SMALL, objections
from indicators.variation.segments import annotate
from indicators.variation.targets import Aim, set_target
from pages.words.commentary import pointed_out
from tests.every_case import every
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

LONG = indicator_called("cp_plans_two_years_or_more")
PLANS = 37


@pytest.fixture
def plans(store):
    """Give a store with 37 plans of which 4 are long, so that 4, 33, 37 and 10.8% are not told."""
    stated = [
        {"start_date": "2024-01-01" if number < 4 else "2026-06-01", "team": "Care Planning 4"}
        for number in range(PLANS)
    ]
    publish_rows(store, {"child_protection_plans": example_rows("child_protection_plans", stated)})
    return store


def pointed(store, text: str) -> list[tuple[str, str]]:
    return [(each.kind, each.written) for each in objections(store, LOCAL, text, BRENT, OCTOBER, [LONG])]


TELLING = {
    "4 of the plans are long.": (HIDDEN, "4"),
    "Four of the plans are long.": (HIDDEN, "Four"),
    "The other thirty-three are not.": (HIDDEN, "thirty-three"),
    "Out of 37 in all.": (HIDDEN, "37"),
    "It is 10.8% now.": (HIDDEN, "10.8"),
    "Nearly 11 per cent.": (HIDDEN, "11"),
    "Two children moved out.": (SMALL, "Two"),
    "It is due to one large family.": (SMALL, "one"),
    "In October 3 children left.": (SMALL, "3"),
    "In July 37 were counted.": (HIDDEN, "37"),
    "A single child accounts for it.": (SMALL, "A single"),
    "Both siblings came back.": (SMALL, "Both"),
    "We wrote to Ann Smith.": ("what looks like a name", "Ann Smith"),
    "Mrs Ade was visited.": ("a name", "Mrs Ade"),
    "Ask ann@example.org.": ("an e-mail address", "ann@example.org"),
    "Ring 020 7946 0000.": ("a telephone number", "020 7946 0000"),
    "They live at SW1A 1AA.": ("a postcode", "SW1A 1AA"),
    "They live at 14 Elm Road.": ("a street", "14 Elm Road"),
    "See www.example.org/case.": ("an address of the web", "www.example.org/case."),
    "See C04658.": ("an identifier", "C04658"),
}


@every("text", TELLING)
def test_what_tells_of_a_child_is_pointed_out_with_its_place(plans, text):
    assert TELLING[text] in pointed(plans, text)
    (first, *_) = objections(plans, LOCAL, text, BRENT, OCTOBER, [LONG])
    assert text[first.first - 1 : first.last] == first.written


HARMLESS = (
    "It rose since July and is {figure} now; {figure:counts}.",
    "Since 4 October 2026 we review each plan within 15 working days.",
    "See section 47, page 4 and version 2 of the Corporate Plan.",
    "Demand grew by 120 in 2026, as Ofsted expected after four months.",
    "The North team and the Head of Safeguarding looked at all plans.",
    "Every Child Protection Plan of two years or more was looked at.",
    "Out of 1,250 contacts, none was lost.",
    "The clinic of Care Planning 4 went to another.",
    "At 10:30 on 12/10/2026 the board agreed to 2026/27.",
)


@every("text", HARMLESS)
def test_what_tells_nothing_is_left_alone(plans, text):
    assert pointed(plans, text) == []


def test_numbers_are_read_in_figures_and_in_words():
    text = "Twenty-three of 1,250, half a dozen, 4.5 and nineteen in 2026."
    assert [number.value for number in numbers_written(text)] == [23, 1250, 6, 4.5, 19]


def test_the_sentence_says_where_and_what_to_do_and_repeats_no_address(plans):
    places = objections(plans, LOCAL, "Four; ask ann@example.org", BRENT, OCTOBER, [LONG])
    assert pointed_out(places) == [
        "This holds what looks like a number that the public is not told, at letter 1: “Four”. Put the figure in, in "
        "brackets, which hides itself; or say it without the number.",
        "This holds what looks like an e-mail address, at letter 11: an*@*******.***. Take it out.",
    ]


def test_a_comment_that_tells_is_kept_whole_and_kept_back_from_the_public(plans):
    def write(text: str) -> None:
        write_comment(plans, LOCAL, Comment(BRENT, LONG.id, OCTOBER, text, "Head of safeguarding"))

    write("All is well: {figure}.")
    assert len(commented(plans, PUBLIC, BRENT, [OCTOBER])) == 1
    write("Four children have been here for long.")
    assert commented(plans, PUBLIC, BRENT, [OCTOBER]) == []
    (remark,) = commented(plans, LOCAL, BRENT, [OCTOBER])
    assert remark.comment.text == "Four children have been here for long."


@pytest.mark.parametrize("where", ["title", "told", "author"])
def test_an_event_that_everybody_reads_is_refused_where_it_tells(plans, where):
    words = {"title": "Clinics", "told": "It began.", "author": "Head"} | {where: "ask ann@example.org"}
    event = Event(BRENT, date(2026, 10, 6), PRACTICE, words["title"], words["told"], (LONG.id,), (), words["author"])
    with pytest.raises(
        Mendable, match=r"Everybody reads this, and it holds an e-mail address at letter 5\. Take it out"
    ):
        annotate(plans, LOCAL, event)


def test_a_target_s_source_is_refused_where_it_names_somebody(plans):
    aim = Aim(OCTOBER, None, LOCAL_TARGET, "The board", "Told by Mr Ade")
    with pytest.raises(Mendable, match="it holds a name at letter 9"):
        set_target(plans, LOCAL, BRENT, LONG, aim, 5.0)


def test_who_writes_no_texts_cannot_ask_which_numbers_are_hidden(plans):
    with pytest.raises(Mendable, match="may not keep comments"):
        objections(plans, PUBLIC, "4", BRENT, OCTOBER, [LONG])
