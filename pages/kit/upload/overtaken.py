"""What came in while someone looked at a check: their own second click, or a colleague's publication to look at."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import streamlit as st

from data.extracts import all_extracts
from data.ledger.history import history
from pages.kit.frame.session import current_store, reading
from pages.kit.parts.table import draw_table
from pages.kit.upload.desk_access import desk
from pages.kit.upload.held_files import Waiting
from pages.kit.upload.keeper import keeper
from pages.kit.upload.preview import difference_table
from pages.words import wording


def nothing_in_the_way(waiting: Waiting) -> bool:
    """Tell whether a check can be published as it is; where not, say what came in since, and how to go on."""
    submission = waiting.submission
    met, repeated = desk().met(submission)
    if repeated:
        st.success(already_published(submission.ends, _versions(repeated)))
        return False
    if met is None:
        return True
    st.warning(wording.plain(str(met)))
    if lines := desk().differences(submission):
        draw_table(difference_table(lines), "Rows published now, and rows of your files")
    if not met.check_again and st.button("I have looked at the difference", key="looked"):
        keeper().keep(replace(waiting, submission=replace(submission, against=met.revision)))
        st.rerun()
    return False


def already_published(month: date, versions: Mapping[str, int]) -> str:
    """Say that extracts of a month stand already with these bytes; `versions` maps their names to their versions."""
    if len(set(versions.values())) == 1:
        which = f", version {next(iter(versions.values()))}"
    else:
        titles = {name: all_extracts()[name].spoken if name in all_extracts() else name for name in versions}
        which = ": " + "; ".join(f"{titles[name]}, version {version}" for name, version in versions.items())
    return f"Already published as {wording.month(month)}{which}. Nothing changed."


def _versions(loads: list[int]) -> dict[str, int]:
    """Return the versions of loads by their extracts."""
    rows = history(current_store(), reading())
    return {row["extract"]: int(row["version"]) for row in rows.to_dict("records") if row["load"] in loads}
