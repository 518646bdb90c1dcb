"""A picture that is taken away says by itself what it shows, of whom, whose it is, and who may read it."""

from io import BytesIO
from xml.etree import ElementTree

from PIL import Image

from pages.charts.paper.measured_text import width_of
from pages.words.classification import INTERNAL, PUBLIC

SVG = "{http://www.w3.org/2000/svg}"


def texts(drawn: ElementTree.Element) -> str:
    return " ".join(part.text or "" for part in drawn.iter(f"{SVG}text"))


def test_the_picture_says_all_of_itself(run, tmp_path):
    out = tmp_path / "plans.svg"
    assert run("picture", "--indicator", "pathway_plans_in_place", "--month", "2026-10", "--out", out)[0] == 0
    drawn = ElementTree.fromstring(out.read_text(encoding="utf-8"))
    told = texts(drawn)
    for part in (
        "Pathway plans in place",
        "Concern: fell below its lower limit, July to October 2026. 87.3% in October 2026",
        "Example Borough, November 2023 to October 2026.",
        "Target 95% or more",
        "Source: records of Example Borough (X09000001). Published 5 Nov 2026, load ",
        "version 1. Invented: no real child stands behind these figures.",
        PUBLIC,
    ):
        assert part in told, told
    title, text = drawn.find(f"{SVG}title"), drawn.find(f"{SVG}desc")
    assert title is not None and title.text == "Pathway plans in place"
    assert text is not None and "87.3% to 95.7% since November 2023" in (text.text or "")


def test_what_is_small_stays_inside_and_out_of_what_is_public(run, tmp_path):
    inside, outside = tmp_path / "inside.svg", tmp_path / "outside.svg"
    words = ("picture", "--indicator", "cp_plans_two_years_or_more", "--out")
    run(*words, inside)
    run(*words, outside, "--public")
    assert INTERNAL in texts(ElementTree.fromstring(inside.read_text(encoding="utf-8")))
    told = texts(ElementTree.fromstring(outside.read_text(encoding="utf-8")))
    assert PUBLIC in told and "1.6%" not in told, "5 of 320"


def test_the_png_is_the_same_picture_at_twice_its_size(run, tmp_path):
    svg, png = tmp_path / "plans.svg", tmp_path / "plans.png"
    for out in (svg, png):
        assert run("picture", "--indicator", "pathway_plans_in_place", "--out", out, "--dark")[0] == 0
    drawn = ElementTree.fromstring(svg.read_text(encoding="utf-8"))
    image = Image.open(BytesIO(png.read_bytes())).convert("RGB")
    assert image.size == (2 * float(drawn.get("width") or 0), 2 * float(drawn.get("height") or 0))
    assert image.getpixel((2, 2)) == (0x17, 0x16, 0x14)
    written = image.crop((40, 20, 900, 90))
    assert len(written.getcolors(100_000) or []) > 8, "the title is drawn in letters"


def test_no_word_is_cut(run, tmp_path):
    out = tmp_path / "plans.svg"
    run("picture", "--indicator", "three_or_more_placements", "--out", out)
    drawn = ElementTree.fromstring(out.read_text(encoding="utf-8"))
    width = float(drawn.get("width") or 0)
    for part in drawn.iter(f"{SVG}text"):
        size, at = float(part.get("font-size") or 0), float(part.get("x") or 0)
        wide = width_of(part.text or "", size, part.get("font-weight") == "bold")
        begins = at - wide * {"start": 0, "middle": 0.5, "end": 1}[part.get("text-anchor") or "start"]
        assert begins >= 0 and begins + wide <= width, part.text


def test_a_file_of_another_kind_is_refused(run, tmp_path):
    status, _, err = run("picture", "--indicator", "pathway_plans_in_place", "--out", tmp_path / "plans.pdf")
    assert status == 2 or status == 1
    assert ".svg or .png" in err and not (tmp_path / "plans.pdf").exists()
