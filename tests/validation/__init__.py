"""What the room `validation` promises."""
