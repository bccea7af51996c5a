"""Paths of a storage → paths of a server."""

from __future__ import annotations

from dataclasses import replace

from builder.publish.storage import Keep, Link, Move, Prune, Remove, Send, Step


def join_path(folder: str, path: str) -> str:
    """A path below a folder; `.` is the login's own folder."""
    if not folder or not path:
        return folder or path or "."
    return f"{folder.rstrip('/')}/{path}"


def at_folder(step: Step, folder: str) -> Step:
    """The step with its paths from where the folder's own path begins."""
    match step:
        case Send(_, path) | Remove(path) | Link(path):
            return replace(step, path=join_path(folder, path))
        case Keep(path, kept):
            return Keep(join_path(folder, path), join_path(folder, kept))
        case Move(source, path):
            return Move(join_path(folder, source), join_path(folder, path))
        case Prune(below):
            return Prune(join_path(folder, below))


def path_of(step: Step) -> str:
    """Path that a step is about."""
    return step.folder if isinstance(step, Prune) else step.path
