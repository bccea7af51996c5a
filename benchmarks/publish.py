"""How long a publication over SFTP takes, beside OpenSSH's own `sftp` with the same files.

    python benchmarks/publish.py [--files 3000] [--rounds 3]

Whole processes against Debian's OpenSSH server on this machine, the median of some rounds in
turn. Ours also checks each file's sum, keeps a list of what it sent and switches the release.
Exit status 1 where a promise is not kept: the first time takes at most twice the time of
`sftp` with a batch, a publication of nothing new at most a tenth of the first, and memory does
not grow with the number of files but for the list of their names.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from measure import run_timed, run_watched

from tests.servers.ssh import SshServer, run_sshd

MOST_FIRST = 2.0
MOST_UNCHANGED = 0.1
MOST_KB_A_FILE = 2.0
_SIZE_BYTES = 10_000
_FILES_A_FOLDER = 100
_SENDER = str(Path(__file__).with_name("send.py"))


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of each round."""

    login: list[float] = field(default_factory=list)
    """Of OpenSSH's program that sends nothing."""

    sftp: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    unchanged: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Ground:
    """A server, and a user's folder that knows it."""

    server: SshServer
    folder: Path

    def send(self, site: Path, name: str) -> Sequence[str]:
        """Command that publishes a folder with our code."""
        target = {
            "port": self.server.port,
            "user": self.server.user,
            "key": str(self.server.client_key),
            "path": f"{self.server.root}/{name}/site",
        }
        return (sys.executable, _SENDER, str(site), json.dumps(target))

    def log_in(self) -> Sequence[str]:
        """Command that lets OpenSSH's own program log in, and nothing more."""
        return self._run_sftp("login", ["pwd"])

    def put(self, site: Path, name: str) -> Sequence[str]:
        """Command that sends a folder with OpenSSH's own program."""
        return self._run_sftp(name, _list_puts(site, f"{self.server.root}/{name}"))

    def _run_sftp(self, name: str, lines: Iterable[str]) -> Sequence[str]:
        """Command that carries out lines with OpenSSH's own program."""
        batch = self.folder / f"{name}.batch"
        batch.write_text("\n".join(lines), "utf-8")
        settings = {
            "Port": str(self.server.port),
            "IdentityFile": str(self.server.client_key),
            "UserKnownHostsFile": str(self.folder / ".ssh" / "known_hosts"),
        }
        options = [word for key, value in settings.items() for word in ("-o", f"{key}={value}")]
        return ("sftp", "-q", "-b", str(batch), *options, f"{self.server.user}@127.0.0.1")


def main() -> int:
    """Measure, tell, and say by the exit status whether the promises are kept."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--files", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    with make_ground() as ground:
        site = make_site(ground.folder / "site", arguments.files)
        kept = compare_times(ground, site, arguments.rounds)
        kept &= compare_memory(ground, site, arguments.files)
    return 0 if kept else 1


@contextmanager
def make_ground() -> Iterator[Ground]:
    """A server of this machine, and a home that knows it."""
    with run_sshd() as server, tempfile.TemporaryDirectory() as name:
        (Path(name) / ".ssh").mkdir()
        server.write_known_hosts(Path(name) / ".ssh" / "known_hosts")
        os.environ["HOME"] = name
        os.environ.pop("SSH_AUTH_SOCK", None)
        yield Ground(server, Path(name))


def make_site(folder: Path, files: int) -> Path:
    """A folder of files that no line shrinks, the same each time."""
    chance = random.Random(20261122)
    for number in range(files):
        file = folder / f"{number // _FILES_A_FOLDER:03}" / f"{number}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(chance.randbytes(_SIZE_BYTES))
    return folder


def compare_times(ground: Ground, site: Path, rounds: int) -> bool:
    """A first and an unchanged publication beside OpenSSH's program; whether promises are kept."""
    taken = Taken()
    for number in range(rounds):
        names = (f"theirs-{number}", f"ours-{number}")
        shutil.rmtree(ground.folder / ".cache", ignore_errors=True)  # what files are known by
        taken.login.append(_time(ground.log_in(), ground))
        taken.sftp.append(_time(ground.put(site, names[0]), ground))
        taken.first.append(_time(ground.send(site, names[1]), ground))
        taken.unchanged.append(_time(ground.send(site, names[1]), ground))
    login, sftp, first, unchanged = map(
        statistics.median, (taken.login, taken.sftp, taken.first, taken.unchanged)
    )
    print("| what | seconds |\n|---|---:|")
    rows = {"sftp logs in": login, "sftp": sftp, "first time": first, "unchanged": unchanged}
    for what, seconds in rows.items():
        print(f"| {what} | {seconds:.2f} |")
    print(f"\nfirst time against sftp: {first / sftp:.2f} (at most {MOST_FIRST:.0f})")
    print(f"unchanged against first: {unchanged / first:.2f} (at most {MOST_UNCHANGED})")
    return first / sftp <= MOST_FIRST and unchanged / first <= MOST_UNCHANGED


def compare_memory(ground: Ground, site: Path, files: int) -> bool:
    """Peaks with few and with many files; whether more files need no more but their names."""
    few = make_site(ground.folder / "few", files // 10)
    peaks = [
        run_watched(ground.send(one, one.name), ground.folder).peak_mb or 0.0 for one in (few, site)
    ]
    grown_kb = (peaks[1] - peaks[0]) * 1024 / (files - files // 10)
    print(f"memory: {peaks[0]:.0f} MB with {files // 10} files, {peaks[1]:.0f} MB with {files}")
    print(f"a file more: {grown_kb:.2f} kB (at most {MOST_KB_A_FILE})")
    return grown_kb <= MOST_KB_A_FILE


def _time(command: Sequence[str], ground: Ground) -> float:
    """Seconds of one command."""
    return run_timed(command, ground.folder).seconds


def _list_puts(site: Path, folder: str) -> Iterator[str]:
    """Lines of a batch that sends every file to its place."""
    yield f"mkdir {folder}"
    for below in sorted(one for one in site.rglob("*") if one.is_dir()):
        yield f"mkdir {folder}/{below.relative_to(site)}"
    for file in sorted(one for one in site.rglob("*") if one.is_file()):
        yield f"put {file} {folder}/{file.relative_to(site)}"


if __name__ == "__main__":
    sys.exit(main())
