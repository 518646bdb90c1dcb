"""The action plan: what it answers, what was recommended, what was agreed upon it, and the figures that should move."""
