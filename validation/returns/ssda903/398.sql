/*
at       = ["episodes.pl_post"]
name     = "short_break"
reads    = ["episodes.ls", "episodes.home_post"]
sentence = "a postcode is given, and distance is not asked of a short break ({ls}). Take the postcodes out, or correct the legal status."
*/
select origin as row, ls
from episodes
where short_break(ls)
    and coalesce(home_post, pl_post) is not null
