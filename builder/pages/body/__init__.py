"""Markdown of a text → sanitised HTML, the same for every engine."""
