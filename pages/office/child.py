"""One child."""

from pages.kit.child import one_child
from pages.kit.choices import chosen

one_child(chosen())
