"""The desk: files are received and checked, rehearsed, and published or refused; nothing is half published.

Page, command line and handed-over command come here, and only show what the desk answers.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Generic

from data.access import Reader
from data.annotations.action_plan.laid_down import plan_of_month
from data.errors import Mendable, Overtaken
from data.identities.leading_back import enter_identifiers
from data.ledger.confirmed_headings import confirm_headings
from data.ledger.delivery import Delivery
from data.ledger.history import published_rows, revision
from data.ledger.loads import Published, met_since, store_loads
from data.ledger.measuring import Figures, Measuring
from data.personal_details import must_name_nobody
from data.steps import Listener, silent
from data.store.attachment import Cursor
from data.store.store import Store
from data.unforeseen import Unforeseen, foreseen
from validation.check import check
from validation.files.check_result import Check
from validation.files.refusal import none_used
from validation.publishing.attempts import mended, note
from validation.publishing.backfill import backfilled
from validation.publishing.delivery import delivery_of, headings_confirmed_in
from validation.publishing.store_context import known_of
from validation.publishing.submission import Change, Submission
from validation.publishing.version_differences import Difference, differences
from validation.rules.sentences import listed

STORED = 0.5
"""The share of a publication that is done when its loads are stored; what will be read first is worked out after it."""


class Desk(Generic[Figures]):
    """Receive, rehearse and publish in a store, for a reader; what measures is handed to it."""

    def __init__(self, store: Store, reader: Reader, measuring: Measuring[Figures]):
        """Take the store, who is publishing, and what measures."""
        self._store, self._reader, self._measuring = store, reader, measuring

    def receive(self, submission: Submission, note_attempt: bool = True, progress: Listener = silent) -> Submission:
        """Check files against what stands, and return the submission with what was found.

        The attempt is noted in the store, without any value of a cell, and compared with the one before, unless
        `note_attempt` is false. `progress` hears each step. Where this program falls over, the files it was busy with
        are refused and say what to quote: whoever handed them in need not hand them in again.

        Raises:
            Mendable: where the month is none, or has not begun; or the key of the store's pseudonyms is not there.
        """
        self._store.pseudonyms.must_have_key()
        against = revision(self._store, self._reader)
        try:
            with foreseen(listed([name for name, _ in submission.files] or ["no file"])):
                received = replace(submission, against=against, checked=self._checked(submission, progress))
                return self._noted(received) if note_attempt else received
        except Unforeseen as why:
            return replace(submission, against=against, checked=none_used(submission.files, submission.month, why))

    def _checked(self, submission: Submission, progress: Listener) -> Check:
        """Check the files of a submission against what stands."""
        known = known_of(self._store, self._reader, submission, self._measuring.units)
        return check(submission.files, submission.month, known, progress)

    def _noted(self, received: Submission) -> Submission:
        """Note an attempt, and return the submission with how far the mending has come since the one before."""
        progress_made = mended(self._store, self._reader, received.authority, received.check)
        note(self._store, self._reader, received.authority, received.check)
        return replace(received, mended=tuple(progress_made))

    def rehearse(self, submission: Submission) -> Change[Figures]:
        """Publish the rows that can be accepted where nothing is kept; return what is other there than it was.

        What `publish` would refuse is left to it.
        """
        whose, ends = submission.authority, submission.ends
        delivery = replace(self._delivery(submission), against=None)
        with self._store.rehearsal() as as_it_would_be:
            before = self._measuring.figures(as_it_would_be, self._reader, whose, ends)
            store_loads(as_it_would_be, self._reader, delivery, self._measuring.measure)
            after = self._measuring.figures(as_it_would_be, self._reader, whose, ends)
        return Change(self.differences(submission), before, after)

    def differences(self, submission: Submission) -> list[Difference]:
        """Compare the rows of a submission with those that stand."""
        whose, ends = submission.authority, submission.ends
        return differences(
            submission.check,
            lambda extract: published_rows(self._store, self._reader, whose, ends, extract),
            lambda declared, rows: self._store.pseudonyms.in_rows(whose, declared, rows),
        )

    def met(self, submission: Submission) -> tuple[Overtaken | None, list[int]]:
        """Return what overtook a submission since it was received; and the loads that stand, were it only to repeat."""
        return met_since(self._store, self._reader, delivery_of(submission))

    def publish(self, submission: Submission, progress: Listener = silent) -> Published:
        """Publish every file as a new load, with its findings and the month's figures; return the loads.

        What stands already with the same bytes stays as it is, and its load is returned. Headings confirmed now are
        remembered, and what will be read first of the month is worked out. `progress` hears each step.

        Raises:
            Mendable: where a file was refused, a finding blocks, or queries are left without a reason, or with one that
                names somebody.
            Overtaken: where the month was published, withdrawn or restored since the files were received.
        """
        decision = submission.check.decision
        if decision in ("refuse", "block"):
            raise Mendable("Nothing was published: mend what the findings name, then publish again.")
        if decision == "query":
            raise Mendable(
                "Nothing was published: there are queries. Mend the rows, or say why they are right and publish."
            )
        for reason in submission.every_reason.values():
            must_name_nobody(reason, "The reason given")
        loads = self._stored(submission, progress)
        if confirmed := headings_confirmed_in(submission):
            confirm_headings(self._store, self._reader, submission.authority, confirmed)
        self._measuring.read_ahead(
            self._store,
            self._reader,
            submission.authority,
            lambda step, done: progress(step, STORED + (1 - STORED) * done),
        )
        progress("Done", 1.0)
        return loads

    def _stored(self, submission: Submission, progress: Listener) -> Published:
        """Store the loads, those of earlier months among them, and measure their months."""

        def measure(cursor: Cursor, whose: str, months: Sequence[date]) -> None:
            progress("Measuring the month's figures", STORED * 0.4)
            self._measuring.measure(cursor, whose, months)
            progress("Keeping rows and figures together", STORED * 0.9)

        progress("Writing rows", STORED * 0.1)
        delivery = self._delivery(submission)
        enter_identifiers(self._store, delivery)
        if submission.backfill:
            delivery = replace(delivery, earlier=partial(backfilled, delivery.month, most=submission.months_back))
        return store_loads(self._store, self._reader, delivery, measure)

    def _delivery(self, submission: Submission) -> Delivery:
        """Return what a submission brings, and the action plan of the office as it was known at the month end."""
        delivery = delivery_of(submission)
        plan = plan_of_month(self._store, self._reader, delivery.authority, delivery.month)
        return replace(delivery, beside=[] if plan is None else [plan])
