"""The committee report by command: of a month published, in a format there is, with what officers wrote."""

import io

import docx
import pytest


def test_it_writes_the_report_with_what_officers_wrote(run, tmp_path):
    words, out = tmp_path / "words.toml", tmp_path / "report.docx"
    words.write_text('contact_officer = "Head of safeguarding"', encoding="utf-8")
    status, said, _ = run("report", "--out", out, "--public", "--words", words, "--month", "2026-10")
    assert status == 0 and "Public. Official: may be published." in said
    texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(out.read_bytes())).paragraphs]
    assert "9.1\tHead of safeguarding" in texts and "Figures of October 2026, as at 31 Oct 2026" in texts


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--out", "report.txt"), "A report is written as .docx, .pdf, .html"),
        (("--out", "report.pdf", "--template", "own.docx"), "A template is for a report in Word"),
        (("--out", "report.docx", "--template", "own.docx"), "There is no file own.docx."),
        (("--out", "report.html", "--month", "2031-01"), "Nothing was published for 2031-01"),
    ],
)
def test_what_no_report_can_be_made_of_is_refused_in_a_sentence(run, monkeypatch, tmp_path, words, why):
    monkeypatch.chdir(tmp_path)
    status, _, complaint = run("report", *words)
    assert status in (1, 2) and why in complaint and not list(tmp_path.iterdir())
