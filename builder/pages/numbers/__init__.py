"""Figures → what a reader sees of them: numbers, tables, charts."""
