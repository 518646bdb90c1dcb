"""How hard a page is to read is counted over its sentences, whichever way they are drawn."""

from streamlit.testing.v1 import AppTest

from tests.pages.sentences import HARDEST, grade, hardest, sentences


def drawn():
    import streamlit as st

    st.header("Headings are no sentences, however long they are")
    st.markdown("**:material/error: Concern**: [plans fell](#plans) below their limit, June to October 2026.")
    st.caption("A label only")
    st.html(
        "<p>Every child has a plan &amp; a worker.</p><table><tr><td>Cells are no sentences at all</td></tr></table>"
    )


def test_sentences_come_without_formatting_headings_labels_and_cells():
    app = AppTest.from_function(drawn).run()
    assert sentences(app) == [
        "Concern: plans fell below their limit, June to October 2026.",
        "Every child has a plan & a worker.",
    ]


def test_an_office_sentence_is_too_hard_and_a_plain_one_is_not():
    office = (
        "Notwithstanding methodological considerations, organisational performance demonstrates considerable "
        "deterioration subsequent to implementation of multidisciplinary restructuring."
    )
    plain = "Fewer plans were looked at in time. That began in June."
    assert grade([plain]) <= HARDEST < grade([office])
    assert hardest([plain, office])[0].endswith(office)
