"""What may happen with files that were checked: published, with the reasons that are still wanted, or thrown away."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from data.ledger.clock import clock_set_back
from data.ledger.history import revision
from pages.kit.frame.session import current_store, reading
from pages.kit.upload.held_files import Waiting
from pages.kit.upload.marked_files import handed_back
from pages.kit.upload.overtaken import nothing_in_the_way
from pages.kit.upload.preview import before_publishing
from pages.kit.upload.publication import publish
from pages.kit.upload.waiting_files import throw_away
from pages.words import wording
from validation.publishing.reasons import EVERY, Reasons
from validation.rules.finding import Finding

FEW_RULES, REASON = 3, 68
EARLIER = "Publish the months before, too, as they would have stood"
EARLIER_HELP = (
    "For a first upload: each earlier month end inside the files' window that has no file of its own gets the rows as "
    "they would have stood, so that there is a trend at once. What only the latest month can tell is left blank there."
)


def decide(waiting: Waiting) -> None:
    """Offer what may happen now: to publish where that may be, to mend where there is something, to throw away."""
    if _may_be_published(waiting):
        _offer(waiting)
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        handed_back(waiting)
        throw_away(waiting, f"throw_away_{waiting.receipt}")


def _may_be_published(waiting: Waiting) -> bool:
    """Tell whether nothing stands in the way of publishing but reasons that are still wanted; else say what does."""
    check = waiting.submission.check
    if check.decision not in ("query", "accept") or check.unchanged:
        return False
    return revision(current_store(), reading()) == waiting.submission.against or nothing_in_the_way(waiting)


def _offer(waiting: Waiting) -> None:
    """Offer to publish; where there are queries, only with the reason why they are right."""
    check, month = waiting.submission.check, wording.month(waiting.submission.ends)
    reasons = _reasons(check.unexplained) if check.decision == "query" else {}
    if says := clock_set_back(current_store()):
        st.warning(wording.plain(says))
    before_publishing(waiting)
    backfill = st.checkbox(EARLIER, key="backfill", help=EARLIER_HELP)
    with st.container(horizontal=True, vertical_alignment="center"):
        sent = st.button(f"Publish {month} for {waiting.place}", type="primary", key="publish")
        handed_back(waiting)
        throw_away(waiting, f"throw_away_{waiting.receipt}")
    if sent:
        publish(waiting, replace(waiting.submission, reasons=reasons, backfill=backfill))


def _reasons(unexplained: Sequence[Finding]) -> Reasons:
    """Ask why what was queried is right: rule by rule, and where there are many rules, once for all, too."""
    rules = sorted({finding.rule for finding in unexplained})
    if len(rules) <= FEW_RULES:
        return {rule: _reason(rule, unexplained) for rule in rules}
    answer = st.text_area(
        "Why all of this is right, where one answer will do", key="reason for every rule", height=REASON
    )
    with st.expander(f"Answer each of the {len(rules)} by itself"):
        return {EVERY: answer, **{rule: _reason(rule, unexplained) for rule in rules}}


def _reason(rule: str, unexplained: Sequence[Finding]) -> str:
    """Ask why what one rule queries is right; the first of its findings stands for all."""
    findings = [finding for finding in unexplained if finding.rule == rule]
    more = f" And {len(findings) - 1} more like it." if len(findings) > 1 else ""
    label = f"Why this is right: {wording.plain(findings[0].message)}{more}"
    return st.text_area(label, key=f"reason {rule}", height=REASON)
