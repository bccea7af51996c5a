"""A branch whose files are the site: one commit, and one push that all see or none.

Nobody waits for a lock: a push goes through only if the branch is still where it
was looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from builder.model.targets import PublishTarget
from builder.publish.failures import PublishError, leaving
from builder.publish.git.commands import Git, prepare_git
from builder.publish.git.commits import Changes, write_commit
from builder.publish.manifest import (
    WORK_FOLDER,
    Manifest,
    ManifestUnreadableError,
    read_manifest,
    write_manifest,
)
from builder.publish.plan import Action, list_folders, plan_publication
from builder.publish.release import Release, TextContent
from builder.publish.storage import Content, StorageError, Surroundings
from builder.publish.target import Progress, Standing

CACHE = ".cache/outreach/kho-git"
_MANIFEST = f"{WORK_FOLDER}/manifest.json"
_BEFORE = f"{WORK_FOLDER}/before"
_NO_JEKYLL = ".nojekyll"
"""Tells GitHub to show the files as they are."""

_COMMIT = re.compile(r"[0-9a-f]{40,64}")
_TIP = "refs/outreach/tip"


@contextmanager
def open_branch(target: PublishTarget, surroundings: Surroundings) -> Iterator[Branch]:
    """The branch as it stands now; StorageError where the repository can't be reached."""
    address = _find_address(target.repository or "", surroundings.project)
    folder = surroundings.project / CACHE / f"{target.name}.git"
    git = prepare_git(folder.absolute(), address, surroundings.find_secret())
    branch = Branch(git, address, target.branch or "")
    branch.fetch()
    yield branch


