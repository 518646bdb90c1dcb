"""The ledger: what was published, tried, explained and withdrawn, by whom and when; nothing in it is overwritten."""
