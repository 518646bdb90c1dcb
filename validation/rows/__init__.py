"""Rows: judged by great-expectations one by one, and by SQL across rows and extracts."""
