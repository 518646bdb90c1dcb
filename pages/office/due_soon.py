"""Due soon."""

from pages.kit.frame.choices import chosen
from pages.kit.month.due_soon import due_soon

due_soon(chosen())
