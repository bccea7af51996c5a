"""A mapping of front matter → its keys by their canonical names, and what stands under them."""
