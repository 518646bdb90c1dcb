"""Before and after an event in words: what is found, how sure that is, and what must be known to read it rightly."""

from indicators.engine.reach import SCHOOL_YEAR
from indicators.studies.before_and_after import (
    BY_LISTS,
    LEAST_AFTER,
    LEAST_BEFORE,
    NOT_WITHIN,
    TOO_FEW_AFTER,
    TOO_FEW_BEFORE,
    TOO_MUCH_ALIKE,
    Effect,
    Side,
    reach_of,
)
from indicators.variation.judgement import CONCERN, IMPROVEMENT, NEUTRAL, YEAR
from pages.words import wording

NO_CAUSE = (
    "This cannot show by itself what caused it: there is no group beside it to which nothing happened. Where something "
    "is done because a figure stood unusually high or low, it comes back some way by itself."
)
ALREADY = {
    way: f"It was changing before, {how}. Some of that may have gone on, or come back, by itself."
    for way, how in (
        (IMPROVEMENT, "for the better"),
        (CONCERN, "for the worse"),
        (NEUTRAL, "neither for better nor for worse"),
    )
}
OTHER_TEAMS = (
    "What reached every team alike is taken out, since the team is set beside all others. It still cannot show by "
    "itself what caused it: the others were not chosen by lot, may differ in much else, and may have been reached, too."
)
WHY_NONE = {
    BY_LISTS: "How far chance goes is told by lists of children, which you may not see. Ask an administrator.",
    NOT_WITHIN: "The event lies before the first month published, or after the month chosen.",
    TOO_FEW_BEFORE: f"There are too few months before to compare with: {LEAST_BEFORE} are needed, or a school year.",
    TOO_FEW_AFTER: f"There are too few months after: {LEAST_AFTER} are needed that count no day before it, "
    "or a school year.",
    TOO_MUCH_ALIKE: "Months are too much alike to tell: nearly all that is counted in one is counted in the next.",
}


def sides(effect: Effect) -> list[str]:
    """Write both sides, one line each: 43.8% before: 24 months, January 2024 to December 2025."""
    named_sides = (("before", effect.before), ("after", effect.after))
    return [f"{_mean(effect, side)} {name}: {_months(side)}" for name, side in named_sides if side is not None]


def finding(effect: Effect) -> str:
    """Say how far the months after lie from those before, and whether that is more than chance."""
    if effect.difference is None:
        return WHY_NONE[effect.why_none]
    beside = ", beside the other teams" if effect.team else ""
    moved = f"{_apart(effect, effect.difference)} after than before{beside}"
    if effect.low is None or effect.high is None:
        return f"{moved}. {WHY_NONE[effect.why_none]}"
    between = f"with 95% confidence between {_apart(effect, effect.low)} and {_apart(effect, effect.high)}"
    sure = "This is more than chance makes." if effect.is_more_than_chance else "This may be chance."
    return f"{moved}, {between}. {sure}"


def caveats(effect: Effect) -> list[str]:
    """Say what must be known to read it rightly."""
    sentences = [OTHER_TEAMS if effect.team else NO_CAUSE]
    if effect.difference is not None:
        sentences += [ALREADY.get(effect.changing_before, ""), _left_out(effect), _carried(effect), _seasons(effect)]
    titles = [f"{wording.plain(event.title)} ({wording.day(event.day)})" for event in effect.alongside]
    sentences.append(
        f"Also on record from half a year before: {wording.listed(titles)}."
        if titles
        else "Nothing else is on record from half a year before, which does not mean that nothing else happened."
    )
    return [sentence for sentence in sentences if sentence]


def distances(effect: Effect) -> list[dict[str, str]]:
    """Return how far a team lay from all others, month by month, as rows of words, newest first."""
    named_sides = [
        (side, name) for side, name in ((effect.before, "Before"), (effect.after, "After")) if side is not None
    ]
    rows = [
        {
            "Month": wording.month(figure.month),
            "Beside the other teams": _apart(effect, figure.value or 0.0),
            "Before or after": name,
        }
        for side, name in named_sides
        for figure in side.figures
    ]
    return rows[::-1]


def _left_out(effect: Effect) -> str:
    """Say which months stand on neither side."""
    if not effect.left_out:
        return ""
    first = wording.month(effect.event.day)
    many = wording.counted(effect.left_out, "months")
    stand = "stands" if effect.left_out == 1 else "stand"
    sentence = f"{many} from {first} on {stand} on neither side: each counts days before the event, too."
    if (reach := reach_of(effect.indicator)) <= YEAR:
        return sentence
    return f"{sentence} It looks back {reach} months, so some of what is counted after lies before still."


def _carried(effect: Effect) -> str:
    """Say how much wider the interval is because months are not apart."""
    if SCHOOL_YEAR in effect.indicator.reaches:
        return "Two school years at the same month; how far chance goes is told by how children differ from each other."
    if not effect.carries:
        return ""
    share = wording.number(effect.carries * 100)
    allowed = "" if effect.low is None else ", and the interval allows for it"
    return f"About {share}% of a month is carried over to the next{allowed}."


def _seasons(effect: Effect) -> str:
    """Say how far the same months of the year lie apart."""
    if SCHOOL_YEAR in effect.indicator.reaches:
        return ""
    if effect.seasons is None:
        return "Not every month after has its like before, so seasons may play a part."
    return f"Against the same months of the year before it: {_apart(effect, effect.seasons)}."


def _mean(effect: Effect, side: Side) -> str:
    """Write the mean of a side, or how far the team lies from the others there."""
    if effect.team:
        return f"{_apart(effect, side.mean)} than in the other teams"
    decimals = 1 if effect.indicator.unit == "count" else wording.DECIMALS[effect.indicator.unit]
    return f"{wording.number(side.mean, decimals)}{wording.ENDINGS.get(effect.indicator.unit, '')}"


def _months(side: Side) -> str:
    """Write the months of a side: 24 months, January 2024 to December 2025."""
    first, last = side.figures[0].month, side.figures[-1].month
    if first == last:
        return f"{wording.month(first)}, the school year to date"
    return f"{wording.counted(len(side.figures), 'months')}, {wording.month(first)} to {wording.month(last)}"


def _apart(effect: Effect, difference: float) -> str:
    """Write how far two means lie apart: 26.1 points more."""
    shown = wording.number(abs(difference), 1)
    points = {"percent": " points", "rate": " per 10,000"}.get(effect.indicator.unit, "")
    return f"{shown}{points} {'more' if difference > 0 else 'less'}"
