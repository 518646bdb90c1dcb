"""The region's page."""
