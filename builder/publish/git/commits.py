"""Changes of files → a commit, streamed into git (git-fast-import(1))."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from builder.publish.git.commands import Git
from builder.publish.storage import Content

_MADE = "refs/outreach/made"
"""Where a new commit stands until its name is known."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a commit changes in the files below it."""

    message: str
    sent: Iterable[tuple[str, Content]] = ()
    """Paths with bytes that git has not seen; as many as there are, one after the other."""

    known: Mapping[str, str] = field(default_factory=dict)
    """Path → name of the blob that git has."""

    removed: Iterable[str] = ()


def write_commit(git: Git, changes: Changes, *, on: str | None, keeps_history: bool) -> str:
    """Name of a new commit over the files of `on`; without history it has no commit before it."""
    base = ""
    if on is not None and keeps_history:
        base = f"from {on}\n"
    elif on is not None:
        tree = git.ask("rev-parse", f"{on}^{{tree}}")
        base = f'M 040000 {tree} ""\n'
    who = git.ask("var", "GIT_COMMITTER_IDENT")
    git.find("update-ref", "-d", _MADE)
    git.feed(_stream(changes, who, base), "fast-import", "--quiet", "--force")
    made = git.ask("rev-parse", _MADE)
    git.ask("update-ref", "-d", _MADE)
    return made


def _stream(changes: Changes, who: str, base: str) -> Iterator[bytes]:
    """Blobs, then the commit that gives them their paths."""
    paths = []
    for number, (path, content) in enumerate(changes.sent, start=1):
        paths.append(path)
        yield f"blob\nmark :{number}\ndata {content.size_bytes}\n".encode()
        yield from content.read_chunks()
        yield b"\n"
    message = changes.message.encode()
    yield f"commit {_MADE}\ncommitter {who}\ndata {len(message)}\n".encode() + message + b"\n"
    yield base.encode()
    for path in changes.removed:
        yield f"D {_quote(path)}\n".encode()
    for path, blob in changes.known.items():
        yield f"M 100644 {blob} {_quote(path)}\n".encode()
    for number, path in enumerate(paths, start=1):
        yield f"M 100644 :{number} {_quote(path)}\n".encode()


def _quote(path: str) -> str:
    """A path as fast-import reads it whatever signs it has."""
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
