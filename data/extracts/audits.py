"""Audits of the quality of work and of records."""

from data.codes import AUDIT_KIND, GRADE
from data.extract import Code, Date, Extract, Identifier, Text, Whole, YesNo


class Audits(Extract):
    """Audits: one row per audit of a case, or of a set of records.

    Every audit completed in the 12 months up to the month end. An audit of one child's case names the child; a data
    audit says how many records it looked at; one of supervision records names the worker, and says in `reflective`
    whether the records show reflection. Findings in words are not wanted.
    """

    audit_id = Identifier(meaning="Audit identifier", required=True, unique=True)
    child_id = Identifier(
        meaning="The child whose case was audited, as in the children extract; blank for one of records",
        pattern="[A-Za-z0-9-]{1,20}",
        longest=20,
        aliases=("child", "child unique id"),
    )
    audit_date = Date(meaning="Date the audit was completed", required=True, aliases=("date of audit",))
    kind = Code(
        meaning="Thematic, generic, of data or of supervision records",
        required=True,
        allowed=AUDIT_KIND,
        aliases=("audit type",),
    )
    theme = Text(meaning="Name of the theme, such as section 47 outcomes", longest=60)
    auditor_id = Identifier(
        of="worker",
        meaning="The auditor's identifier, as in the social workers extract",
        longest=30,
        aliases=("auditor",),
    )
    worker_id = Identifier(
        meaning="The worker's identifier, as in the social workers extract", longest=30, aliases=("allocated worker",)
    )
    team = Text(meaning="Team that held the case", required=True, aliases=("allocated team",))
    grade = Code(meaning="Grade the auditor gave", allowed=GRADE, aliases=("audit grade",))
    moderated_grade = Code(meaning="Grade after moderation; blank where not moderated", allowed=GRADE)
    previous_audit_id = Identifier(of="audit", meaning="The audit that this one follows up")
    reflective = YesNo(meaning="Y where the record shows reflective supervision")
    smart_plan = YesNo(meaning="Y where the plan is specific, measurable and dated")
    records_checked = Whole(meaning="How many records a data audit looked at", unusual_above=5000)
    records_wrong = Whole(meaning="How many of them were wrong", not_above="records_checked")
