"""Action plan."""

from pages.kit.actions import action_plan
from pages.kit.frame.choices import chosen

action_plan(chosen())
