"""One child."""

from pages.kit.frame.choices import chosen
from pages.kit.month.one_child import one_child

one_child(chosen())
