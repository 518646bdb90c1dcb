"""The action plan in words, for page, command line, printed sheets and report."""
