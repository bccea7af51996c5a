"""Sites and words of commands, as they are compared."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from builder.locale import load_catalog
from tests.histories.running import TODAY, Program, Ran

Site = Mapping[str, str]
"""Path of each file and folder of a site → hash of its bytes."""

_MADE = ("site", ".cache", ".*.outreach", "trang-*")
_PASSING = ("step-", "cache-thrown-away")


def read_site(folder: Path) -> Site:
    """All files and folders below a folder; empty where there is none."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        if file.is_file()
        else "folder"
        for file in sorted(folder.rglob("*"))
    }


def list_differences(first: Site, second: Site) -> list[str]:
    """Paths of what is in one site alone, or is another in each."""
    return sorted({path for path, _ in first.items() ^ second.items()})


def build_clean(
    program: Program, project: Path, place: Path, options: Sequence[str] = (), *, today: str = TODAY
) -> tuple[Ran, Site]:
    """Build a copy of a project's sources in an empty place; what was told, and the site."""
    copy = place / project.name
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns(*_MADE), symlinks=True)
    ran = program.run(copy, "build", *options, today=today)
    out, err = (one.replace(str(copy), str(project)) for one in (ran.out, ran.err))
    return Ran(ran.status, out, err), read_site(find_target(copy, options))


def find_target(project: Path, options: Sequence[str]) -> Path:
    """Where a command puts the site."""
    return project / (options[-1] if "--site-dir" in options else "site")


def list_said(ran: Ran) -> tuple[list[str], list[str]]:
    """What a command said, but for its steps, and for whether something had to be made."""
    passing = tuple(
        entry["text"].partition("{file}")[0]
        for language in ("vi", "en")
        for code, entry in load_catalog(language).items()
        if code.startswith(_PASSING)
    )
    err = [line for line in ran.err.splitlines() if not line.startswith(passing)]
    return ran.out.splitlines() if ran.status else ["done"], err


def name_outcome(ran: Ran, before: Site, now: Site) -> str:
    """What kind of build it was: only commands that begin in earnest tell their steps."""
    if ran.status:
        return "refused"
    if "…\n" not in ran.err:
        return "told again" if before == now else "patched"
    return "left as it was" if before == now else "made"
