"""What audits asked to be done, and whether it was."""

from data.codes import SEVERITY
from data.extract import Code, Date, Extract, Identifier, Text


class AuditActions(Extract):
    """Audit actions: one row per action that an audit asked for.

    Every action open at any time in the 12 months up to the month end. Leave `closed_date` blank while it is open.
    """

    action_id = Identifier(meaning="Action identifier", required=True, unique=True)
    audit_id = Identifier(meaning="The audit that asked for it, as in the audits extract", required=True)
    due_date = Date(meaning="Date by which it should be done", required=True, planned=True, aliases=("due",))
    closed_date = Date(meaning="Date it was done; blank while it is open", aliases=("closed",))
    severity = Code(meaning="How much it matters", required=True, allowed=SEVERITY)
    team = Text(meaning="Team that must act")
