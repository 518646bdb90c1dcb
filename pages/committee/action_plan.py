"""Action plan."""

from pages.kit.frame.choices import chosen
from pages.kit.plan.board import action_plan

action_plan(chosen())
