"""The committee report: its paragraphs, its sections and its files."""
