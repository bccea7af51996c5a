"""Text of a source file → typed records; all problems at once, each with its line."""
