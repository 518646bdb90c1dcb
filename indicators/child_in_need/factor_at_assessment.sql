/*
title       = "Factor at assessment: {factor}"
numerator   = "Episodes of need of which an assessment found {factor} (factor {code})"
denominator = "Episodes of need with an assessment authorised in the 12 months to month end of which the factors are recorded"
unit        = "percent"
good        = "none"
why         = "What harms children, or holds their parents back, says which help is wanted. More of it may be more harm, or harm that is seen at last."
source      = "DfE, children in need census, factors identified at the end of assessment"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of localities"
review_by   = 2027-04-01
published   = "assessment_factors.{kind}"
looks_back  = { assessments = 12 }
subjects    = "episodes"
adds_up     = ["denominator = factor_at_assessment_neglect.denominator"]
differs     = "DfE counts the year to 31 March; ours is the 12 months to each month end. An episode counts once, however many of its assessments found the factor, and may have several factors. Those of which it is recorded that there was none (21) are in what it is out of; DfE’s file does not say whether they are in its own. An assessment that names no referral counts as an episode of its own."
without     = ["assessments.referral_id"]

[kinds]
domestic_abuse_child = { code = "3A", factor = "domestic abuse of the child" }
domestic_abuse_parent = { code = "3B", factor = "domestic abuse of a parent" }
domestic_abuse_person = { code = "3C", factor = "domestic abuse of another person in the household" }
going_missing = { code = "10A", factor = "going missing" }
child_sexual_exploitation = { code = "11A", factor = "child sexual exploitation" }
trafficking = { code = "12A", factor = "trafficking" }
gangs = { code = "13A", factor = "gangs" }
neglect = { code = "16A", factor = "neglect" }
emotional_abuse = { code = "17A", factor = "emotional abuse" }
physical_abuse_unknown = { code = "18A", factor = "physical abuse, by whom is not known" }
physical_abuse_child_on_child = { code = "18B", factor = "physical abuse, child on child" }
physical_abuse_adult_on_child = { code = "18C", factor = "physical abuse, adult on child" }
sexual_abuse_unknown = { code = "19A", factor = "sexual abuse, by whom is not known" }
sexual_abuse_child_on_child = { code = "19B", factor = "sexual abuse, child on child" }
sexual_abuse_adult_on_child = { code = "19C", factor = "sexual abuse, adult on child" }
faith_linked_abuse = { code = "23A", factor = "abuse linked to faith or belief" }
child_criminal_exploitation = { code = "24A", factor = "child criminal exploitation" }
*/
select
    assessed_for_factors.assessment_id as subject,
    assessed_for_factors.child_id,
    assessed_for_factors.team,
    list_contains(assessed_for_factors.factors, '{code}') as numerator,
    true as denominator
from assessed_for_factors(month_end()) as assessed_for_factors
