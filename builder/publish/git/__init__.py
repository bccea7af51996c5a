"""A branch of a git repository as a target: hosts of pages show what stands there."""

from builder.publish.git.branch import open_branch

__all__ = ["open_branch"]
