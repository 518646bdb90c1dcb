-- The words that returns are mapped with, beside `month_end()`.

-- Which rows of the lists a row is made of; the first is where a person would look.
create macro made_of(one, two := null, three := null) as list_filter([one, two, three], lambda row: row is not null);

-- The first half of a postcode, of one that is whole or goes as far as its sector. What is none stays, to be found wrong.
create macro postcode_district(postcode) as
    case
        when regexp_full_match(upper(trim(postcode)), '[A-Z]{1,2}[0-9][0-9A-Z]?( *[0-9][A-Z]{2}| +[0-9])')
            then regexp_replace(upper(trim(postcode)), ' *[0-9][A-Z]{2}$| +[0-9]$', '')
        else postcode
    end;

-- A thing that has no identifier is known by the child and the day.
create macro named_after(child, day) as child || '-' || day;

-- Of days as they are written, the one that is latest; one that cannot be read comes first, to be found wrong.
create macro latest_of(one, one_day, two, two_day) as
    case
        when one is not null and one_day is null then one
        when two is not null and two_day is null then two
        when two_day is null or one_day >= two_day then one
        else two
    end;

-- What tells a second thing of one child and day from the first, which is named after them alone.
create macro again(turn) as case when turn > 1 then '-' || turn else '' end;
