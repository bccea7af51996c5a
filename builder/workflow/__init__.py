"""The steps of each command in order; the only place where core and disk meet."""
