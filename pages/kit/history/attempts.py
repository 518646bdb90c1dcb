"""Every attempt: what was checked, by whom, and what was found in it, published or not."""

import streamlit as st

from data.access import Act
from data.extracts import all_extracts
from data.ledger.attempts import attempts
from pages.kit.frame.session import current_store, reading
from pages.kit.parts.table import draw_table
from pages.words import wording

NEWEST = 12
DECISIONS = {
    "refuse": "Refused",
    "block": "To be mended",
    "query": "To be explained",
    "accept": "Ready",
    "unchanged": "Published already",
}


def every_attempt() -> None:
    """Draw the newest attempts, and the earlier ones behind a click, for whoever may read them."""
    if not any(map(reading().may, (Act.PUBLISH, Act.GOVERN))):
        return
    rows = [_row(attempt) for attempt in attempts(current_store(), reading()).to_dict("records")]
    st.header("Every attempt", anchor=False)
    if not rows:
        st.markdown("No file has been checked yet.")
        return
    st.markdown(
        "Each file checked on the upload page or published on the command line, whatever came of it. Counts are kept, "
        "and no value of any cell."
    )
    draw_table(rows[:NEWEST], "The newest attempts")
    if len(rows) > NEWEST:
        with st.expander(f"Earlier attempts ({wording.number(len(rows) - NEWEST)})"):
            draw_table(rows[NEWEST:], "Earlier attempts")


def _row(attempt: dict) -> dict[str, str]:
    """Write an attempt as a row of words."""
    name = attempt["extract"]
    is_known = isinstance(name, str) and name in all_extracts()
    file = f"{attempt['file']}, {attempt['sheet']}" if attempt["sheet"] else attempt["file"]
    return {
        "Checked": wording.unbroken(wording.moment(attempt["checked_at"].to_pydatetime())),
        "By": wording.plain(attempt["checked_by"]),
        "Month": wording.unbroken(wording.short_month(attempt["month"])),
        "Extract": wording.plain(all_extracts()[name].title) if is_known else "Not recognised",
        "File": wording.plain(file),
        "Came to": DECISIONS.get(str(attempt["decision"]), str(attempt["decision"])),
        "Rows": wording.number(attempt["rows"]),
        "To mend": wording.number(attempt["to_mend"]),
        "To explain": wording.number(attempt["to_explain"]),
    }
