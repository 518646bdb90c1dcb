"""A definition as a reader may check it: what is counted, why, by whose words, the SQL that runs, worked examples."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import streamlit as st

import indicators
from data.extracts import all_extracts
from data.published.dfe_publication import publication_of
from data.vocabulary.populations import words_in
from indicators.comparison.published_figure import measure_of
from indicators.engine.catalogue import SERVICES, all_indicators, read_beside
from indicators.engine.declaration import Indicator
from indicators.engine.definition_words import made_from, ties
from indicators.engine.frameworks import NATIONAL, OFSTED
from indicators.engine.grouping import GROUPINGS, grouped
from pages.kit.frame.address import choice
from pages.kit.frame.glossary import glossary
from pages.kit.frame.searching import matches
from pages.kit.parts.fold import folded
from pages.kit.parts.table import draw_table
from pages.words import wording

UNITS = {
    "count": "A number",
    "percent": "Per cent",
    "rate": "Per 10,000 children aged 0 to 17",
    "average": "An average: the first divided by the second",
}


def definition(indicator: Indicator) -> None:
    """Draw everything that an indicator says for itself, with the SQL and the worked examples."""
    draw_table(said(indicator), f"Definition of {indicator.title}")
    if examples := worked_examples(indicator):
        st.markdown("**Worked examples**, each also a test of the definition")
        draw_table(examples, f"Worked examples of {indicator.title}")
    st.markdown("**The SQL that runs**, once for each month")
    st.code(indicator.sql, language="sql", wrap_lines=True)
    if words := words_in(indicator.sql):
        st.markdown("**The words it calls**, each said once for all definitions")
        st.code("\n\n".join(word.written for word in words), language="sql", wrap_lines=True)


def in_force(since: date) -> str:
    """Say from when a rule counts, where it did not always."""
    if since == date.min:
        return ""
    return ", not yet in force" if since.year == date.max.year else f", from {wording.day(since)}"


def said(indicator: Indicator) -> list[dict[str, str]]:
    """Return what an indicator says for itself, as rows of a table."""
    argument = indicator.argument
    rows = {
        "What is counted": argument.numerator,
        "Out of": argument.denominator,
        "Made from": f"{made_from(indicator)}.",
        "Can do without": "; ".join(_meaning(column) for column in indicator.without),
        "Unit": UNITS.get(argument.unit, argument.unit.capitalize()),
        "Which way is better": wording.polarity(indicator),
        "Must never be": f"{argument.never} ({argument.limit} limit{in_force(argument.never_from)})"
        * bool(argument.never),
        "Read beside": "; ".join(companion.title for companion in read_beside(indicator.id)),
        "Why it matters": argument.why,
        "Source": argument.source,
        "National framework": f"{NATIONAL[argument.national]}.",
        "Ofsted’s area": f"{OFSTED[argument.ofsted]}.",
        "How ours differs": argument.differs,
        "Where two are alike": ties(indicator),
        "Compared with": published(indicator),
        "Owner": argument.owner,
        "To be reviewed by": wording.day(argument.review_by),
        "Name in the data": f"`{indicator.id}`",
    }
    return [
        {"About": f"**{name}**", "In words": words if name == "Name in the data" else wording.plain(words)}
        for name, words in rows.items()
        if words
    ]


def _meaning(named: str) -> str:
    """Say what a column of an extract holds, or which extract it is, which is named as the front matter names it."""
    extract, _, column = named.partition(".")
    return all_extracts()[extract][column].meaning if column else all_extracts()[extract].title


def published(indicator: Indicator) -> str:
    """Name the published figure that an indicator is compared with, and who counts it in the same words."""
    measure = measure_of(indicator)
    if measure is None:
        return ""
    twin = indicator.argument.twin
    words_of = f" In the same words it is counted as: {all_indicators()[twin].title}." if twin else ""
    return f"{publication_of(measure.name).credit}: {measure.title}.{words_of}"


@cache
def worked_examples(indicator: Indicator) -> list[dict[str, str]]:
    """Return the worked examples that stand beside a definition, as rows of a table."""
    path = Path(indicators.__file__).parent / indicator.service / f"{indicator.file}.examples.toml"
    if not path.exists():
        return []
    written = tomllib.loads(indicator.kind.filled(path.read_text(encoding="utf-8")))
    percent = indicator.unit != "count"
    return [_example(example, percent) for example in written["example"]]


def _example(example: dict, has_denominator: bool) -> dict[str, str]:
    """Write one worked example: who, what happened, and whether it counts."""
    below = example.get("denominator", 1) if example.get("counted", True) else 0
    above = example.get("numerator", 0) if below else 0
    row = {
        "Who": wording.plain(example["who"]),
        "What happened": wording.plain(example["says"]),
        "Counted": _yes(above),
    }
    return row | ({"In what it is out of": _yes(below)} if has_denominator else {})


def _yes(amount: float | bool | date) -> str:
    """Write a half of an example: yes, no or how many."""
    if amount in (0, 1):
        return "Yes" if amount else "No"
    return wording.plainest(amount) if isinstance(amount, (int, float)) else str(amount)


def definitions() -> None:
    """Draw every definition, in groups, or those that a filter names; with a filter, the words that it names, too."""
    left, right = st.columns([3, 1])
    by = choice(right.selectbox, "Grouped", GROUPINGS, "by", lambda name: GROUPINGS[name][0])
    wanted = left.text_input(
        "Find a measure or a word",
        key="word",
        type="search",
        live=True,
        bind="query-params",
        placeholder="Such as plan",
    ).strip()
    chosen = [
        indicator
        for indicator in all_indicators().values()
        if matches(wanted, indicator.title, SERVICES[indicator.service], indicator.id)
    ]
    for word, group in grouped(chosen, by).items():
        st.header(GROUPINGS[by][1][word], anchor=word)
        for indicator in group:
            folded(
                wording.plain(indicator.title), f"definition_{indicator.id}", lambda shown=indicator: definition(shown)
            )
    if wanted:
        _words(wanted, bool(chosen))


def _words(wanted: str, is_measure: bool) -> None:
    """Draw what words of the glossary mean that a filter names, those that bear it in their name first."""
    meanings = {word: meaning for word, meaning in glossary().items() if matches(wanted, word, meaning)}
    if not meanings and not is_measure:
        st.info(f"Nothing is called “{wording.plain(wanted)}”. Try “plan”, “missing” or “caseload”.")
    if meanings:
        st.header("Words", anchor="words")
        for word in sorted(meanings, key=lambda word: not matches(wanted, word)):
            st.markdown(f"**{wording.plain(word)}**: {wording.plain(meanings[word])}")
