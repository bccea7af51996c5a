"""`check`: every problem of the content, for people or for programs."""

from __future__ import annotations

from builder.cli.outcomes import find_status, read_asked
from builder.cli.speech import speak_problems, tell, tell_sum
from builder.workflow.check import write_json


def run_check_command(_language: str, *, file_format: str, today: str | None) -> int:
    """Every problem of the content."""
    content = read_asked(today)
    if file_format == "json":
        tell(write_json(content.problems, content.language))
    else:
        for line in speak_problems(content.problems, content.language):
            tell(line)
        tell_sum(content.problems, content.language)
    return find_status(content)
