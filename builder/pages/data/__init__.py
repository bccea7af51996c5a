"""Summaries → files for other programs."""
