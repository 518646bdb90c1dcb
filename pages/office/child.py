"""One child."""

from pages.kit import frame, words
from pages.kit.child import one_child
from pages.kit.choices import chosen

now = chosen()
if now is None:
    frame.nothing_published("One child")
else:
    frame.masthead("One child", now.place, words.month(now.month), now.later)
    one_child(now)
