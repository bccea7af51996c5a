"""A Markdown body → the pictures that it shows and what is wrong in it."""
