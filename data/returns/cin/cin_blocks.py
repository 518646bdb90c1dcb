"""How the census of children in need is built."""

from data.returns.blocks import Block, Census
from data.returns.collection_years import years_of

CASE = ("LAchildID", "CINdetailsID", "CINreferralDate")
CIN = Census(
    collection="CIN",
    of_return="cin",
    title="census of children in need",
    rows_called="children",
    ends=(3, 31),
    rule="DfE rule 100",
    years=tuple(years_of("cin")),
    blocks={
        "Child": Block("children"),
        "CINdetails": Block("cin_details", "Child", ("LAchildID",), "CINdetailsID"),
        "Assessments": Block("assessments", "CINdetails", CASE),
        "CINPlanDates": Block("cin_plan_dates", "CINdetails", CASE),
        "Section47": Block("section_47", "CINdetails", CASE),
        "ChildProtectionPlans": Block("child_protection_plans", "CINdetails", CASE, "CPPID"),
        "Reviews": Block("reviews", "ChildProtectionPlans", (*CASE, "CPPID", "CPPstartDate")),
        "PreProceedingsandFGDM": Block("pre_proceedings", "CINdetails", CASE, told_if_absent=False, since="2026/27"),
    },
)
