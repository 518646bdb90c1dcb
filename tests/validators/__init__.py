"""Ours beside the sector's own validator of the SSDA903 return: laid the same rows, compared rule by rule."""
