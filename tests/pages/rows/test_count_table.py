"""The table of counts: what is in it is text, whatever it looks like, and the shades follow the numbers."""

from pages.kit.rows.count_table import CountRow, shades_of
from pages.kit.rows.template import markup

MARKUP = '<b class="x">&"bold"</b>'


def test_whatever_stands_in_a_field_is_text():
    row = CountRow(MARKUP, (MARKUP,), (1,), address=f"/indicator?id={MARKUP}")
    drawn = markup("count_table", caption=MARKUP, headings=(MARKUP, MARKUP), rows=[row], in_sentences=False)
    assert "<b" not in drawn and '"x"' not in drawn
    assert drawn.count("&lt;b class=&#34;x&#34;&gt;&amp;&#34;bold&#34;&lt;/b&gt;") == 7


def test_nought_has_no_shade_one_has_the_lightest_and_the_highest_the_darkest():
    assert shades_of([0, 1, 25, 26, 99, 100], 100) == [0, 1, 1, 2, 4, 4]
    assert shades_of([0, 0], 0) == [0, 0]
