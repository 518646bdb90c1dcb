"""What the room `data` promises."""
