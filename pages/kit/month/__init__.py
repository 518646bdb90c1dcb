"""A month on a page: overview, alerts, what falls due, what must never be, and who is behind a figure."""
