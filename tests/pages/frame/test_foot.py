"""Each page says in one line what it keeps from its reader, and whom to ask."""

from data.access import LOCAL_USER, Reader
from pages.kit.frame.banner import what_is_kept


def line(role: str, services: tuple[str, ...] = ("*",), teams: tuple[str, ...] = ("*",)) -> str:
    return what_is_kept(Reader("somebody", (role,), ("*",), services, teams))


def test_a_reader_is_told_what_is_kept_from_them_and_whom_to_ask():
    assert what_is_kept(LOCAL_USER) == ""
    assert line("member") == (
        "Kept from you: figures of few children, small figures of teams, lists of children and rows of extracts. Ask "
        "an administrator for access."
    )
    assert line("team_manager", teams=("North", "South")) == (
        "Kept from you: rows of extracts. You see figures of few children, small figures of teams and lists of "
        "children of North and South alone. Ask an administrator for access."
    )
    assert "of leaving care alone" in line("senior_manager", ("leaving_care",))
    assert "of workforce alone" in line("benchmarker")
    assert line("administrator").startswith("Every figure is kept from you.")
