"""One indicator on a page: headline, trend, groups, comments, definition, and what stands beside it."""
