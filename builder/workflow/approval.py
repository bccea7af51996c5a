"""`approve`: who approves, and the approval written down."""

from __future__ import annotations

import os
import unicodedata

from builder.disk.writing import write_whole
from builder.model.approval import APPROVALS, CHECKS, Approval
from builder.model.failures import CommandError
from builder.reading.surroundings.approvals import write_approvals
from builder.workflow.candidates import Approver, Candidate, decode_list
from builder.workflow.content import Content

VARIABLE = "OUTREACH_APPROVER"


def find_approver() -> str | None:
    """Name of the approver as the environment states it; None where it doesn't."""
    return tidy_name(os.environ.get(VARIABLE, ""))


def tidy_name(written: str) -> str | None:
    """A name as it is kept; None where nothing is left of it."""
    return " ".join(unicodedata.normalize("NFC", written).split()) or None


def run_approval(content: Content, candidate: Candidate, approver: Approver) -> None:
    """Write an approval with all its ticks: into the list of approvals, then into the post.

    Where the machine stops between the two, the post still waits. CommandError
    where the file is no longer the one that was looked at: nothing is written.
    """
    file = content.project.files[candidate.path]
    if file.read_bytes() != content.project.texts[candidate.path]:
        raise CommandError("approve-changed", path=candidate.path)
    list_file = content.project.folder / APPROVALS
    standing = decode_list(list_file.read_bytes() if list_file.exists() else b"")
    if standing is None:
        raise CommandError("approve-list-unread", path=APPROVALS)
    approved_hash = candidate.post.approved_hash if candidate.post else None
    approval = Approval(candidate.path, approver.name, approver.day, approved_hash or "", CHECKS)
    write_whole(list_file, write_approvals(standing, approval).encode())
    write_whole(file, candidate.data)
