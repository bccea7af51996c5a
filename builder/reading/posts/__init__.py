"""Text of a post or of its translation → its record."""
