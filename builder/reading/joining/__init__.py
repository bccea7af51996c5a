"""Posts and what stands around them → the library, its activities among it."""
