"""Columns that many extracts share, declared once."""

from data.extract import Text

CHILD_ID = Text(
    meaning="The child's identifier, as in the children extract",
    required=True,
    pattern="[A-Za-z0-9-]{1,20}",
    longest=20,
    aliases=("child", "child unique id", "lachildid"),
)
