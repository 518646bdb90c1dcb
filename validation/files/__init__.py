"""Files: opened, recognised and judged as wholes, before any row."""
