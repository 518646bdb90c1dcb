"""The upload page tells what an extract holds when it is asked."""

from data.extracts import uploaded_extracts
from tests.pages.conftest import open_app


def test_an_extract_is_told_when_it_is_chosen(shown_store):  # noqa: ARG001 - the page reads it
    app = open_app("upload")
    chooser = next(box for box in app.selectbox if box.label == "What does one hold?")
    assert len(chooser.options) == len(uploaded_extracts())
    app = chooser.set_value("supervision").run()
    assert not app.exception
    assert any("What was said stays in the record" in text.value for text in app.markdown)
