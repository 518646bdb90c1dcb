"""What is handed in to be published, from the first file to the last reason, and what publishing it would change."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Generic

from data.arrivals.headings import NONE_CONFIRMED, Confirmed
from data.ledger.measuring import Figures
from data.months import month_end
from validation.files.check_result import Check
from validation.publishing.attempts import Mended
from validation.publishing.reasons import Reasons, explained_by, nil_return_reasons
from validation.publishing.version_differences import Difference


@dataclass(frozen=True)
class Submission:
    """Hold files with what was said of them, and once they were received what was found in them.

    `authority` is the code of whose they are, blank where nobody said; `month` is written 2026-10. `read_as` gives
    headings confirmed now. `nil_return` says why files without rows are right, `reasons` why queries are. With
    `backfill`, earlier months inside the window of the files are published, too, as they would have stood, where no
    file of their own stands; of these only the last `months_back` where that is said. `against` is the store's revision
    when the files were checked, and `mended` how far the mending has come since the attempt before.
    """

    authority: str
    month: str
    files: tuple[tuple[str, bytes], ...]
    read_as: Confirmed = field(default_factory=lambda: NONE_CONFIRMED)
    nil_return: str = ""
    reasons: Reasons = field(default_factory=dict)
    backfill: bool = False
    months_back: int | None = None
    against: int | None = None
    mended: tuple[Mended, ...] = ()
    checked: Check | None = None

    @property
    def ends(self) -> date:
        """Return the month end.

        Raises:
            Mendable: where the month is none.
        """
        return month_end(self.month)

    @cached_property
    def check(self) -> Check:
        """Return what was found, its queries explained by all that was said of them.

        Raises:
            ValueError: where the files were not received yet.
        """
        if self.checked is None:
            raise ValueError("These files have not been received: hand them in at the desk first.")
        return explained_by(self.checked, self.every_reason)

    @property
    def every_reason(self) -> Reasons:
        """Return all reasons by rule; why there were no rows explains nil returns and nothing else."""
        nil_returns = nil_return_reasons(self.checked.findings if self.checked else (), self.nil_return)
        return {**nil_returns, **self.reasons}


@dataclass(frozen=True)
class Change(Generic[Figures]):
    """Hold what publishing would change in the store as it stands: rows by extract, figures before and after."""

    rows: list[Difference]
    before: Figures
    after: Figures
