"""Exit statuses (outputs.md, Commands)."""

from __future__ import annotations

DONE, CONTENT_ERRORS, WRONG_COMMAND, NOT_PUBLISHED = 0, 1, 2, 3
