"""The page of the committee report lists what was issued, gives words back, and says what differs made anew."""

from datetime import date

from data.access import LOCAL_USER as LOCAL
from indicators.change.restatements import restatements
from pages.kit.frame import cache
from pages.report.committee import report_read
from pages.report.formats.issued import Request, issue
from pages.report.officers_words import OfficersWords
from tests.pages.conftest import BOROUGH, open_app, publish_plans

MONTH = date(2026, 10, 31)


def test_what_was_issued_is_listed_compared_and_its_words_are_taken_again(shown_store):
    publish_plans(shown_store, MONTH, 30)
    read = report_read(shown_store, LOCAL, BOROUGH, [MONTH])
    issue(shown_store, LOCAL, Request(read, OfficersWords(legal="Of the law."), ".html"))
    publish_plans(shown_store, MONTH, 33)
    app = open_app("report").run()
    assert not app.exception and [one.value for one in app.subheader][-1] == "Issued"
    labels = [one.proto.label for one in app.get("download_button")]
    assert labels == [
        "Issue as Word",
        "Issue as PDF",
        "Issue as HTML",
        "Issue as PowerPoint",
        "Download as it was issued",
    ]
    app.button(key="report_take_words").click().run()
    assert app.text_area(key="report_legal").value == "Of the law."
    app.text_area(key="report_legal").set_value("Of 77 children on a plan.").run()
    assert ["The part legal says 77" in one.value for one in app.warning] == [True]
    app.button(key="issued_compare").click().run()
    assert any("it was issued as “30" in one.value and "would be “33" in one.value for one in app.markdown)
    app.toggle(key="report_draft").set_value(True).run()
    assert [one.proto.label for one in app.get("download_button")][0] == "Draft as Word"


def test_what_was_restated_is_read_once_and_only_where_somebody_typed_a_number(shown_store, monkeypatch):
    read: list[tuple] = []
    monkeypatch.setattr(cache, "restatements", lambda *asked: read.append(asked) or restatements(*asked))
    publish_plans(shown_store, MONTH, 30)
    app = open_app("report").run()
    app.text_area(key="report_legal").set_value("Of children on a plan.").run()
    assert not app.exception and not app.warning and read == []
    app.text_area(key="report_legal").set_value("Of 77 children on a plan.").run()
    app.text_area(key="report_legal").set_value("Of 78 children on a plan.").run()
    assert ["The part legal says 78" in one.value for one in app.warning] == [True]
    assert len(read) == 1
