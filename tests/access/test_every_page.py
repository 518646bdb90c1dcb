"""Every page in every role, after an analyst has read them all: what crosses the wire holds nothing that is kept.

A page is not asked what it shows: every message that the browser would be sent is searched, and every file that it
offers is made and searched, too. A new page is among them as soon as it lies in its folder.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile, is_zipfile

import pytest
import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest

from data.access import CONFINED, LOCAL_USER, MAY, Act, Reader
from data.errors import Mendable
from data.store.store import Store
from indicators.figures.figure import Figure
from pages.kit.frame import contents, session
from pages.kit.parts import fold
from tests.access.canaries import leaks, names_of, unlisted
from tests.access.test_every_reader import ALIKE, EVERY_ROLE, READERS
from tests.access.two_boroughs import OURS
from tests.pages.conftest import ROOT, installed_components, open_app, said, shown

NOTHING = (b"Locality", b"Assessment East", b"Example Borough")
"""What whoever may see no figure is not told either: a team, and whose figures these are."""
OFFERED: list[bytes] = []
"""The files that the page drawn last offers."""


@pytest.fixture(scope="module")
def store(planted) -> Iterator[Store]:
    """Run the app on the two boroughs; every fold is open, and every file made."""
    with pytest.MonkeyPatch.context() as patched, shown(planted):
        read_as(session.reading, who_reads)
        patched.setattr(DeltaGenerator, "download_button", _made_at_once(DeltaGenerator.download_button))
        patched.setattr(st, "download_button", st._main.download_button)
        patched.setattr(fold.st, "expander", _open_at_once(st.expander))
        yield planted
        read_as(who_reads, WHO_READS)


WHO_READS = session.reading


def who_reads() -> Reader:
    """Return who reads now, in the place of whoever is let in; modules that are opened later ask it as well."""
    return READING[0]


def read_as(before: Any, after: Any) -> None:
    """Have all modules of pages that ask one function who reads ask another."""
    for name, module in list(sys.modules.items()):
        if name.startswith("pages.") and getattr(module, "reading", None) is before:
            vars(module)["reading"] = after


def _made_at_once(button: Any) -> Any:
    """Return a button of a download whose file is made when it is drawn, and kept to be searched.

    One that holds what another holds that is made, packed where it cannot be searched, is not: an xlsx is made of the
    cells of the csv beside it, and a pdf of the document of the html and the docx.
    """

    def drawn(self, label: str, data: Any, file_name: str, *rest: Any, **options: Any) -> Any:
        if not file_name.endswith((".xlsx", ".pdf")):
            OFFERED.append(unpacked(data() if callable(data) else data))
        return button(self, label, b"made", file_name, *rest, **options)

    return drawn


def unpacked(file: bytes | str) -> bytes:
    """Return what a file holds, in clear."""
    held = file if isinstance(file, bytes) else file.encode()
    if not is_zipfile(BytesIO(held)):
        return held
    with ZipFile(BytesIO(held)) as parts:
        return b"\n".join(parts.read(name) for name in parts.namelist())


def _open_at_once(expander: Any) -> Any:
    """Return a fold that is open from the start."""
    return lambda label, *_, **options: expander(label, True, **options)


@pytest.fixture(scope="module")
def warm(store, small, stranger) -> dict[str, bytes]:  # noqa: ARG001 - the canaries come first
    """Have an analyst open every page and all that is folded away in it; return all that they were sent of each."""
    return {page: wire(opened(LOCAL_USER, page, small, stranger)) for page in contents.scripts()}


READING: list[Reader] = [LOCAL_USER]
"""Who reads now."""


def opened(reader: Reader, page: str, small: list[Figure], child: str) -> AppTest:
    """Open a page for a reader, by its name, with all that is folded away in it."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app._bidi_component_manager = installed_components()
    app.query_params["authority"] = OURS
    if page == contents.INDICATOR:
        app.query_params["id"] = next(figure.indicator for figure in small if not figure.by)
        app.query_params["show"] = "months"
    if page == "child":
        app.session_state["child"] = child
    if page != contents.HOME:
        app.switch_page(str(contents.scripts()[page].relative_to(ROOT)))
    OFFERED.clear()
    READING[:] = [reader]
    app.run()
    assert not app.exception, (page, reader.who, app.exception)
    return app


