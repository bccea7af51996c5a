"""Adapters to whatever renders the site; the only code that knows an engine."""
