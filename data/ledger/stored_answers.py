"""What was worked out of a month's figures once, kept to be read at once until anything in the store has moved."""

from datetime import date

from data.access import Act, Reader
from data.ledger.history import revision
from data.program import fingerprint
from data.store.store import Store


def kept_answer(store: Store, reader: Reader, authority: str, month: date, question: str) -> str | None:
    """Return the answer that is kept; None where there is none, or the store or the program is another since."""
    reader.must(Act.ROWS)
    rows = store.ask(
        reader,
        """
        select answers.answer
        from measured.answers as answers
        where answers.authority = $authority and answers.month = $month and answers.asked = $asked
            and answers.revision = $revision and answers.program = $program
        """,
        authority=authority,
        month=month,
        asked=question,
        revision=revision(store, reader),
        program=fingerprint(),
    )
    return None if rows.empty else str(rows["answer"].iloc[0])


def keep_answer(store: Store, reader: Reader, authority: str, month: date, question: str, answer: str, at: int) -> None:
    """Keep an answer that was worked out at a revision of the store, in place of an earlier one.

    While somebody else changes the store it is not kept: whoever reads has the answer, and shall not wait for that.
    """
    reader.must(Act.ROWS)
    reader.must_see_authority(authority)
    if not store.at_rest():
        return
    with store.change(is_acknowledged=False) as cursor:
        # An update of a row would keep the journal from being written out while an earlier reader reads on.
        cursor.execute(
            "delete from store.measured.answers where authority = ? and month = ? and asked = ?",
            [authority, month, question],
        )
        cursor.execute(
            "insert into store.measured.answers values (?, ?, ?, ?, ?, ?)",
            [authority, month, question, at, fingerprint(), answer],
        )
