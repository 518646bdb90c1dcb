"""The fault matrix: every known way in which a file or a month goes wrong, made from code, and what must come of it."""
