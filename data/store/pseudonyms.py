"""Pseudonyms: what stands in a store for the identifiers of people, and whether a store has them.

A store in memory holds invented children, whose identifiers are nobody's, and keeps all as it is written. A store in a
file holds for each identifier of a person an HMAC under a key that lies apart from it: the same in every month and
extract of an authority, so that figures are the same, and nobody's name without the key. Which of both a store does is
written in the store (`store.ledger.pseudonyms`), and everybody asks `Store.pseudonyms`.
"""

import hmac
import os
import re
from base64 import b32encode
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from pathlib import Path

import pandas as pd

from data.errors import Mendable
from data.extract import Declared, Identifier
from data.identifiers import FORM, canonical
from data.settings import pseudonym_key_named
from data.store.attachment import Cursor
from data.store.keys import make_key, secret
from data.store.records_of_children import named_after, records_in, with_another

BYTES = 16
"""Of the HMAC that are kept: 128 bits, which are 26 letters and figures of base32."""
PSEUDONYM = re.compile(r"\b[A-Z2-7]{26}\b")
LONGEST_PADDED = 12
"""Figures of the longest identifier that is looked for with noughts before it."""
Query = tuple[str, str, str]
"""What makes a query the same again: its rule, its subject and its sentence, wherever the row stands in the file."""
Lead = Callable[[Declared, pd.DataFrame], pd.DataFrame]
"""Return rows with other texts for identifiers."""


class AsWritten:
    """Keep identifiers, sentences and names of files as they are written: those of invented children."""

    key_id: str | None = None
    erased: frozenset[str] = frozenset()
    in_records = True
    """Whether no child's own identifier stands in that of a record, or is as it was written."""

    def must_have_key(self) -> None:
        """Refuse what cannot be done without a key; here nothing needs one."""

    def known_again_as(self, _authority: str, child: str) -> str:
        """Return by what a child is known again who was erased; `child` is as it is kept."""
        return child

    def is_erased(self, authority: str, child: str) -> bool:
        """Tell whether a child was erased, and must not come back; `child` is as it is kept."""
        return bool(self.erased) and self.known_again_as(authority, child) in self.erased

    def of_person(self, _authority: str, _person: str, identifier: str) -> str:
        """Return what stands in the store for a child's identifier, or a worker's, family's, adopter's or carer's."""
        return identifier

    def sought(self, authority: str, person: str, text: str) -> str:
        """Return what to look for in the store, where somebody asks for a person by an identifier or a pseudonym."""
        return self.of_person(authority, person, text)

    def in_rows(self, _authority: str, _declared: Declared, rows: pd.DataFrame) -> pd.DataFrame:
        """Return the rows of an extract as they are kept."""
        return rows

    def of_query(self, _authority: str, query: Query) -> Query:
        """Return what makes a query the same again, as it is kept."""
        return query

    def of_file(self, _extract: str | None, _sha256: str, file: str) -> str:
        """Return the name of a file as it is kept."""
        return file

    def of_sheet(self, sheet: str) -> str:
        """Return the name of a sheet as it is kept."""
        return sheet

    def led_back_by(self, _authority: str, _files: Iterable[tuple[Declared, pd.DataFrame]]) -> Lead:
        """Return what leads rows of the store back to the identifiers that some files hold, and to no others."""
        return lambda _declared, rows: rows


