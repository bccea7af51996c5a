"""Scalars as written → typed values; every reader says what is wrong and where."""
