"""Actions in words: how far each has come, what shows that it was done, and how many of them ask for a word."""

from collections.abc import Sequence
from datetime import date

from data.annotations.action_plan.items import Action
from data.codes import PROGRESS
from indicators.studies.action_plan import Followed
from pages.words import wording
from pages.words.plan.courses import figure_named, state_of, told

NOT_IN_WORDS = "What is to be done was not said in words"
NO_OWNER = "No owner"
ON_PAPER = "That a figure moved since an action began does not show that the action moved it."


def title(action: Action) -> str:
    """Return what is to be done; of an action of the monthly files, that they did not say it."""
    return action.title or NOT_IN_WORDS


def how_far(action: Action, day: date) -> str:
    """Say how far an action has come by a day: done and when, or overdue by how many days and what was said of it."""
    if action.completed is not None and action.is_done(day):
        return f"Done {wording.day(action.completed)}" + (", late" if action.completed > action.due else "")
    words = PROGRESS.meanings.get(action.progress, action.progress)
    if action.completed is not None:
        words = f"Done since, {wording.day(action.completed)}"
    if not action.overdue(day):
        return words
    days = (day - action.due).days
    return f"Overdue by {wording.counted(days, 'days')}: {words.lower()}" if days else f"Due today: {words.lower()}"


def evidence(action: Action) -> str:
    """Return what shows that an action was done, or that nothing does."""
    return action.evidence or ("None" if action.evidence == "" else "Nothing said")


def in_a_sentence(actions: Sequence[Followed]) -> str:
    """Say how many actions are not done and overdue, and how many are done and nothing shows it."""
    undone = [action for action in actions if not action.is_done]
    late, bare = sum(action.overdue for action in undone), sum(action.unevidenced for action in actions)
    done = len(actions) - len(undone)
    if not undone:
        first = f"All {wording.counted(done, 'actions')} are done."
    else:
        overdue = f"{late or 'none'} {'is' if late <= 1 else 'are'} overdue"
        are = "is" if len(undone) == 1 else "are"
        first = f"Of {wording.counted(len(undone), 'actions')} that {are} not done, {overdue}."
    if not bare:
        return f"{first} Each that is done has its evidence." if done else first
    return f"{first} {wording.counted(bare, 'actions')} {'is' if bare == 1 else 'are'} done without evidence."


def notes(each: Followed, recommended: str) -> list[str]:
    """Say all there is to an action: what it answers, whose it is, when, what shows it, and each of its figures."""
    action = each.action
    people = f"Owner: {action.owner or NO_OWNER}." + (f" Partner: {action.partner}." if action.partner else "")
    when = f"Agreed {wording.day(action.agreed)}, due {wording.day(action.due)}. {how_far(action, each.day)}."
    proof = f"Evidence: {evidence(action)}." if each.is_done or action.evidence else ""
    answers = f"Answers {action.recommendation}" + (f": {recommended}" if recommended else "")
    figures = [told(course) for course in each.courses] or ["No figure was named that should move."]
    return [line for line in (f"{answers.rstrip('.')}.", people, when, proof, *figures) if line]


def row(each: Followed, recommended: str = "") -> dict[str, str]:
    """Return an action as a row of words, as it is taken away and printed."""
    action = each.action
    return {
        "Action": action.action,
        "Recommendation": f"{action.recommendation} {recommended}".strip(),
        "What is to be done": title(action),
        "Owner": action.owner or NO_OWNER,
        "Partner": action.partner or wording.NONE,
        "Team": action.team or wording.NONE,
        "Agreed": wording.day(action.agreed),
        "Due": wording.day(action.due),
        "How far": how_far(action, each.day),
        "Evidence": evidence(action),
        "Figures": "; ".join(map(figure_named, each.courses)) or wording.NONE,
        "Since it began": state_of(each.outcome).word,
    }
