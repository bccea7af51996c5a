"""A period's summary → its page, section by section."""
