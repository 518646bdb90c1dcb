"""An item kept from a form: in a sentence where it cannot be, with all that was typed still there."""

import streamlit as st

from data.annotations.action_plan.items import Item
from data.annotations.action_plan.reading import plan_known
from data.errors import Mendable
from indicators.studies.plan_entry import enter_items
from pages.kit.frame.choices import Choices
from pages.kit.frame.session import current_store
from pages.words import wording
from pages.words.plan.changes import changed

SEEN = "plan_seen_{}"
"""Where a session keeps the version that the writer of an item saw first."""


def keep(chosen: Choices, item: Item, form: str) -> None:
    """Keep an item, and draw the page anew; or say why it was not kept. `form` names the form by what it is for."""
    try:
        new = enter_items(current_store(), chosen.reader, chosen.authority, [item])
    except Mendable as why:
        st.error(wording.plain(str(why)))
        _write_upon_what_stands(chosen, item, form)
        return
    for name in [name for name in st.session_state if str(name).startswith((f"plan_{form}_", SEEN.format(form)))]:
        del st.session_state[name]
    st.toast("Kept." if new else "It was held already; nothing changed.", icon=":material/check:")
    st.rerun()


def _write_upon_what_stands(chosen: Choices, item: Item, form: str) -> None:
    """Where somebody else was faster, say what stands otherwise; what was typed may be sent again upon that."""
    latest = plan_known(current_store(), chosen.reader, chosen.authority).latest(item)
    if latest is None or latest.written.version == item.written.version:
        return
    st.session_state[SEEN.format(form)] = latest.written.version
    apart = "; ".join(changed(latest, item)) or "nothing"
    st.info(wording.plain(f"What stands, and what you wrote: {apart}. Sent again, yours is kept."))