@dataclass(slots=True)
class Branch:
    """A branch of a repository, as it was looked at last."""

    git: Git
    address: str
    name: str
    tip: str | None = field(default=None, init=False)
    """Commit at which it stands; None: there is no such branch yet."""

    def fetch(self) -> None:
        """Look where the branch stands, and bring its files here."""
        found = self.git.ask("ls-remote", "--heads", "--", self.address, self._ref)
        self.tip = found.split()[0] if found else None
        if self.tip is not None:
            refs = f"+{self._ref}:{_TIP}"
            self.git.ask("fetch", "--quiet", "--no-tags", "--", self.address, refs)

    def look(self) -> Standing:
        """What stands; changes nothing."""
        before = self._find_before()
        return Standing(self._manifest_of(self.tip), self._manifest_of(before))

    @contextmanager
    def hold(self, progress: Progress) -> Iterator[None]:  # noqa: ARG002  # one push has no rest
        """Nothing is held: the push itself sees whether somebody was quicker."""
        with leaving("publish-stands-untouched"):
            yield

    def find_foreign(self, paths: Iterable[str]) -> Iterator[str]:
        """Files of the branch at paths that are not ours, or in whose place a folder is needed."""
        stands = self._list_blobs(self.tip) if self.tip else {}
        folders = set(list_folders(stands))
        for path in sorted(paths):
            above = [path, *list_folders([path])]
            taken = next((one for one in above if one in stands), None)
            if taken is not None or path in folders:
                yield taken or path

    def load(self, path: str) -> bytes | None:
        """Bytes of a file of the branch."""
        return self._load(self.tip, path)

    def publish(self, release: Release, progress: Progress) -> None:
        """Commit what differs, and push it."""
        now = self._manifest_of(self.tip)
        plan = plan_publication(release.manifest, now)
        keeps = now is None or now.withdrawn == release.manifest.withdrawn
        if not plan.steps and keeps:
            return
        progress.begin("publish-sending", len(plan.puts))
        changes = Changes(
            _tell(release.manifest),
            sent=self._send(release, [step.path for step in plan.puts], progress, keeps=keeps),
            removed=[
                *(step.path for step in plan.steps if step.action is Action.DELETE),
                *([_BEFORE] if self._load(self.tip, _BEFORE) is not None else []),
            ],
        )
        with leaving("publish-stands-old"):
            self._push(write_commit(self.git, changes, on=self.tip, keeps_history=keeps))

    def go_back(self, progress: Progress) -> None:
        """Commit the files of the release before over those of this one, and push that."""
        now, before = self._manifest_of(self.tip), self._find_before()
        wanted = self._manifest_of(before)
        if self.tip is None or now is None or before is None or wanted is None:
            raise PublishError("publish-back-none", "publish-stands-untouched")
        plan = plan_publication(wanted, now)
        blobs = self._list_blobs(before)
        lost = [step.path for step in plan.puts if step.path not in blobs]
        if lost:
            raise PublishError("publish-back-lost", "publish-stands-untouched", path=lost[0])
        progress.begin("publish-placing", len(plan.steps))
        changes = Changes(
            _tell(wanted),
            sent=[(_BEFORE, TextContent(f"{self.tip}\n".encode()))],
            known={path: blobs[path] for path in (*(step.path for step in plan.puts), _MANIFEST)},
            removed=[step.path for step in plan.steps if step.action is Action.DELETE],
        )
        with leaving("publish-stands-old"):
            self._push(write_commit(self.git, changes, on=self.tip, keeps_history=True))

    def _send(
        self, release: Release, paths: list[str], progress: Progress, *, keeps: bool
    ) -> Iterator[tuple[str, Content]]:
        """Files of the release, and what says of them that they are ours."""
        for path in paths:
            yield path, release.content_of(path)
            progress.advance()
        if self._load(self.tip, _NO_JEKYLL) is None and _NO_JEKYLL not in release.manifest.files:
            yield _NO_JEKYLL, TextContent(b"")
        if keeps and self._manifest_of(self.tip) is not None:
            yield _BEFORE, TextContent(f"{self.tip}\n".encode())
        yield _MANIFEST, TextContent(write_manifest(release.manifest))

    def _push(self, commit: str) -> None:
        """Let the branch stand at a commit, if it stands where it was looked at."""
        lease = f"--force-with-lease={self._ref}:{self.tip or ''}"
        where = (self.address, f"{commit}:{self._ref}")
        try:
            self.git.ask("push", "--quiet", "--no-verify", lease, "--", *where)
        except StorageError as error:
            expected = self.tip
            self.fetch()
            if self.tip == expected:
                raise
            when = "--date=format-local:%H:%M %d/%m/%Y"
            told = self.git.ask("log", "-1", when, "--format=%an%n%cd", _TIP)
            who, _, since = told.partition("\n")
            raise PublishError(
                "publish-overtaken", "publish-stands-untouched", user=who, since=since
            ) from error
        self.tip = commit

    def _find_before(self) -> str | None:
        """Commit of the release before, where git has it."""
        told = (self._load(self.tip, _BEFORE) or b"").decode("ascii", "replace").strip()
        return told if _COMMIT.fullmatch(told) else None

    def _manifest_of(self, commit: str | None) -> Manifest | None:
        """Files of the release at a commit."""
        data = self._load(commit, _MANIFEST)
        try:
            return None if data is None else read_manifest(data)
        except ManifestUnreadableError as error:
            raise PublishError(
                "publish-list-unreadable", "publish-stands-untouched", path=_MANIFEST
            ) from error

    def _load(self, commit: str | None, path: str) -> bytes | None:
        """Bytes of a file at a commit."""
        return self.git.find("cat-file", "blob", f"{commit}:{path}") if commit else None

    def _list_blobs(self, commit: str) -> dict[str, str]:
        """Path → blob of every file at a commit."""
        told = self.git.ask_bytes("ls-tree", "-r", "-z", "--full-tree", commit)
        rows = (row.partition("\t") for row in told.decode("utf-8", "replace").split("\0") if row)
        return {path: marks.split()[2] for marks, _, path in rows}

    @property
    def _ref(self) -> str:
        """Full name of the branch."""
        return f"refs/heads/{self.name}"


def _find_address(repository: str, project: Path) -> str:
    """Address as git takes it; a folder is found from the project's."""
    folder = project / Path(repository).expanduser()
    return str(folder.absolute()) if folder.is_dir() else repository


def _tell(manifest: Manifest) -> str:
    """Message of a commit."""
    return f"Publish the site of {manifest.published_at}"
