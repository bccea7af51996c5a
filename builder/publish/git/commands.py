"""Git's own commands, run in a repository of ours; what git refuses is told in a sentence."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from builder.publish.storage import StorageError

_ASK_ENVIRONMENT = (
    '!f() { test "$1" = get || exit 0; '
    'test -z "$OUTREACH_GIT_USER" || printf \'username=%s\\n\' "$OUTREACH_GIT_USER"; '
    "printf 'password=%s\\n' \"$OUTREACH_GIT_PASSWORD\"; }; f"
)
"""A credential helper (gitcredentials(7)): the password stands in no command line and no file."""

_SSH = "ssh -o ConnectTimeout=15 -o ServerAliveInterval=15 -o ServerAliveCountMax=4"
_TOKEN_USER = "token"  # noqa: S105  # a name: hosts look at the token alone
_STALLED = ("-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=60")
_SHOWN = 300
_BY_SSH = re.compile(r"^ssh: |Permission denied|^Host key verification failed")
"""Why the way to a server is closed; git itself then only says that it is."""


@dataclass(frozen=True, slots=True)
class Git:
    """Git, working in one bare repository of this machine."""

    program: str
    folder: Path
    environment: Mapping[str, str]
    options: tuple[str, ...] = _STALLED

    def ask(self, *words: str) -> str:
        """What a command prints; StorageError `git-failed` says what git said."""
        return self.ask_bytes(*words).decode("utf-8", "replace").strip()

    def ask_bytes(self, *words: str) -> bytes:
        """What a command prints, to the byte."""
        done = subprocess.run(
            self._command(words),
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise _failed(done.stderr)
        return done.stdout

    def find(self, *words: str) -> bytes | None:
        """What a command prints; None where git has no such thing."""
        try:
            return self.ask_bytes(*words)
        except StorageError:
            return None

    def feed(self, chunks: Iterable[bytes], *words: str) -> None:
        """Run a command that reads; it is ended, and nothing done, where the chunks break off."""
        with tempfile.TemporaryFile() as told:
            process = subprocess.Popen(
                self._command(words),
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=told,
            )
            try:
                _pour(chunks, process)
            except BaseException:
                process.kill()
                process.wait()
                raise
            if process.wait():
                told.seek(0)
                raise _failed(told.read())

    def _command(self, words: Iterable[str]) -> list[str]:
        """A whole command line."""
        return [self.program, f"--git-dir={self.folder}", *self.options, *words]


def prepare_git(folder: Path, address: str, secret: str | None) -> Git:
    """Git with a repository in `folder`, which may be deleted at any time."""
    program = shutil.which("git")
    if program is None:
        raise StorageError("git-missing")
    environment = os.environ | {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    options = list(_STALLED)
    if secret is not None and urlsplit(address).scheme in {"http", "https"}:
        user = "" if urlsplit(address).username else _TOKEN_USER
        environment |= {"OUTREACH_GIT_USER": user, "OUTREACH_GIT_PASSWORD": secret}
        options += ["-c", "credential.helper=", "-c", f"credential.helper={_ASK_ENVIRONMENT}"]
    git = Git(program, folder, environment, tuple(options))
    if not (folder / "HEAD").is_file():
        folder.parent.mkdir(parents=True, exist_ok=True)
        git.ask("init", "--quiet", "--bare", str(folder))
    return Git(program, folder, environment | _find_manners(git), tuple(options))


def _find_manners(git: Git) -> dict[str, str]:
    """What git needs to know and its user has not set: who commits, and how ssh waits."""
    manners = {}
    if git.find("config", "--get", "user.email") is None:
        for role in ("AUTHOR", "COMMITTER"):
            manners[f"GIT_{role}_NAME"] = "school-outreach"
            manners[f"GIT_{role}_EMAIL"] = "school-outreach@localhost"
    is_set = "GIT_SSH_COMMAND" in git.environment or git.find("config", "core.sshCommand")
    if not is_set:
        asks = sys.stdin is not None and sys.stdin.isatty()
        manners["GIT_SSH_COMMAND"] = _SSH if asks else f"{_SSH} -o BatchMode=yes"
    return manners


def _pour(chunks: Iterable[bytes], process: subprocess.Popen[bytes]) -> None:
    """Give a process all chunks; one that stopped reading says why by its status."""
    if process.stdin is None:
        raise AssertionError("a process that is fed has an input")
    try:
        with process.stdin as stream:
            for chunk in chunks:
                stream.write(chunk)
    except BrokenPipeError:
        return


def _failed(told: bytes) -> StorageError:
    """What git said, in its last words that mean something."""
    lines = [line.strip() for line in told.decode("utf-8", "replace").splitlines() if line.strip()]
    by_ssh = [line for line in lines if _BY_SSH.search(line)]
    fatal = by_ssh or [line for line in lines if line.startswith(("fatal:", "error:", "!"))]
    return StorageError("git-failed", reason=(fatal or lines or ["?"])[0][:_SHOWN].rstrip(". "))
