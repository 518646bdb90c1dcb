/*
at       = ["episodes.rne"]
name     = "care_had_ended"
reads    = ["episodes.rec"]
sentence = "care had ended ({rec_before}) when the episode of {decom_day} began, yet {rne} says that it goes on. Give S, or correct why the episode before ended."
*/
select origin as row, rec_before, decom_day, coalesce(rne, 'a blank') as rne
from chain
where rne is distinct from 'S'
    and rec_before in (
        'E2', 'E3', 'E4A', 'E4B', 'E5', 'E6', 'E7', 'E8', 'E9', 'E11', 'E12', 'E13', 'E14', 'E15', 'E16', 'E17', 'E41',
        'E43', 'E44', 'E45', 'E46', 'E47', 'E48'
    )
