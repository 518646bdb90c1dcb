"""What a look over an installation finds of one thing."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Look:
    """Hold what was looked at, whether it is well, and what to know or do."""

    what: str
    well: bool
    says: str
