"""Bytes of a source file → its text and its front matter, every scalar as written, with places."""
