"""What officers keep, on a page: targets, events and what came of them."""
