"""Beside others, on a page: comparisons, funnels, published years and peers."""
