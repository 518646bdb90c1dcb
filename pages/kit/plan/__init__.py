"""The action plan on its page: what is overdue first, what inspection said, every change, and the ways in and out."""
