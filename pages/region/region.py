"""The region."""

from pages.kit.frame.choices import chosen
from pages.kit.region.region import region

region(chosen())
