-- What several rules ask of the lists of a census. It is judged by the year in which its month end lies.

create macro year_begins() as make_date(year(month_end()) - case when month(month_end()) < 4 then 1 else 0 end, 4, 1);
create macro year_ends() as make_date(year(year_begins()) + 1, 3, 31);
create macro in_year(day) as day between year_begins() and year_ends();

-- Two spans share a day; one that has no end goes on.
create macro overlap(start, until, other_start, other_until) as
    start < coalesce(other_until, date '9999-12-31') and other_start < coalesce(until, date '9999-12-31');

-- What stands in a text with commas, one by one.
create macro parts(texts) as list_transform(string_split(texts, ','), lambda part: upper(trim(part)));

-- All that hangs on a case, with the days on which it was active.
create table active as
select child, case_number, start_day as day, 'an assessment' as what from assessments
union all
select child, case_number, authorised_day, 'an assessment' from assessments
union all
select child, case_number, start_day, 'a section 47 enquiry' from section_47
union all
select child, case_number, conference_day, 'a conference' from section_47
union all
select child, case_number, start_day, 'a child in need plan' from cin_plan_dates
union all
select child, case_number, end_day, 'a child in need plan' from cin_plan_dates
union all
select child, case_number, start_day, 'a child protection plan' from child_protection_plans
union all
select child, case_number, end_day, 'a child protection plan' from child_protection_plans;
