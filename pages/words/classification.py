"""The one list of classifications: who may read what leaves the dashboard."""

INTERNAL = "Internal. Official – Sensitive: holds small numbers, not for publication"
EXEMPT = "Exempt. Official – Sensitive: for members in private, not for publication"
PUBLIC = "Public. Official: may be published"
CLASSIFICATIONS = (INTERNAL, EXEMPT, PUBLIC)
