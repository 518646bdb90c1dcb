/*
title       = "Workers who say that supervision helps them to reflect"
numerator   = "Workers of these who said that it does"
denominator = "Workers who answered that question in the latest survey of the 12 months to month end"
unit        = "percent"
good        = "high"
why         = "A record can show reflection that nobody felt. The founding report planned to ask the workers themselves."
source      = "Local survey of the founding report; no national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "surveys"
halves      = ["workers who agreed", "workers who answered"]
beside      = ["supervision_survey_answered"]
differs     = "It stays the same from one survey to the next. A survey of which nothing is a year old any more gives no figure."
adds_up     = ["denominator = supervision_survey_answered.numerator"]
*/
with last_survey as (
    select max(survey_date) as survey_date
    from supervision_survey
    where question = 'REFLECT'
        and in_months_to(survey_date, 12, month_end())
)
select
    supervision_survey.survey_date as subject,
    supervision_survey.agreed as numerator,
    supervision_survey.answered as denominator
from supervision_survey
join last_survey on last_survey.survey_date = supervision_survey.survey_date
where supervision_survey.question = 'REFLECT'
    and supervision_survey.answered > 0
