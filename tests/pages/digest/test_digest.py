"""The page to print is a document of one page, says what the overview says, and hides what is small."""

import re
from datetime import date
from html.parser import HTMLParser
from io import BytesIO

import docx
import pytest

from cli import main
from data.access import LOCAL_USER as LOCAL
from data.annotations.comments import Comment
from data.invention import AUTHORITY
from data.ledger.history import months_held
from data.months import months_from
from indicators.change.comments import write_comment
from indicators.figures.disclosure import is_small
from indicators.figures.measured_figures import figures
from pages.kit.digest.digest import digest, printed
from pages.kit.digest.printed_comments import FULL
from pages.kit.frame.audience import Audience, all_audiences
from pages.report.document import Document, Paragraph, Section, Table
from pages.report.formats.pdf import as_pdf
from pages.report.formats.word import as_word
from pages.words.classification import INTERNAL, PUBLIC
from tests.pages.conftest import BOROUGH, open_app, publish_plans
from tests.pages.report.conftest import AT
from tests.pages.report.tagged_pdf import TaggedPdf

DIRECTOR = all_audiences()["director"]
PLANS = Audience("Head of <safeguarding>", ("children_on_a_plan", "cp_plans_two_years_or_more"))
MONTHS = months_from(date(2026, 9, 30), date(2026, 10, 31))


@pytest.fixture(scope="module")
def pages(borough) -> dict[bool, str]:
    months = months_held(borough, LOCAL, AUTHORITY)
    return {public: printed(borough, LOCAL, AUTHORITY, months, DIRECTOR, public).decode() for public in (False, True)}


def parts(document: Document, kind: type) -> list:
    return [part for section in document.sections for part in section.parts if isinstance(part, kind)]


def said(page: str) -> str:
    return " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL).split())


class Wants(HTMLParser):
    """Gather what a page asks for from elsewhere, and what it would run."""

    def __init__(self):
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        outside = [value for name, value in attrs if name in ("src", "href") and not (value or "").startswith("data:")]
        self.found += outside + [name for name, _ in attrs if name.startswith("on")]
        self.found += [tag] if tag in ("script", "link", "iframe", "object") else []


def test_it_needs_nothing_from_elsewhere_and_runs_nothing(pages):
    for page in pages.values():
        wants = Wants()
        wants.feed(page)
        assert not wants.found and "@import" not in page and "url(" not in page


def test_it_says_of_which_day_it_is_when_that_was_published_and_that_it_is_invented(pages):
    told = said(pages[False])
    assert "As at 31 Oct 2026; published 5 Nov 2026, 09:12" in told
    assert "Invented: no real child" in told and "October 2026, for the director" in told


def test_every_measure_stands_there_with_its_target_and_others(pages):
    told = said(pages[False])
    assert pages[False].count("<tr>") == 1 + len(DIRECTOR.measures)
    assert "16.3 2,201 cases over 135.4 FTE" in told
    assert "14.4 30 Sep 2025 15.2" in told and "95.0% or more" in told.replace("95%", "95.0%")
    assert told.count("Concern: ") == int(re.findall(r"(\d+) needs? attention", told)[0])
    assert re.search(r"\d+ newly counted, (\d+|none) no longer counted|\d+ at the end of September, ", told)


def test_only_what_the_public_would_read_the_same_may_be_published(borough, pages):
    assert PUBLIC in pages[True] and INTERNAL not in pages[True]
    assert INTERNAL in pages[False] and PUBLIC not in pages[False]
    months = months_held(borough, LOCAL, AUTHORITY)
    large = Audience("Anybody", ("referrals_in_the_year",))
    assert PUBLIC in printed(borough, LOCAL, AUTHORITY, months, large).decode(), "nothing small stands on it"


@pytest.mark.parametrize("role", ["member", "leaving_care", "quality"])
def test_no_small_number_stands_on_a_page_for_publication(borough, role):
    months = months_held(borough, LOCAL, AUTHORITY)
    told = digest(borough, LOCAL, AUTHORITY, months, all_audiences()[role], public=True)
    exact = figures(borough, LOCAL, _indicators(role), AUTHORITY, months[-1:])
    small = [is_small(each) for each in exact]
    (table,) = parts(told, Table)
    assert any(small) and [row[1].text if row[1].text in ("c", "–") else "" for row in table.rows] == [
        "c" if few else "–" if each.value is None else "" for few, each in zip(small, exact, strict=True)
    ]
    sentences = " ".join(text for section in told.sections if "changed" in section.title for text in parts_of(section))
    counted = [int(many) for many in re.findall(r"(\d+) (?:started|ended|newly|no l)", sentences)]
    assert not [many for many in counted if 0 < many <= 5]
    assert "brothers and sisters" not in sentences


