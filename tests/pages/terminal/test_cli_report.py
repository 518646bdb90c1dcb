"""The committee report by command: of a month published, in a format there is, with what officers wrote."""

import io

import docx
import pytest

from data.store.store import Store
from tests.examples import example_rows
from tests.store_filling import BRENT, publish_rows


@pytest.fixture
def store_file(tmp_path):
    path = tmp_path / "house.duckdb"
    store = Store.create(path)
    publish_rows(store, {"child_protection_plans": example_rows("child_protection_plans", [{}] * 20)}, authority=BRENT)
    store.close()
    return path


def test_it_writes_the_report_with_what_officers_wrote(store_file, run, tmp_path):
    words, out = tmp_path / "words.toml", tmp_path / "report.docx"
    words.write_text('contact_officer = "Head of safeguarding"', encoding="utf-8")
    asked = ("--draft", "--out", out, "--public", "--words", words, "--month", "2026-10", "--store", store_file)
    status, said, _ = run("report", *asked)
    assert status == 0 and "report.docx, a draft. Public. Official: may be published." in said
    texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(out.read_bytes())).paragraphs]
    assert "9.1\tHead of safeguarding" in texts and "Figures of October 2026, as at 31 Oct 2026" in texts


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--out", "report.txt"), "This is written as .docx, .pdf, .html"),
        (("--out", "report.pdf", "--template", "own.docx"), "A template is for a report in Word"),
        (("--out", "report.docx", "--template", "own.docx"), "There is no file own.docx."),
        (("--out", "report.html", "--month", "2031-01"), "Nothing was published for 2031-01"),
        (("--out", "report.html", "--words-of", "99"), "There is no report 99 of"),
    ],
)
def test_what_no_report_can_be_made_of_is_refused_in_a_sentence(run, monkeypatch, tmp_path, words, why):
    monkeypatch.chdir(tmp_path)
    status, _, complaint = run("report", *words)
    assert status in (1, 2) and why in complaint and not list(tmp_path.iterdir())


def test_a_report_is_issued_listed_given_back_and_its_words_are_taken_again(store_file, run, tmp_path):
    first, anew, second = (tmp_path / f"{name}.html" for name in ("first", "anew", "second"))
    words = tmp_path / "words.toml"
    words.write_text('legal = "Of the law, for 77 children."', encoding="utf-8")
    status, said, complaint = run("report", "--out", first, "--words", words, "--store", store_file)
    assert status == 0 and "issued as report 1." in said and "The part legal says 77, typed by hand" in complaint
    assert run("reports", "--store", store_file)[1].splitlines()[1].split()[:4] == ["1", "2026-10", "exempt", "html"]
    status, said, _ = run("report-again", "1", "--out", anew, "--store", store_file)
    assert status == 0 and anew.read_bytes() == first.read_bytes() and "the same, byte for byte" in said
    status, _, complaint = run("report-again", "1", "--out", tmp_path / "a.pdf", "--store", store_file)
    assert status != 0 and "Report 1 was issued as .html, and a.pdf ends otherwise" in complaint
    assert run("report", "--out", second, "--words-of", "1", "--store", store_file)[0] == 0
    assert "Of the law, for 77 children." in second.read_text(encoding="utf-8")
