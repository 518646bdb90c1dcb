"""One child."""

from pages.kit.child import one_child
from pages.kit.frame.choices import chosen

one_child(chosen())
