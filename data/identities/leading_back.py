"""An authority's own identifiers in the place of pseudonyms, for those who work with lists, and why they need them.

The table that leads back lies apart (`data/identities/identifier_table.py`). Whoever asks says why, and both are in the
audit log: who, why and how many, and no child.
"""

from collections.abc import Iterable, Mapping

from data.access import EVERY, Act, Reader
from data.errors import Mendable
from data.extracts import all_extracts
from data.identifiers import canonical
from data.identities.identifier_table import identifier_table
from data.ledger.about import About
from data.ledger.audit_log import record_read
from data.ledger.deeds import Deed
from data.ledger.delivery import Delivery
from data.store.pseudonyms import PSEUDONYM, people_in
from data.store.store import Store

NO_TABLE = (
    "Lists show pseudonyms: no table of identifiers is named (SLAC_IDENTIFIERS). Look somebody up by the case system's "
    "identifier."
)


def why_not_led_back(store: Store) -> str:
    """Say why lists of a store show pseudonyms and cannot show identifiers; nothing where they can, or need not."""
    if store.pseudonyms.key_id is None:
        return ""
    table = identifier_table()
    return NO_TABLE if table is None else table.why_not_there()


def enter_identifiers(store: Store, delivery: Delivery) -> None:
    """Keep in the table what leads back from what is about to be published; where no table is named, nothing.

    It is kept before the rows are: a table may know of somebody who was not published after all.

    Raises:
        Mendable: where the table or a key is missing or another; nothing was published.
    """
    table = identifier_table()
    if table is None or store.pseudonyms.key_id is None:
        return
    pairs = {
        (delivery.authority, person, store.pseudonyms.of_person(delivery.authority, person, text), canonical(text))
        for arrival in delivery.extracts
        for name, person in people_in(all_extracts()[arrival.extract]).items()
        for text in arrival.rows[name].dropna().unique()
    }
    erased = store.pseudonyms.is_erased
    table.enter(sorted(pair for pair in pairs if not (pair[1] == "child" and erased(pair[0], pair[2]))))


def led_back(
    store: Store, reader: Reader, texts: Iterable[str], why: str, services: Mapping[str, str]
) -> Mapping[str, str]:
    """Return the identifiers behind all pseudonyms in some texts, by pseudonym, and note in the audit log who asked.

    `services` says of which service each indicator is, by id. Whoever may see the lists of some services or teams is
    led back to whoever stands in these; those of authorities that are not the reader's are left out, too.

    Raises:
        Mendable: where the reader may see no lists, or gives no reason; or the table is missing.
    """
    reader.must_somewhere(Act.LISTS)
    if store.pseudonyms.key_id is None:
        return {}
    if not why.strip():
        raise Mendable("Say why you need the identifiers: it is kept in the audit log.")
    table = identifier_table()
    if table is None:
        raise Mendable(NO_TABLE)
    pseudonyms = {pseudonym for text in texts for pseudonym in pseudonyms_in(text)}
    pseudonyms = pseudonyms if reader.may(Act.LISTS) else _in_lists(store, reader, pseudonyms, services)
    entries = table.behind(pseudonyms) if pseudonyms else {}
    identifiers = {
        pseudonym: identifier
        for pseudonym, (authority, identifier) in entries.items()
        if reader.may_see_authority(authority)
    }
    if identifiers:
        record_read(store, reader, Deed.IDENTIFIERS_READ, About(rows=len(identifiers), reason=why.strip()))
    return identifiers


def _in_lists(store: Store, reader: Reader, pseudonyms: set[str], services: Mapping[str, str]) -> set[str]:
    """Return which of some pseudonyms stand in a list that a reader of some services or teams may see."""
    may_see = [
        (indicator, team) for indicator, service in services.items() for team in reader.teams_with(Act.LISTS, service)
    ]
    rows = store.ask(
        reader,
        """
        with may_see as (
            select unnest($indicators::varchar[]) as indicator, unnest($teams::varchar[]) as team
        )
        select distinct rows.subject, rows.child_id
        from measured.rows as rows
        join measured.measurements as measurements on measurements.measurement = rows.measurement
        join may_see on may_see.indicator = measurements.indicator and may_see.team in ($every, rows.team)
        where list_contains($pseudonyms, rows.subject) or list_contains($pseudonyms, rows.child_id)
        """,
        indicators=[indicator for indicator, _ in may_see],
        teams=[team for _, team in may_see],
        every=EVERY,
        pseudonyms=sorted(pseudonyms),
    )
    return pseudonyms & {*rows["subject"], *rows["child_id"]}


def pseudonyms_in(text: str) -> set[str]:
    """Return the pseudonyms that a text holds."""
    return set(PSEUDONYM.findall(text))


def with_identifiers(text: str, identifiers: Mapping[str, str]) -> str:
    """Return a text with identifiers in the place of the pseudonyms that they are behind."""
    return PSEUDONYM.sub(lambda match: identifiers.get(match[0], match[0]), text)
