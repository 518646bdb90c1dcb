"""Monthly figures that authorities exchange with each other: numerators and denominators, and nothing of 1 to 5."""
