/*
at       = ["section_47.start"]
name     = "without_an_assessment"
reads    = ["assessments.child"]
sentence = "there is an enquiry in the case and no assessment. Add it, or say why there is none."
*/
select section_47.origin as row
from section_47
left join assessments on assessments.child = section_47.child and assessments.case_number = section_47.case_number
where assessments.child is null
