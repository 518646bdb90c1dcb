"""The region on a page: every authority of the store month by month, as it may be published."""
