"""What the audit log knows of: each deed has one name, so that nobody's text gets into the log under it."""

from enum import StrEnum


class Deed(StrEnum):
    """Name what was done or read."""

    PUBLISHED = "publish"
    UNDONE = "withdraw"
    REDONE = "restore"
    TARGET = "target"
    EVENT = "event"
    COMMENT = "comment"
    QUESTION = "question"
    PLAN = "action plan"
    BENCHMARKS = "benchmarks"
    NEIGHBOURS = "neighbours"
    GROUP = "group"
    EXCHANGE = "exchange"
    SIGNED_IN = "sign in"
    SIGNED_OUT = "sign out"
    REFUSED = "refused"
    """Somebody was refused what they asked for, or no identity of theirs could be used."""
    ROLES_CHANGED = "roles changed"
    LIST_READ = "list read"
    SMALL_FIGURES_READ = "small figures read"
    IDENTIFIERS_READ = "identifiers read"
    EXPORTED = "export"
    ISSUED = "issue"
    LOG_READ = "log read"
    PURGE_ASKED = "purge asked for"
    PURGED = "purge"
    ERASED = "erasure"
    SUBJECT_SEARCHED = "subject searched for"
    BACKED_UP = "backup"
    BROUGHT_BACK = "store restored"
    CARRIED = "store carried over"
    """All of it was carried from a file to a lake, or from a lake to a file."""

    @property
    def moves_figures(self) -> bool:
        """Tell whether pages read otherwise after it: every cache is keyed by the last of these."""
        return self in MOVING


MOVING = frozenset(
    {
        *(Deed.PUBLISHED, Deed.UNDONE, Deed.REDONE, Deed.TARGET, Deed.EVENT, Deed.PLAN),
        *(Deed.BENCHMARKS, Deed.NEIGHBOURS, Deed.GROUP, Deed.EXCHANGE, Deed.PURGED, Deed.ERASED, Deed.BROUGHT_BACK),
    }
)
