"""The services that indicators are of: the folders in which these lie, in the order of reading."""

SERVICES = {
    "front_door": "Front door",
    "child_in_need": "Children in need",
    "child_protection": "Child protection",
    "looked_after": "Looked-after children",
    "fostering": "Fostering and kinship",
    "permanence": "Permanence",
    "leaving_care": "Leaving care",
    "education": "Education",
    "health": "Health",
    "workforce": "Workforce",
    "quality": "Quality of practice",
    "early_help": "Early help",
    "participation": "Participation",
}
