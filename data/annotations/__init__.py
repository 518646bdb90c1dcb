"""What officers say of the figures: what each is meant to reach, and what happened that its readers must know."""
