"""A branch of a git repository keeps what every target promises."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from builder.model.targets import PublishTarget, TargetKind
from builder.publish.failures import PublishError
from builder.publish.git import open_branch
from builder.publish.git.commands import prepare_git
from builder.publish.publisher import Publisher
from builder.publish.storage import StorageError
from builder.publish.target import Target
from tests.publish.surroundings import quiet_surroundings
from tests.publish.target_contract import (
    HAND,
    NEW,
    OLD,
    Clock,
    Heard,
    Spot,
    TargetContract,
    list_visible,
)

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


class Repository:
    """A bare repository, and how others work with it."""

    def __init__(self, work: Path) -> None:
        self.work = work
        self.folder = work / "pages.git"
        self.git(None, "init", "--quiet", "--bare", str(self.folder))

    def git(self, folder: Path | None, *words: str) -> str:
        """Run git as somebody else."""
        who = ("-c", "user.name=Cô Lan", "-c", "user.email=lan@hoamai.example")
        where = ("-C", str(folder)) if folder else ()
        return subprocess.run(
            ["git", *where, *who, *words], check=True, capture_output=True, text=True
        ).stdout.strip()

    def look(self) -> dict[str, bytes]:
        """Files that the host of the pages shows."""
        shown = self.work / "shown"
        shutil.rmtree(shown, ignore_errors=True)
        if not self.git(self.folder, "branch", "--list", "gh-pages"):
            return {}
        self.git(None, "clone", "--quiet", "-b", "gh-pages", str(self.folder), str(shown))
        shutil.rmtree(shown / ".git")
        files = list_visible(shown)
        assert b"" == files.pop(".nojekyll")
        return files

    def put(self, path: str, data: bytes) -> None:
        """Somebody commits a file by hand."""
        clone = self.work / "clone"
        shutil.rmtree(clone, ignore_errors=True)
        self.git(None, "clone", "--quiet", "-b", "gh-pages", str(self.folder), str(clone))
        (clone / path).parent.mkdir(parents=True, exist_ok=True)
        (clone / path).write_bytes(data)
        self.git(clone, "add", "--all")
        self.git(clone, "commit", "--quiet", "-m", "By hand")
        self.git(clone, "push", "--quiet", "origin", "gh-pages")

    def target(self) -> PublishTarget:
        """The branch as the configuration names it."""
        return PublishTarget("trang", TargetKind.GIT, repository="pages.git", branch="gh-pages")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository without a branch."""
    return Repository(tmp_path)


@pytest.fixture
def spot(repository: Repository) -> Spot:
    """The branch that need not stand."""

    @contextmanager
    def open_target(who: Publisher, clock: Clock) -> Iterator[Target]:  # noqa: ARG001
        surroundings = quiet_surroundings(repository.work)
        with open_branch(repository.target(), surroundings) as branch:
            yield branch

    return Spot(repository.work, open_target, repository.look, repository.put)


class TestGit(TargetContract):
    """A branch of a repository of this machine."""

    @pytest.fixture
    def spot(self, spot: Spot) -> Spot:
        """The branch."""
        return spot


def test_a_publication_is_one_commit_on_those_before(spot: Spot, repository: Repository) -> None:
    """Others' clones can follow, going back too."""
    spot.publish(OLD)
    spot.publish(NEW)
    spot.go_back()

    assert "3" == repository.git(repository.folder, "rev-list", "--count", "gh-pages")


def test_a_withdrawn_photo_leaves_the_history(spot: Spot, repository: Repository) -> None:
    """The branch begins anew, with the files that others put there."""
    spot.publish(OLD)
    for path, data in HAND.items():
        spot.put(path, data)
    spot.publish(NEW, withdrawn="list")
    count = repository.git(repository.folder, "rev-list", "--count", "gh-pages")

    assert ("1", NEW | HAND) == (count, spot.look())


def test_who_was_quicker_is_told(spot: Spot) -> None:
    """A branch that moved since it was looked at is left alone."""
    spot.publish(OLD)
    release = spot.release(NEW)
    with spot.holding(Heard()) as target:
        spot.put("google.html", b"by hand")
        with pytest.raises(PublishError) as raised:
            target.publish(release, Heard())

    assert ("publish-overtaken", "Cô Lan", OLD | {"google.html": b"by hand"}) == (
        raised.value.code,
        raised.value.blanks["user"],
        spot.look(),
    )


def test_a_repository_that_is_not_there_is_told(tmp_path: Path) -> None:
    """In git's words, within our sentence."""
    target = PublishTarget("trang", TargetKind.GIT, repository="none.git", branch="gh-pages")
    with pytest.raises(StorageError) as raised, open_branch(target, quiet_surroundings(tmp_path)):
        pass

    assert ("git-failed", True) == (raised.value.code, "none.git" in raised.value.blanks["reason"])


def test_why_the_way_to_a_server_is_closed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the words of ssh: git's own only say that there is no way."""
    ssh = tmp_path / "ssh"
    ssh.write_text("#!/bin/sh\necho 'ssh: Could not resolve hostname may.example' >&2; exit 255\n")
    ssh.chmod(0o755)
    monkeypatch.setenv("GIT_SSH_COMMAND", str(ssh))
    target = PublishTarget("trang", TargetKind.GIT, repository="a@may.example:b", branch="gh-pages")
    with pytest.raises(StorageError) as raised, open_branch(target, quiet_surroundings(tmp_path)):
        pass

    assert "ssh: Could not resolve hostname may.example" == raised.value.blanks["reason"]


def test_without_git_the_way_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without git."""
    monkeypatch.setenv("PATH", str(tmp_path))
    target = PublishTarget("trang", TargetKind.GIT, repository="none.git", branch="gh-pages")
    with pytest.raises(StorageError) as raised, open_branch(target, quiet_surroundings(tmp_path)):
        pass

    assert "git-missing" == raised.value.code


def test_a_password_stands_in_no_command_line(tmp_path: Path) -> None:
    """It goes to git by the environment, and only to the repository's own host."""
    git = prepare_git(tmp_path / "a.git", "https://git.example/a.git", "bi-mat")

    assert ("bi-mat", False) == (
        git.environment["OUTREACH_GIT_PASSWORD"],
        "bi-mat" in repr(git.options),
    )
