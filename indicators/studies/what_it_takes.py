"""What it takes to bring an average caseload down to another: so many more posts, or so many fewer cases."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

POST, CASE = Decimal("0.1"), Decimal(1)
"""In what steps each is told: DfE prints full-time equivalents with one decimal."""


@dataclass(frozen=True)
class Takes:
    """Hold what would do, each by itself: full-time equivalents more, or cases fewer; 0 where it is reached."""

    posts: float
    cases: int


@dataclass(frozen=True)
class Caseload:
    """Hold what an average caseload is made of: the cases, and the full-time equivalents that hold them."""

    cases: float
    posts: float

    @property
    def average(self) -> float | None:
        """Return cases for each full-time equivalent; None where there is no post."""
        return self.cases / self.posts if self.posts > 0 else None

    def to_reach(self, average: float) -> Takes:
        """Return the least that brings the average down to another one or below it."""
        cases, posts, wanted = (Decimal(str(round(number, 6))) for number in (self.cases, self.posts, average))
        more = (cases / wanted - posts).quantize(POST, ROUND_CEILING)
        fewer = (cases - wanted * posts).quantize(CASE, ROUND_CEILING)
        return Takes(float(max(more, Decimal(0))), int(max(fewer, Decimal(0))))

    def with_changes(self, more_posts: float, fewer_cases: float) -> "Caseload":
        """Return the caseload with so many more posts and fewer cases."""
        return Caseload(max(self.cases - fewer_cases, 0), self.posts + more_posts)
