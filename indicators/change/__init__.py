"""What moved: since last month, since a figure was first reported, and in the words written about it."""