class UnderKey(AsWritten):
    """Keep pseudonyms of people; and of sentences, subjects and sheets no more than by what they are known again."""

    def __init__(
        self, key: Path, key_id: str, form: int, erased: frozenset[str] = frozenset(), in_records: bool = True
    ):
        """Take the key's file, which key and form of identifiers the store was begun with, and who was erased.

        `in_records` says whether records that are named after a child bear the pseudonym, which an earlier version did
        not see to.
        """
        self.key_id, self.erased, self.in_records = key_id, erased, in_records
        self._key, self._form = key, form

    @cached_property
    def _secret(self) -> bytes:
        """Read the key when it is needed first: figures stand without it.

        Raises:
            Mendable: where it is missing, not the store's, or identifiers have another form since.
        """
        if not self._key.is_file():
            raise Mendable(
                f"The key of pseudonyms is not at {self._key}, and without it nothing can be checked, published or "
                "looked up by an identifier; figures stand. Put it there again, or name it by SLAC_PSEUDONYM_KEY."
            )
        read = secret_of(self._key)
        if key_id_of(read) != self.key_id:
            raise Mendable(
                f"{self._key} is not the key of this store's pseudonyms, which is {self.key_id}: under another one "
                "nobody would be known again. Name the right one by SLAC_PSEUDONYM_KEY; nothing was changed."
            )
        if self._form != FORM:
            raise Mendable(
                f"The pseudonyms of this store were made of identifiers in form {self._form}, and this program writes "
                f"form {FORM}. Use the program it was last published with; nothing was changed."
            )
        return read

    def must_have_key(self) -> None:
        """Refuse what cannot be done without the key, before anything of it is.

        Raises:
            Mendable: where the key is missing, not the store's, or identifiers have another form since.
        """
        _ = self._secret

    def of_person(self, authority: str, person: str, identifier: str) -> str:
        """Return the pseudonym of a person of an authority."""
        return _keyed(self._secret, authority, person, canonical(identifier))

    def known_again_as(self, authority: str, child: str) -> str:
        """Return by what the pseudonym of a child who was erased is known again."""
        return self._of_text(authority, "erased child", child)

    def sought(self, authority: str, person: str, text: str) -> str:
        """Return the pseudonym of whom somebody asks for, by an identifier or by the pseudonym itself."""
        return (
            text.strip().upper()
            if PSEUDONYM.fullmatch(text.strip().upper())
            else self.of_person(authority, person, text)
        )

    def in_rows(self, authority: str, declared: Declared, rows: pd.DataFrame) -> pd.DataFrame:
        """Return rows with a pseudonym for each identifier of a person."""
        return _mapped(
            declared, rows, lambda person, texts: {text: self.of_person(authority, person, text) for text in texts}
        )

    def of_query(self, authority: str, query: Query) -> Query:
        """Return a query by which it is known again, and which says nothing of a cell."""
        rule, subject, sentence = query
        return rule, subject and self._of_text(authority, "subject", subject), self._of_text(authority, rule, sentence)

    def of_file(self, extract: str | None, sha256: str, _file: str) -> str:
        """Return what a file was taken for, and the beginning of its hash."""
        return f"{extract or 'not recognised'} {sha256[:8]}"

    def of_sheet(self, sheet: str) -> str:
        """Return a sheet by what it is known again; one without a name has none."""
        return sheet and self._of_text("", "sheet", sheet)

    def led_back_by(self, authority: str, files: Iterable[tuple[Declared, pd.DataFrame]]) -> Lead:
        """Return what leads rows back: an identifier with noughts before it, too, that a file holds without them."""
        written: dict[str, set[str]] = defaultdict(set)
        for declared, rows in files:
            for name, person in people_in(declared).items():
                written[person].update(rows[name].dropna() if name in rows else ())

        @cache
        def back(person: str) -> dict[str, str]:
            return {self.of_person(authority, person, text): text for text in written[person]}

        @cache
        def padded(person: str, text: str) -> dict[str, str]:
            longer = [text.zfill(size) for size in range(len(text) + 1, LONGEST_PADDED + 1)] if text.isdigit() else []
            return {self.of_person(authority, person, long): long for long in longer}

        def lead(person: str, pseudonyms: set[str]) -> dict[str, str]:
            direct = {pseudonym: text for pseudonym, text in back(person).items() if pseudonym in pseudonyms}
            if len(direct) < len(pseudonyms):  # only those that are not known as they stand may have lost noughts
                for text in written[person].difference(direct.values()):
                    direct |= padded(person, text)
            return {pseudonym: direct.get(pseudonym, pseudonym) for pseudonym in pseudonyms}

        return lambda declared, rows: _mapped(declared, rows, lead)

    def _of_text(self, authority: str, what: str, text: str) -> str:
        return _keyed(self._secret, authority, f"text of {what}", text)


