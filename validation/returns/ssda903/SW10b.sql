/*
at       = ["sw_episodes.sw_reason"]
name     = "first_contact_too_soon"
reads    = ["sw_episodes.sw_dec", "sw_episodes.sw_decom"]
since    = 2025-04-01
sentence = "FCONTA, first contact, yet another worker's time went to {end_before}, and this one's began on {sw_decom_day}. Correct the reason, or a date."
*/
select origin as row, end_before, sw_decom_day
from workers
where sw_reason = 'FCONTA'
    and sw_decom_day <= end_before
