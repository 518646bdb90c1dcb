"""The month on one page to print."""
