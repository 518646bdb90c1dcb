"""What lies behind."""

from pages.kit import frame, words
from pages.kit.behind import what_lies_behind
from pages.kit.choices import chosen

now = chosen()
if now is None:
    frame.nothing_published("What lies behind")
else:
    frame.masthead("What lies behind", now.place, words.month(now.month), now.later)
    what_lies_behind(now)
