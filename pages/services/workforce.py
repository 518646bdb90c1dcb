"""Workforce."""

from pages.kit.service import service_page

service_page("workforce", first=("average_caseload", "caseload_above_20", "agency_social_workers"))
