"""A built site → a place on a server, whole or not at all (outputs.md, Commands)."""
