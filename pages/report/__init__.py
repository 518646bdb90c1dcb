"""The committee report: gathered from the store once, and written as Word, PDF or HTML from one document."""