def parts_of(section: Section) -> list[str]:
    return [text for part in section.parts for text in part.texts]


def _indicators(role: str):
    from indicators.engine.catalogue import indicator_called

    return [indicator_called(name) for name in all_audiences()[role].measures]


def comment(shown_store, text: str, indicator: str = "children_on_a_plan") -> None:
    write_comment(shown_store, LOCAL, Comment(BOROUGH, indicator, MONTHS[-1], text, "Head of <b>safeguarding</b>"))


def test_what_people_wrote_is_shown_as_they_wrote_it_and_is_never_html(shown_store):
    for month, many in zip(MONTHS, (30, 32), strict=True):
        publish_plans(shown_store, month, many)
    comment(shown_store, "More came <script>alert(1)</script>: {figure}.")
    page = printed(shown_store, LOCAL, BOROUGH, MONTHS, PLANS).decode()
    assert "<script>" not in page and "More came &lt;script&gt;" in page and ": 32." in page
    assert "Head of &lt;b&gt;safeguarding&lt;/b&gt;" in page and "for the head of &lt;safeguarding&gt;" in page


def test_numbers_written_by_hand_are_not_handed_out(shown_store):
    publish_plans(shown_store, MONTHS[0], 30)
    publish_plans(shown_store, MONTHS[1], 32)
    comment(shown_store, "Of these 3 are new.")
    assert "Of these 3" in said(printed(shown_store, LOCAL, BOROUGH, MONTHS, PLANS).decode())
    told = said(printed(shown_store, LOCAL, BOROUGH, MONTHS, PLANS, public=True).decode())
    assert "Of these" not in told and "1 further comment stands on the dashboard" in told


def test_comments_that_one_page_has_no_room_for_are_counted(shown_store):
    publish_plans(shown_store, MONTHS[0], 30)
    publish_plans(shown_store, MONTHS[1], 32)
    comment(shown_store, "word " * (FULL // 6))
    comment(shown_store, "other " * (FULL // 6), "cp_plans_two_years_or_more")
    told = digest(shown_store, LOCAL, BOROUGH, MONTHS, PLANS)
    comment_told, further = parts(Document("", "", (), "", told.sections[-1:], ""), Paragraph)
    assert comment_told.lead == "Children on a child protection plan."
    assert further.text == "1 further comment stands on the dashboard."


def test_a_first_month_has_a_page(shown_store):
    publish_plans(shown_store, MONTHS[1], 3)
    told = said(printed(shown_store, LOCAL, BOROUGH, MONTHS[1:], PLANS).decode())
    assert "What changed" not in told and "Children on a child protection plan" in told


def test_the_command_line_writes_it(tmp_path, capsys):
    place = tmp_path / "digest.html"
    assert main(["digest", "--month", "2026-10", "--role", "permanence", "--out", str(place)]) == 0
    assert "for the head of permanence" in place.read_text(encoding="utf-8")
    assert main(["digest", "--out", str(tmp_path / "digest.pptx")]) != 0
    assert "written as .html, .pdf, .docx, and digest.pptx ends in none" in capsys.readouterr().err
    assert main(["digest", "--role", "nobody", "--out", str(place)]) != 0
    assert "Use one of director" in capsys.readouterr().err


def test_it_is_one_page_of_pdf_and_says_in_word_what_it_says_in_html(borough):
    told = digest(borough, LOCAL, AUTHORITY, months_held(borough, LOCAL, AUTHORITY), DIRECTOR)
    assert TaggedPdf(as_pdf(told, AT)).pages() == 1
    word = docx.Document(BytesIO(as_word(told, AT)))
    assert not [paragraph for paragraph in word.paragraphs if paragraph.text == "Contents"]
    (written,), (table,) = word.tables, parts(told, Table)
    for cells, row in zip(table.rows, written.rows[1:], strict=True):
        assert [cell.text for cell in row.cells][:2] == [f"{cell.text}\n{cell.small}" for cell in cells[:2]]
    alts = [shape._inline.docPr.get("descr") for shape in word.inline_shapes]
    assert alts == [picture.alt for picture in told.pictures()] and len(alts) == len(DIRECTOR.measures)


@pytest.mark.usefixtures("invented")
def test_the_overview_offers_it():
    app = open_app("overview")
    app.session_state["folded_to_print"] = True
    app.run()
    labels = [each.proto.label for each in app.get("download_button")]
    assert "Download one page to print" in labels and "Download the page for publication" in labels
