"""What pages are made of: choices, cached figures, words, charts, and the shape of a page."""
