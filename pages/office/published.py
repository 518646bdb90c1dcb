"""As published."""

from pages.kit.benchmarking.as_published import as_published
from pages.kit.frame.choices import chosen_if_any

choices = chosen_if_any()
as_published(choices.authority if choices else None)
