"""Problems and failures → lines for a teacher."""

from __future__ import annotations

import errno
from pathlib import Path

from builder.locale import say, speak_problem
from builder.model.failures import CommandError
from builder.model.problems import Problem

_DISK_CODES = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EACCES: "disk-forbidden",
    errno.EPERM: "disk-forbidden",
    errno.EROFS: "disk-forbidden",
    errno.ENOTDIR: "disk-file-in-the-way",
    errno.EEXIST: "disk-file-in-the-way",
    errno.EISDIR: "disk-folder-in-the-way",
    errno.ENOENT: "disk-missing",
    errno.ENAMETOOLONG: "disk-name-too-long",
    errno.ELOOP: "disk-link",
}


def speak_line(problem: Problem, language: str, *, mark: str = "") -> str:
    """`file:line: message hint`: place first, so that an editor can jump; `mark` comes after it."""
    spoken = speak_problem(problem, language)
    return f"{problem.where.path}:{problem.where.line}: {mark}{spoken.message} {spoken.hint}"


def speak_failure(error: CommandError, language: str) -> str:
    """Why a command cannot go on."""
    return say(error.code, language, **error.blanks)


def speak_disk(error: OSError, language: str) -> str:
    """What the disk refused, with the file or folder it is about."""
    code = _DISK_CODES.get(error.errno or 0, "disk-other")
    if code == "disk-missing" and Path(str(error.filename or "")).is_symlink():
        code = "disk-link"
    return say(code, language, file=str(error.filename or "?"), reason=error.strerror or str(error))
