"""Text of `mkdocs.yml` → the school's settings."""
