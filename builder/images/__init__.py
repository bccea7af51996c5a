"""A photo → the sizes that the site shows, upright and without metadata."""
