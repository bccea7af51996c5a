"""The command `outreach`: reads arguments, calls a workflow, speaks the problems, chooses the exit status."""
