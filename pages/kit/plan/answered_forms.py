"""What a plan answers, entered on its page: an inspection or a strategic objective, and a recommendation."""

from datetime import date

import streamlit as st

from data.annotations.action_plan.items import (
    GRADES,
    INSPECTION,
    KINDS,
    NO_OVERALL,
    Judgement,
    Plan,
    Recommendation,
    Source,
)
from data.annotations.text_limits import LONGEST
from pages.kit.frame.choices import Choices
from pages.kit.plan.kept_here import keep

JUDGED = "Judgements, an area a line, such as Children in care: good"


def source_form(chosen: Choices) -> None:
    """Draw the form of a new inspection or objective."""
    with st.form("plan_source", border=False):
        left, right = st.columns(2)
        kind = left.selectbox("What it is", list(KINDS), format_func=KINDS.__getitem__, key="plan_source_kind")
        key = right.text_input("Its short name, such as ILACS-2027", max_chars=20, key="plan_source_key")
        title = left.text_input("What it is called", max_chars=200, key="plan_source_title")
        day = right.date_input("Day of its publication", None, format="DD/MM/YYYY", key="plan_source_day")
        overall = left.selectbox(
            "Overall grade of an inspection",
            [NO_OVERALL, *GRADES],
            format_func=str.capitalize,
            key="plan_source_overall",
        )
        judged = st.text_area(JUDGED, key="plan_source_judged", height=120)
        if not st.form_submit_button("Keep it", type="primary"):
            return
    parts = [line.rpartition(":") for line in judged.splitlines() if line.strip()]
    judgements = tuple(Judgement(area.strip(), grade.strip()) for area, _, grade in parts)
    of_inspection = (overall, judgements) if kind == INSPECTION else ("", ())
    published = day if isinstance(day, date) else None
    keep(chosen, Source(chosen.authority, key.strip(), kind, title, published, *of_inspection), "source")


def recommendation_form(chosen: Choices, plan: Plan) -> None:
    """Draw the form of a recommendation: a new one, or one of which the monthly files gave the number alone."""
    with st.form("plan_recommendation", border=False):
        left, right = st.columns(2)
        key = left.text_input("Its number, such as 4.13", max_chars=20, key="plan_recommendation_key")
        sources = {source.source: source.title for source in plan.sources}
        source = right.selectbox(
            "What it answers", list(sources), format_func=sources.__getitem__, key="plan_recommendation_source"
        )
        title = st.text_input("What was recommended", max_chars=LONGEST, key="plan_recommendation_title")
        if not st.form_submit_button("Keep it", type="primary"):
            return
    stands = plan.latest(Recommendation(chosen.authority, key.strip(), "", ""))
    written = stands.written if stands else Recommendation(chosen.authority, "", "", "").written
    item = Recommendation(chosen.authority, key.strip(), source or "", title, written)
    keep(chosen, item, "recommendation")
