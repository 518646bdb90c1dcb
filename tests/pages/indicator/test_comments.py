"""A comment stands under its figure, says what moved, and is written on the page."""

from datetime import date

from data.access import LOCAL_USER as LOCAL
from data.annotations.comments import Comment, every_version
from indicators.change.comments import write_comment
from tests.pages.conftest import BOROUGH, open_app, publish_plans, said

OCTOBER = date(2026, 10, 31)
LONG = "cp_plans_two_years_or_more"
KEY = f"{LONG}_{BOROUGH}_2026-10"


def opened(fold: str):
    """Open the page of child protection, and a fold of it."""
    app = open_app("child_protection")
    app.session_state[f"folded_{fold}"] = True
    return app.run()


def press(app, button: str):
    return next(each for each in app.button if each.key == button).click().run()


def test_a_comment_and_what_moved_stand_under_the_figure(shown_store):
    publish_plans(shown_store, OCTOBER, 20)
    write_comment(shown_store, LOCAL, Comment(BOROUGH, LONG, OCTOBER, "{figure} <b>*now*</b>", "Director"))
    app = open_app("child_protection")
    assert "**Comment.** 5.0% <b>*now*</b>" in said(app) and "Director, " in said(app)
    raw = next(each.value for each in app.markdown if "Comment." in each.value)
    assert raw == r"**Comment.** 5.0% \<b\>\*now\*\</b\>"
    publish_plans(shown_store, OCTOBER, 40)
    told = said(open_app("child_protection"))
    assert "**Comment.** 2.5%" in told and "Written when it was 5.0% on" in told and "it is now 2.5%." in told


def test_a_comment_is_written_on_the_page(shown_store):
    publish_plans(shown_store, OCTOBER, 20)
    app = opened(f"comment_{LONG}")
    assert "name no child" in said(app)
    app.selectbox(f"put_in_{KEY}_0").select("figure").run()
    assert app.text_area(f"text_{KEY}_0").value == "{figure}" and "**It will read:** 5.0%" in said(app)
    app = press(app, f"keep_{KEY}_0")
    assert any("Say whose comment it is" in each.value for each in app.error)
    app.text_input(f"author_{KEY}_0").set_value("Director").run()
    press(app, f"keep_{KEY}_0")
    assert [each.text for each in every_version(shown_store, LOCAL, BOROUGH)] == ["{figure}"]
    app = opened(f"comment_{LONG}")
    assert app.text_area(f"text_{KEY}_1").value == "{figure}"


def test_what_cannot_be_put_in_and_what_may_be_personal_is_said_while_writing(shown_store):
    publish_plans(shown_store, OCTOBER, 20)
    app = opened(f"comment_{LONG}")
    app.text_area(f"text_{KEY}_0").set_value("{long}: ask femi@nhs.net").run()
    assert "{long} names no figure" in said(app) and "what looks like an e-mail address" in said(app)
    assert every_version(shown_store, LOCAL, BOROUGH) == []
