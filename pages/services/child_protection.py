"""Safeguarding (child protection)."""

from pages.kit.service import service_page

service_page("child_protection", first=("children_on_a_plan", "children_on_a_plan_rate"))
