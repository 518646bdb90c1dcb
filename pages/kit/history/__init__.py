"""History on a page: loads, attempts and the quality of the data."""
