"""Action plan."""

from pages.kit.frame.choices import chosen
from pages.kit.month.action_plan import action_plan

action_plan(chosen())
