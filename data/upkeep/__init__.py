"""Looking after a store: backups, made and put back, and what a doctor sees."""
