"""Action plan."""

from pages.kit.actions import action_plan
from pages.kit.choices import chosen

action_plan(chosen())
