"""A comment stands under its figure, says what moved, and is written on the page."""

from datetime import date

from data.access import LOCAL_USER as LOCAL
from data.annotations.comments import Comment, every_version
from indicators.change.comments import write_comment
from tests.pages.conftest import BOROUGH, board, open_app, publish_plans, said

OCTOBER = date(2026, 10, 31)
LONG = "cp_plans_two_years_or_more"
KEY = f"{LONG}_{BOROUGH}_2026-10"


def opened():
    """Open the page of the indicator, and on it what a comment is written by."""
    return open_app("indicator", id=LONG, show="comment")


def press(app, button: str):
    return next(each for each in app.button if each.key == button).click().run()


def test_a_comment_and_what_moved_stand_under_the_figure(shown_store):
    publish_plans(shown_store, OCTOBER, 20)
    write_comment(shown_store, LOCAL, Comment(BOROUGH, LONG, OCTOBER, "{figure} <b>*now*</b>", "Director"))
    shown = board(open_app("indicator", id=LONG))
    assert "<dt>Comment</dt><dd>5.0% &lt;b&gt;*now*&lt;/b&gt; <i>Director, " in shown
    publish_plans(shown_store, OCTOBER, 40)
    told = said(open_app("indicator", id=LONG))
    assert "2.5% <b>" in told and "Written when it was 5.0% on" in told and "it is now 2.5%." in told


def test_a_comment_is_written_on_the_page(shown_store):
    publish_plans(shown_store, OCTOBER, 20)
    app = opened()
    assert "name no child" in said(app)
    app.selectbox(f"put_in_{KEY}_0").select("figure").run()
    assert app.text_area(f"text_{KEY}_0").value == "{figure}" and "**It will read:** 5.0%" in said(app)
    app = press(app, f"keep_{KEY}_0")
    assert any("Say whose comment it is" in each.value for each in app.error)
    app.text_input(f"author_{KEY}_0").set_value("Director").run()
    press(app, f"keep_{KEY}_0")
    assert [each.text for each in every_version(shown_store, LOCAL, BOROUGH)] == ["{figure}"]
    app = opened()
    assert app.text_area(f"text_{KEY}_1").value == "{figure}"


def test_what_cannot_be_put_in_and_what_may_be_personal_is_said_while_writing(shown_store):
    publish_plans(shown_store, OCTOBER, 20)
    app = opened()
    app.text_area(f"text_{KEY}_0").set_value("{long}: ask femi@nhs.net").run()
    assert "{long} names no figure" in said(app) and "what looks like an e-mail address" in said(app)
    assert every_version(shown_store, LOCAL, BOROUGH) == []
