"""The one door to the file system: whole files or none, whole folders or none."""
