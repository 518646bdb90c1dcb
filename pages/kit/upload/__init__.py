"""Uploading on a page: files received, findings, what would change, and the publication."""