AS_WRITTEN = AsWritten()


def people_in(declared: Declared) -> dict[str, str]:
    """Return the columns of an extract that identify people, each with whom: child, worker, family, adopter, carer."""
    return {column.name: column.of for column in declared.columns if isinstance(column, Identifier) and column.of}


def pseudonym_key_of(key: Path | None) -> Path:
    """Return where the key of a store's pseudonyms lies: as SLAC_PSEUDONYM_KEY says, or beside the store's own key.

    That of a store without a key, which is none for real children, lies among the settings of this computer's user.
    """
    named = pseudonym_key_named()
    if named is not None:
        return named
    if key is not None:
        return key.with_name(f"{key.name}.pseudonyms")
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "slac" / "pseudonyms.key"


def pseudonym_key_made(place: Path, key: Path | None) -> Path:
    """Return the key of a new store's pseudonyms, made where it is missing; `key` is the store's own.

    Raises:
        Mendable: where it cannot be made, or would be the store's own.
    """
    if key is not None and place.resolve() == key.resolve():
        raise Mendable(f"{key} cannot be the key of the store and of its pseudonyms, too. Name two, apart.")
    if not place.exists():
        try:
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            make_key(place)
        except OSError as why:
            raise Mendable(
                f"The key of pseudonyms cannot be made at {place}: {why.strerror}. Name another place for it by "
                "SLAC_PSEUDONYM_KEY."
            ) from why
    return place


def secret_of(key: Path) -> bytes:
    """Return the secret that a key's file holds.

    Raises:
        Mendable: where it is too short to keep anything secret.
    """
    return bytes.fromhex(secret(key))


def key_id_of(read: bytes) -> str:
    """Return by what a key is known, which tells nothing of it."""
    return _keyed(read, "", "key", "")[:8]


def begin(cursor: Cursor, key: Path) -> None:
    """Write into a new store that it holds pseudonyms, under which key and of which form of identifiers."""
    cursor.execute(
        "insert into store.ledger.pseudonyms values (?, ?, current_timestamp at time zone 'UTC', true)",
        [key_id_of(secret_of(key)), FORM],
    )


def pseudonyms_of(cursor: Cursor, key: Path | None) -> AsWritten:
    """Return how a store keeps identifiers; `key` is where the key lies, whether it is there or not."""
    begun = cursor.execute("select key, form, in_records from store.ledger.pseudonyms").fetchone()
    if key is None or begun is None:
        return AS_WRITTEN
    erased = cursor.execute("select known_again from store.ledger.erased").fetchall()
    return UnderKey(key, begun[0], begun[1], frozenset(known_again for (known_again,) in erased), begun[2])


def known_again(sentence: str) -> str:
    """Return what is kept in the place of a finding's message; `sentence` is by what its sentence is known again."""
    return f"known again: {sentence}"


def _mapped(
    declared: Declared, rows: pd.DataFrame, others_of: Callable[[str, set[str]], dict[str, str]]
) -> pd.DataFrame:
    """Return rows with another text for each identifier of a person, in those of records too; blanks stay blank."""
    columns = {}
    for name, person in people_in(declared).items():
        if name in rows:
            others = others_of(person, set(rows[name].dropna()))
            columns[name] = rows[name].map(others.get, na_action="ignore").astype(rows[name].dtype)
    own = named_after(declared)
    if own in columns:
        columns |= {
            name: pd.Series(
                [with_another(*bearing) for bearing in zip(rows[name], rows[own], columns[own], strict=True)],
                index=rows.index,
                dtype=rows[name].dtype,
            )
            for name in records_in(declared)
            if name in rows
        }
    return rows.assign(**columns)


def _keyed(read: bytes, *parts: str) -> str:
    """Return the HMAC of texts, in letters and figures."""
    whole = "\0".join((str(FORM), *parts)).encode()
    return b32encode(hmac.digest(read, whole, "sha256")[:BYTES]).decode().rstrip("=")
