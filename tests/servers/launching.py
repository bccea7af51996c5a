"""Servers of this machine, started for a test on a port of their own and stopped by their id."""

from __future__ import annotations

import contextlib
import getpass
import os
import pwd
import random
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

_PLACES = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
_START_SECONDS = 20.0
_STOP_SECONDS = 5.0
_FIRST_PORT = 20_000
_PORTS_EACH = 500


def find_program(name: str, package: str) -> str:
    """Path of a program; where it is missing the test is skipped, and says what to install."""
    found = shutil.which(name, path=_PLACES)
    if found is None:
        pytest.skip(f"{name} is not on this machine (Debian's package {package})")
    return found


def find_user() -> str:
    """Who the servers run as: nobody where we are root, since a school's host is not root either.

    Rights that were taken away would not bind root.
    """
    return "nobody" if os.geteuid() == 0 else getpass.getuser()


@contextlib.contextmanager
def make_ground(prefix: str) -> Iterator[Path]:
    """A folder that the servers' user owns and can reach; it goes with the block."""
    folder = Path(tempfile.mkdtemp(prefix=f"outreach-{prefix}-"))
    folder.chmod(0o755)
    give_to_user(folder)
    try:
        yield folder
    finally:
        for below in folder.rglob("*"):
            if below.is_dir() and not below.is_symlink():
                below.chmod(0o755)
        shutil.rmtree(folder)


def give_to_user(file: Path) -> None:
    """Let the servers' user own a file or folder."""
    if os.geteuid() == 0:
        user = pwd.getpwnam(find_user())
        os.chown(file, user.pw_uid, user.pw_gid)


def pick_port() -> int:
    """A port of the loopback address that nobody listens on.

    It is below those that the system hands to whoever asks for any, and each test
    process has its own: nobody takes it before the server begins.
    """
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    first = _FIRST_PORT + worker * _PORTS_EACH
    for port in random.sample(range(first, first + _PORTS_EACH), _PORTS_EACH):
        with socket.socket() as listener, contextlib.suppress(OSError):
            listener.bind(("127.0.0.1", port))
            return port
    pytest.fail(f"no port from {first} on is free")


@contextlib.contextmanager
def run_server(
    command: Sequence[str],
    log: Path,
    *,
    port: int,
    environment: Mapping[str, str] | None = None,
    most_bytes: int | None = None,
    steps_down: bool = False,
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server that stays in the foreground until the block ends; it answers when it begins.

    `most_bytes` is the largest file that it may write: more is refused as on a full disk.
    `steps_down` says that it gives up the rights of root by itself.
    """
    as_other = os.geteuid() == 0 and not steps_down
    with log.open("ab") as told:
        server = subprocess.Popen(
            [*_limit(most_bytes), *command],
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=told,
            env=None if environment is None else {**os.environ, **environment},
            user=find_user() if as_other else None,
            group=pwd.getpwnam(find_user()).pw_gid if as_other else None,
            extra_groups=[] if as_other else None,
            # Python ignores the signal of a file grown too large; so shall the server.
            restore_signals=most_bytes is None,
        )
    try:
        _wait_for(port, server, log)
        yield server
    finally:
        stop(server)


def stop(server: subprocess.Popen[bytes]) -> None:
    """End a server of ours: asked first, then made."""
    server.terminate()
    try:
        server.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _limit(most_bytes: int | None) -> tuple[str, ...]:
    """What stands before the command so that its files can't grow larger."""
    if most_bytes is None:
        return ()
    return (find_program("prlimit", "util-linux"), f"--fsize={most_bytes}", "--")


def _wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    """Return as soon as somebody answers at the port."""
    deadline = time.monotonic() + _START_SECONDS
    while True:
        with socket.socket() as caller:
            caller.settimeout(1)
            if caller.connect_ex(("127.0.0.1", port)) == 0:
                return
        if server.poll() is not None or time.monotonic() > deadline:
            pytest.fail(f"{server.args!r} did not start:\n{log.read_text(errors='replace')}")
        time.sleep(0.02)
