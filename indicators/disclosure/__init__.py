"""What the public can work out from all that it is told: attacked, and decided once for each publication."""
