"""DfE's files on a page: load them as they are published, and see which releases are held."""

from collections.abc import Mapping

import streamlit as st

from data.access import Act
from data.errors import Mendable
from data.ledger.clock import now
from data.published.published_figures import Edition, editions
from data.published.release_pages import LaterRelease, later_releases
from data.published.releases import columns_read_as, load_file
from pages.kit.benchmarking.later_release import in_words
from pages.kit.frame.session import current_store, reading
from pages.kit.parts.table import draw_table
from pages.words import wording


def load_releases() -> None:
    """Draw the way in for files, for whoever may load them, and say what became of each."""
    if not reading().may(Act.BENCHMARKS):
        return
    st.header("DfE's files", anchor="files")
    with st.expander("Load DfE's files of other figures and of later years"), st.form("releases", border=False):
        st.markdown(
            "Headline figures came with this program: those of every authority for the latest year, and five years of "
            "London, Brent's statistical neighbours, the regions and England. For all else, and for later years, load "
            "the csv files as DfE publishes them: each release is kept beside the others, and the same file again "
            "changes nothing."
        )
        files = st.file_uploader("Files of published figures", type="csv", accept_multiple_files=True)
        renamed = st.text_area(
            "Headings that DfE has renamed, one a line",
            placeholder="number=children_count",
            help="Only where a file was refused for a heading: HEADING=COLUMN, as with --read-as on the command line.",
            key="renamed_headings",
        )
        pressed = st.form_submit_button("Load these files")
    for file in files if pressed and files else []:
        try:
            columns = columns_read_as([line for line in renamed.splitlines() if line.strip()])
            loaded = load_file(current_store(), reading(), file.name, file.getvalue(), columns)
        except Mendable as why:
            st.error(wording.plain(str(why)))
            continue
        (st.success if loaded.new else st.info)(wording.plain(loaded.sentence))
        if loaded.missing:
            st.warning("  \n".join(wording.plain(sentence) for sentence in loaded.missing))
    with st.expander("Releases held"):
        draw_table(held(), "Releases of published figures that are held")


def held() -> list[dict[str, str]]:
    """Return every release as a row of words; beside the latest of each, what is probably out since."""
    later = later_releases(current_store(), now().date())
    return [
        {
            "Release": str(edition.release) if edition.loaded_at else wording.NONE,
            "What": wording.plain(edition.named),
            "Years": f"{edition.first_year} to {edition.last_year}",
            "Later": _later(edition, later),
            "Lacks": wording.plain(" ".join(edition.missing)) or "Nothing",
        }
        for number in editions(current_store()).values()
        for edition in number
    ]


def _later(edition: Edition, later: Mapping[str, LaterRelease]) -> str:
    """Say which file to fetch where a later release than this one is probably out and none is held."""
    release = later.get(edition.publication)
    is_latest = release is not None and edition.last_year == release.last_held
    return wording.plain(in_words(release)) if release and is_latest else wording.NONE
