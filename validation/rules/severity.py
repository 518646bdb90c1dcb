"""How much a finding matters: it blocks the file, queries what may be true, or only informs."""

BLOCK, QUERY, INFO = "block", "query", "info"
