"""What changed since last month in sentences, each true of the rows: what started and ended, and how far a figure lies.

Nothing is said to rise or fall: that is for the trend to say, and only where it is more than chance.
"""

from collections.abc import Sequence

from data.access import Reader
from indicators.change.bridge import TEAM, Bridge, bridges
from indicators.change.entries_and_exits import COUNTED_NOW, NO_LONGER
from indicators.change.what_changed import Changed
from indicators.engine.rounding import half_up
from indicators.figures.disclosure import as_seen_by, may_be_told
from pages.words import wording

COLUMNS = {
    "opening": "At the end of {before}",
    "put_in_later": "Put in later",
    "taken_out": "Taken out",
    "started": "Started",
    "ended": "Ended",
    "moved_in": "Moved in",
    "moved_out": "Moved out",
    "closing": "At the end of {now}",
}
WORTH_TELLING = 0.25
"""From this share of what lies within teams on, it is said how much lies in their sizes."""
SELDOM = ("put_in_later", "taken_out", "moved_in", "moved_out")
"""Columns of a bridge that are shown where there is something in them."""


def sentence(changed: Changed, reader: Reader) -> str:
    """Say what became of an indicator, as a reader may read it; nothing where that would tell of somebody."""
    if None in [figure.value for figure in as_seen_by(reader, [changed.before, changed.now])]:
        return ""
    words = _of_a_stock(changed, reader) if changed.since else _of_a_share(changed, reader)
    return f"{changed.indicator.title}: {words}."


def _of_a_stock(changed: Changed, reader: Reader) -> str:
    """Say how one month's number led to the next one's."""
    assert changed.since is not None
    whole = changed.since.whole
    opening, closing = (f"{wording.number(many)} at the end of {when}" for many, when in _ends(changed, whole))
    stayed = whole.opening - whole.ended - whole.taken_out
    flows = (whole.started, whole.ended, whole.put_in_later, whole.taken_out, stayed)
    if not reader.sees_small_numbers:
        return f"{opening}, {_flows(whole)}, {closing}" if may_be_told(*flows) else f"{opening} and {closing}"
    return "; ".join(
        text
        for text in (
            f"{opening}, {_flows(whole)}, {closing}",
            _together(changed),
            _most(bridges(changed.since.courses, TEAM)),
        )
        if text
    )


def _ends(changed: Changed, whole: Bridge) -> tuple[tuple[int, str], tuple[int, str]]:
    """Return the opening and the closing number, each with the name of its month."""
    return (whole.opening, f"{changed.before.month:%B}"), (whole.closing, f"{changed.now.month:%B}")


def _flows(whole: Bridge) -> str:
    """Say how many started and ended, and what was mended in the records afterwards."""
    parts = [f"{wording.number(whole.started)} started", f"{wording.number(whole.ended)} ended"]
    if whole.put_in_later:
        parts.append(f"{wording.number(whole.put_in_later)} put in later")
    if whole.taken_out:
        parts.append(f"{wording.number(whole.taken_out)} taken out")
    return wording.listed(parts)


def _together(changed: Changed) -> str:
    """Say how many of those who started are brothers and sisters; nothing where none are."""
    children, of_families = changed.together
    if not of_families:
        return ""
    families = f"{of_families} {'family' if of_families == 1 else 'families'}"
    return f"{children} of those who started are brothers and sisters of {families}"


def _most(teams: Sequence[Bridge]) -> str:
    """Say in which team most came and went; nothing where there is one team, or where two share it."""
    busy = sorted(teams, key=lambda team: -(team.started + team.ended))
    if len(busy) < 2 or busy[0].started + busy[0].ended == busy[1].started + busy[1].ended:
        return ""
    first = busy[0]
    return f"more in {first.group} than in any other team: {first.started} started and {first.ended} ended"


def _of_a_share(changed: Changed, reader: Reader) -> str:
    """Say where a figure stands, how far from the month before, and who is counted that was not."""
    figure = changed.now
    made_of = wording.made_of(changed.indicator, figure)
    sentence = f"{wording.value(figure.unit, figure.value)} in {figure.month:%B}" + (f" ({made_of})" if made_of else "")
    sentence = f"{sentence}, {wording.within(wording.change(figure, changed.before))}"
    came, went = changed.how_many(COUNTED_NOW), changed.how_many(NO_LONGER)
    counted = f"{came or 'none'} newly counted, {went or 'none'} no longer counted"
    if not reader.sees_small_numbers:
        stayed = (figure.numerator or 0.0) - came
        return f"{sentence}; {counted}" if changed.who and may_be_told(came, went, stayed) else sentence
    return "; ".join(part for part in (sentence, counted if changed.who else "", _split(changed)) if part)


def _split(changed: Changed) -> str:
    """Say how much of a change lies within teams and how much in their sizes; nothing where that is too little."""
    parts = changed.parts
    decimals = wording.DECIMALS.get(changed.now.unit, 1)
    if parts is None or not half_up(parts.mix, decimals) or abs(parts.mix) < WORTH_TELLING * abs(parts.rate):
        return ""
    within, size = (_apart(share, changed.now.unit, decimals) for share in (parts.rate, parts.mix))
    return f"within teams {within}, and {size} since teams changed in size"


def _apart(change: float, unit: str, decimals: int) -> str:
    """Write a part of a change: 2.4 points less."""
    apart = half_up(change, decimals)
    if not apart:
        return "the same"
    points = {"percent": " point" if abs(apart) == 1 else " points"}.get(unit, "")
    return f"{abs(apart):,}{points} {'more' if apart > 0 else 'less'}"


def bridge_table(changed: Changed, by: str, named: str) -> list[dict[str, str]]:
    """Return how each group's number came about, as rows of words; the whole stands last."""
    assert changed.since is not None
    groups = bridges(changed.since.courses, by)
    shown = [name for name in COLUMNS if name not in SELDOM or any(getattr(group, name) for group in groups)]
    month = {"before": f"{changed.before.month:%B}", "now": f"{changed.now.month:%B}"}
    rows = []
    for group in [*groups, changed.since.whole]:
        numbers = {COLUMNS[name].format(**month): wording.number(getattr(group, name)) for name in shown}
        rows.append({named: wording.plain(group.group) if group.group else "**All**"} | numbers)
    return rows