def wire(app: AppTest) -> bytes:
    """Return all that the browser is sent of a page, and the files that it offers."""
    return b"\n".join([*_messages(app._tree), *OFFERED])


def _messages(node: Any) -> Iterator[bytes]:
    proto = getattr(node, "proto", None)
    if proto is not None and hasattr(proto, "SerializeToString"):
        yield proto.SerializeToString()
    for child in getattr(node, "children", {}).values():
        yield from _messages(child)


@pytest.mark.usefixtures("warm")
@pytest.mark.parametrize(
    "role", [pytest.param(role, marks=pytest.mark.soak) if role in (*ALIKE, "analyst") else role for role in EVERY_ROLE]
)
def test_a_page_sends_a_role_nothing_that_is_kept_from_it(store, small, stranger, role):
    reader = READERS[role]
    names, failing = unlisted(store, reader), []
    for page in contents.scripts():
        app = opened(reader, page, small, stranger)
        sent = wire(app)
        asked_for = {stranger.encode()} if page == "child" else set()  # what was typed comes back in its field
        failing += [f"{page}: {leak}" for leak in leaks(reader, sent, small, names - asked_for)]
        if not contents.may_open(page, reader) and " may not " not in said(app):
            failing.append(f"{page}: not refused in a sentence: {said(app)[:200]}")
        if not reader.may(Act.AGGREGATES):
            failing += [f"{page}: {word.decode()}" for word in NOTHING if word in sent]
        elif contents.may_open(page, reader) and len(app.error):
            failing.append(f"{page}: {app.error[0].value}")
    assert not failing, "\n".join(failing)


def test_the_analyst_is_sent_all_of_it(store, warm, small):
    """Else to find none of it would say nothing."""
    everything = b"\n".join(warm.values())
    assert len(list(leaks(READERS["nobody's"], everything, small, names_of(store)))) > 4
    assert b"Locality North" in everything


def test_who_is_not_tried_at_once_sees_of_children_what_a_member_does_or_all():
    of_children = {*CONFINED, Act.AGGREGATES}
    assert MAY["analyst"] & of_children == of_children
    for role in ALIKE:
        assert MAY[role] & of_children == MAY["member"] & of_children


@pytest.mark.parametrize("role", READERS)
def test_navigation_lists_what_a_role_can_open(role, monkeypatch):
    reader = READERS[role]
    monkeypatch.setattr(contents.st, "Page", lambda path, **stated: stated | {"path": path})
    sections: Any = contents.pages(reader).values()
    in_sight = {page["title"] for pages in sections for page in pages if page["visibility"] == "visible"}
    can_open = {contents.title_of(name) for name in contents.scripts() if contents.may_open(name, reader)}
    assert in_sight == can_open - {contents.title_of(contents.INDICATOR)}
    for name in contents.scripts():
        if not contents.may_open(name, reader):
            with pytest.raises(Mendable, match=r" may not .* Ask an administrator"):
                contents.must_open(contents.title_of(name), reader)


def test_what_the_file_of_roles_says_holds_from_the_next_click_on(store, tmp_path, monkeypatch):  # noqa: ARG001
    from data.identity import account_here

    roles = tmp_path / "roles.toml"
    entry = f'[account.{account_here()}]\nauthorities = ["*"]\nroles = ["%s"]\n'
    monkeypatch.setenv("SLAC_ROLES", str(roles))
    roles.write_text(entry % "analyst", encoding="utf-8")
    read_as(who_reads, WHO_READS)
    try:
        _click_by_click(roles, entry)
    finally:
        read_as(WHO_READS, who_reads)


def _click_by_click(roles: Path, entry: str) -> None:
    app = open_app("drift", authority=OURS)
    assert not app.error, app.error[0].value
    for text, why in (
        (entry % "member", "may not see lists of children"),
        (entry % "administrator", "may not see lists of children"),
        ("[account.other]\n" + entry.partition("\n")[2] % "analyst", "has no role here"),
        (entry % "analist", 'names the role "analist"'),
        (entry % "analyst" + "x", "is not right"),
    ):
        roles.write_text(text, encoding="utf-8")
        app.run()
        assert why in app.error[0].value
        assert "Kaplan" not in said(app)
    roles.unlink()
    app.run()
    assert "cannot be read" in app.error[0].value
