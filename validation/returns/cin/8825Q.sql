/*
at       = ["cin_details.reason"]
name     = "without_an_assessment"
reads    = ["assessments.child"]
sentence = "{reason} says that the case was closed after an assessment, and there is none. Add it, correct the reason, or say why."
*/
select cin_details.origin as row, reason
from cin_details
left join assessments on assessments.child = cin_details.child and assessments.case_number = cin_details.case_number
where reason in ('RC8', 'RC9') and assessments.child is null
