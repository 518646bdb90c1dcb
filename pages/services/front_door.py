"""Front door."""

from pages.kit.indicator.service import service_page

service_page(
    "front_door",
    first=(
        "contacts_made",
        "contacts_rate",
        "contacts_decided_in_one_working_day",
        "contacts_leading_to_a_referral",
        "repeat_contacts",
        "referrals_made",
        "referrals_rate",
        "re_referrals",
        "children_re_referred",
        "referrals_with_no_further_action",
        "referrals_assessed_and_not_in_need",
    ),
)
