"""The Standard Safeguarding Dataset (SSD): the tables that one script writes from a case system, each a csv file.

Tables and columns are those of version 1.4.3 of the data model that Data to Insight publishes, with names that earlier
versions gave them. Systems differ, and the differences are read here: one writes codes where another writes words, one
holds outcomes as flags and another as a sentence. SSD_PH stands for what a system cannot give. A table reaches back six
years where nobody has set it otherwise. Names, addresses, pupil and NHS numbers are no columns of any table here.
"""

from data.returns.declaration import Return
from data.returns.ssd.care_tables import CARE_TABLES
from data.returns.ssd.need_tables import NEED_TABLES
from data.returns.ssd.people_tables import PEOPLE_TABLES

RETURN = Return(
    title="Standard Safeguarding Dataset",
    precedence=2,
    lists={**NEED_TABLES, **CARE_TABLES, **PEOPLE_TABLES},
    passed_over={
        "addr_table_id": "ssd_address",
        "ehca_ehcp_assessment_id": "ssd_ehcp_assessment",
        "ehcn_named_plan_id": "ssd_ehcp_named_plan",
        "ehcp_active_ehcp_id": "ssd_ehcp_active_plans",
        "ehcr_ehcp_request_id": "ssd_ehcp_requests",
        "json_payload": "ssd_api_data_staging",
        "lacp_table_id": "ssd_cla_care_plan",
        "link_table_id": "ssd_linked_identifiers",
        "moth_table_id": "ssd_mother",
        "prep_table_id": "ssd_pre_proceedings",
        "s251_table_id": "ssd_s251_finance",
        "send_upn": "ssd_send",
        "senn_table_id": "ssd_sen_need",
        "version_number": "ssd_version_log",
        "voch_table_id": "ssd_voice_of_child",
    },
)
