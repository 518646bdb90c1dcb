"""Action plan."""

from pages.kit import frame, words
from pages.kit.actions import action_plan
from pages.kit.choices import chosen

now = chosen()
if now is None:
    frame.nothing_published("Action plan")
else:
    frame.masthead("Action plan", now.place, words.month(now.month), now.later)
    action_plan(now)
