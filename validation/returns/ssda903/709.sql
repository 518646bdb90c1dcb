/*
at       = ["dolo.dolo_start", "episodes.place"]
name     = "unexpected_home"
reads    = ["dolo.dolo_start", "dolo.dolo_end", "episodes.decom", "episodes.dec", "episodes.place"]
sentence = "the order from {dolo_start} to {dolo_end} falls into the episode that began on {decom}, in {place}, where a child under such an order is not expected: K2, Z12 and Z13 are. Correct one of the two."
*/
with together as (
    select dolo.origin as ordered, episodes.origin as episode, dolo_start, dolo_end, decom, decom_day, place
    from dolo
    join episodes on episodes.child = dolo.child
    where dolo_start_day <= coalesce(dec_day, dolo_start_day)
        and dolo_end_day >= decom_day
        and place not in ('K2', 'Z12', 'Z13')
),
told as (
    select unnest([ordered, episode]) as row, * exclude (ordered, episode)
    from together
)
select row, dolo_start, dolo_end, decom, place
from told
qualify row_number() over (partition by row order by decom_day, dolo_start, place) = 1
