"""Where the figures of a picture come from, in words: whose they are, when they were published, and by what program."""

from dataclasses import dataclass

from data.program import PROGRAM_NAME, PROGRAM_VERSION

INVENTED = "Invented: no real child stands behind these figures."


@dataclass(frozen=True)
class Origin:
    """Hold whose figures are drawn: the authority's name and code, the load they are of, and whether it is invented.

    `published` is the day of publication in words; nothing where nothing was published.
    """

    place: str
    code: str
    load: int | None = None
    version: int = 0
    published: str = ""
    is_invented: bool = False

    def credit(self) -> str:
        """Name source, day of publication, authority and version in a sentence each."""
        source = f"Source: records of {self.place} ({self.code})."
        when = f"Published {self.published}, load {self.load}, version {self.version}." if self.published else ""
        invented = INVENTED if self.is_invented else ""
        return " ".join(part for part in (source, when, invented, program()) if part)


def program() -> str:
    """Name the program and its version."""
    return f"{PROGRAM_NAME} {PROGRAM_VERSION}."
