"""Alerts."""

from pages.kit.frame.choices import chosen
from pages.kit.month.alerts import what_calls_for_attention

what_calls_for_attention(chosen())
