"""The demo's project with a place of each kind to publish to, each shown by a web server."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import DEMO_DAY, REPOSITORY
from tests.publish.faults.grounds import know
from tests.servers.ftp import PASSWORD, run_vsftpd
from tests.servers.launching import find_program, make_ground
from tests.servers.ssh import run_sshd
from tests.servers.web import run_nginx

KINDS = ("folder", "sftp", "ftps", "git")
SITE = "doi-ngoai"
"""Folder of the site on its host, as the demo's address ends."""

_HOOK = """\
#!/bin/sh
mkdir -p {shown} && git --work-tree={shown} checkout --quiet --force gh-pages
"""
"""Shows what was pushed, as hosts of pages do."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a site is published to."""

    seen: Path
    """Folder that its web server shows."""

    target: str
    """What the configuration says of it, but for its web address."""

    address: str = ""
    """Of the site, with `/` at the end."""


@dataclass(frozen=True, slots=True)
class School:
    """The demo's project, and its places by kind."""

    project: Path
    places: Mapping[str, Place]
    surroundings: Mapping[str, str]

    def run(self, *arguments: str) -> str:
        """What `outreach` tells, which must succeed."""
        done = subprocess.run(
            [Path(sys.executable).with_name("outreach"), *arguments],
            cwd=self.project,
            env={**os.environ, **self.surroundings},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert 0 == done.returncode, done.stdout
        return done.stdout

    def list_planned(self, kind: str) -> set[str]:
        """Paths that a dry run says would be added, changed or removed."""
        told = self.run("publish", kind, "--dry-run")
        return set(re.findall(r"^ *(?:thêm|thay|gỡ) +(\S+)", told, re.MULTILINE))


@contextmanager
def run_places(work: Path) -> Iterator[School]:
    """The school with all its servers, which end with the block."""
    with ExitStack() as stack, make_ground("places") as ground:
        begun = {
            "folder": Place(ground / "www" / SITE, f"kind: folder, path: {ground}/www/{SITE}"),
            "sftp": _begin_sftp(stack, work),
            "git": _begin_git(ground),
        }
        begun["ftps"], authority = _begin_ftps(stack)
        places = {}
        for kind, place in begun.items():
            place.seen.parent.mkdir(exist_ok=True)
            root = stack.enter_context(run_nginx(place.seen.parent))
            places[kind] = Place(place.seen, place.target, f"{root}{SITE}/")
        yield School(
            _write_project(work / "school", places),
            places,
            {
                "HOME": str(work),
                "SSH_AUTH_SOCK": "",
                "SSL_CERT_FILE": str(authority),
                "OUTREACH_PASSWORD_FTPS": PASSWORD,
                "OUTREACH_TODAY": DEMO_DAY,
                "no_proxy": "*",
            },
        )


def _begin_sftp(stack: ExitStack, home: Path) -> Place:
    """A folder of OpenSSH's server, which the user's list knows."""
    server = stack.enter_context(run_sshd())
    know(server, home, server.port)
    seen = server.make_folder("www") / SITE
    told = f"kind: sftp, host: 127.0.0.1, port: {server.port}, user: {server.user}"
    return Place(seen, f"{told}, key: '{server.client_key}', path: {seen}")


def _begin_ftps(stack: ExitStack) -> tuple[Place, Path]:
    """A folder of vsftpd's, and who signed its certificate."""
    server = stack.enter_context(run_vsftpd(secure=True))
    seen = server.make_folder("www") / SITE
    told = f"kind: ftps, host: 127.0.0.1, port: {server.port}, user: {server.user}"
    return Place(seen, f"{told}, path: {seen}"), server.authority or Path()


def _begin_git(ground: Path) -> Place:
    """A bare repository whose host shows a branch."""
    repository, seen = ground / "pages.git", ground / "pages" / SITE
    git = find_program("git", "git")
    subprocess.run([git, "init", "--quiet", "--bare", repository], check=True)
    hook = repository / "hooks" / "post-receive"
    hook.write_text(_HOOK.format(shown=seen), encoding="utf-8")
    hook.chmod(0o755)
    return Place(seen, f"kind: git, repository: {repository}")


def _write_project(project: Path, places: Mapping[str, Place]) -> Path:
    """The demo with these places in its configuration."""
    shutil.copytree(REPOSITORY / "content", project / "content")
    told = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    lines = [
        f"        {kind}: {{{place.target}, url: '{place.address}'}}"
        for kind, place in sorted(places.items())
    ]
    targets = "\n".join(("      targets:", *lines, ""))
    before, mark, after = told.partition("      languages: [vi]\n")
    (project / "mkdocs.yml").write_text(before + mark + targets + after, encoding="utf-8")
    return project
