"""Whole releases side by side, and a link to the one that visitors see: for hosts that have links.

Beside the site's name (a link) stands `.<name>.releases` with two releases at
most. A new one is made whole, of the files that are sent and of second names
(hard links) for those that stand already; then the link changes in one step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from builder.publish.failures import PublishError, leaving
from builder.publish.journal import load_manifest
from builder.publish.lock import TargetLock
from builder.publish.manifest import Manifest, write_manifest
from builder.publish.plan import Plan, group_by_depth, plan_publication
from builder.publish.release import Release, TextContent
from builder.publish.standing_files import find_taken, walk_tree
from builder.publish.storage import Keep, Link, Prune, Remove, Send, Step, Storage, is_draft
from builder.publish.target import Progress, Standing


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where everything of a site stands, in the folder that holds the site's name."""

    name: str
    """Of the site's folder, which is a link."""

    @property
    def folder(self) -> str:
        """Hidden folder beside the link."""
        return f".{self.name}.releases"

    @property
    def lock(self) -> str:
        """Folder of the lock."""
        return f"{self.folder}/lock"

    def release(self, release_id: str) -> str:
        """Folder of a release."""
        return f"{self.folder}/sites/{release_id}"

    def manifest(self, release_id: str) -> str:
        """File that says what a release has; where it stands, the release is whole."""
        return f"{self.folder}/{release_id}.json"

    def before(self, release_id: str) -> str:
        """File that names the release before one."""
        return f"{self.folder}/{release_id}.before"

    def find_release(self, link: str | None) -> str | None:
        """Id of the release to which a link leads; None where the link is none of ours."""
        folder = self.release("")
        return link.removeprefix(folder) if link and link.startswith(folder) else None


@dataclass(frozen=True, slots=True)
class Releases:
    """A target whose site is a link to one of two releases."""

    storage: Storage
    """Of the folder that holds the link."""

    shelf: Shelf
    lock: TargetLock

    def look(self) -> Standing:
        """What stands; changes nothing."""
        with leaving("publish-stands-untouched"):
            now = self._find_now()
            before = self._find_before(now)
            return Standing(self._manifest_of(now), self._manifest_of(before))

    @contextmanager
    def hold(self, progress: Progress) -> Iterator[None]:  # noqa: ARG002  # one step has no rest
        """Be the only publisher; a link changes in one step, so nothing waits for its end."""
        with leaving("publish-stands-untouched"), self.lock.hold():
            yield

    def find_foreign(self, paths: Iterable[str]) -> Iterator[str]:
        """Files that stand at paths that are not ours."""
        now = self._find_now()
        if now is None:
            return
        folder = self.shelf.release(now)
        with leaving("publish-stands-untouched"):
            for path in find_taken(self.storage, [f"{folder}/{one}" for one in paths]):
                yield path.removeprefix(f"{folder}/")

    def load(self, path: str) -> bytes | None:
        """Bytes of a file that stands."""
        now = self._find_now()
        if now is None:
            return None
        with leaving("publish-stands-untouched"):
            return self.storage.load(f"{self.shelf.release(now)}/{path}")

    def publish(self, release: Release, progress: Progress) -> None:
        """Make the release whole, then let the link lead to it."""
        with leaving("publish-stands-old"):
            now = self._find_now()
            standing = self._manifest_of(now)
            plan = plan_publication(release.manifest, standing)
            keeps = standing is None or standing.withdrawn == release.manifest.withdrawn
            if not plan.steps and keeps:
                return
            new = release.manifest.id
            self._sweep({now, self._find_before(now), new})
            self._fill(new, now, plan, release, progress)
            self._write_down(new, release.manifest, now if keeps else None)
            self._switch(new)
        with leaving("publish-stands-new"):
            self._sweep({new, now} if keeps else {new})

    def go_back(self, progress: Progress) -> None:
        """Let the link lead to the release before, with what stands there by hand since."""
        with leaving("publish-stands-old"):
            now = self._find_now()
            before = self._find_before(now)
            manifest = self._manifest_of(before)
            if now is None or before is None or manifest is None:
                raise PublishError("publish-back-none", "publish-stands-untouched")
            there = frozenset(walk_tree(self.storage, self.shelf.release(before)).files)
            missing = [path for path in manifest.files if path not in there]
            if missing:
                raise PublishError("publish-back-lost", "publish-stands-untouched", path=missing[0])
            progress.begin("publish-placing", 0)
            self._carry_over(now, before, manifest)
            self._write_down(before, manifest, now)
            self._switch(before)

    def _find_now(self) -> str | None:
        """Release that visitors see."""
        return self.shelf.find_release(self.storage.read_link(self.shelf.name))

    def _find_before(self, now: str | None) -> str | None:
        """Release before that."""
        told = self.storage.load(self.shelf.before(now)) if now else None
        return told.decode("ascii", "replace").strip() or None if told else None

    def _manifest_of(self, release_id: str | None) -> Manifest | None:
        """Files of a release that is whole."""
        if release_id is None:
            return None
        return load_manifest(self.storage, self.shelf.manifest(release_id))

    def _fill(
        self, new: str, now: str | None, plan: Plan, release: Release, progress: Progress
    ) -> None:
        """Bring every file of a release into its folder; what an interrupted run brought stays."""
        folder = self.shelf.release(new)
        there = frozenset(walk_tree(self.storage, folder).files)
        self._do(Remove(f"{folder}/{path}") for path in sorted(there) if is_draft(path))
        changed = {step.path for step in plan.puts}
        if now is not None and now != new:
            old = self.shelf.release(now)
            stands = sorted(release.manifest.files.keys() - changed - there)
            self._do(Keep(f"{old}/{path}", f"{folder}/{path}") for path in stands)
            self._carry_over(now, new, release.manifest)
        missing = sorted(changed - there)
        progress.begin("publish-sending", len(missing))
        self._do((Send(release.content_of(path), f"{folder}/{path}") for path in missing), progress)

    def _carry_over(self, now: str, new: str, manifest: Manifest) -> None:
        """Let another release have the files that stand by hand in this one, and no others."""
        ours = self._manifest_of(now) or Manifest()
        source, folder = self.shelf.release(now), self.shelf.release(new)
        standing = frozenset(walk_tree(self.storage, source).files) - ours.files.keys()
        by_hand = frozenset(path for path in standing if not is_draft(path))
        there = frozenset(walk_tree(self.storage, folder).files) - manifest.files.keys()
        self._do(Remove(f"{folder}/{path}") for path in sorted(there - by_hand))
        for path in sorted(by_hand - manifest.files.keys()):
            link = self.storage.read_link(f"{source}/{path}")
            place = f"{folder}/{path}"
            self._do([Link(place, link) if link else Keep(f"{source}/{path}", place)])

    def _write_down(self, release_id: str, manifest: Manifest, before: str | None) -> None:
        """Say what a whole release has, and which one was before it."""
        told = TextContent((before or "").encode())
        self._do([Send(told, self.shelf.before(release_id))])
        self._do([Send(TextContent(write_manifest(manifest)), self.shelf.manifest(release_id))])

    def _switch(self, release_id: str) -> None:
        """Show another release, in one step."""
        self.lock.check()
        self._do([Link(self.shelf.name, self.shelf.release(release_id))])

    def _sweep(self, wanted: set[str | None]) -> None:
        """Remove every release but those that are wanted, whole or not."""
        names = self.storage.list_names(self.shelf.folder)
        releases = self.storage.list_names(self.shelf.release("").rstrip("/"))
        for release_id in sorted(name.rstrip("/") for name in releases):
            if release_id not in wanted:
                self._remove(self.shelf.release(release_id))
        stale = [
            name
            for name in names
            if name.endswith((".json", ".before", ".part"))
            and name.rpartition(".")[0] not in wanted
        ]
        self._do(Remove(f"{self.shelf.folder}/{name}") for name in sorted(stale))

    def _remove(self, folder: str) -> None:
        """Remove a folder with all it holds."""
        tree = walk_tree(self.storage, folder)
        self._do(Remove(f"{folder}/{path}") for path in tree.files)
        for folders in group_by_depth(f"{folder}/{path}".rstrip("/") for path in tree.folders):
            self._do(Prune(one) for one in folders)

    def _do(self, steps: Iterable[Step], progress: Progress | None = None) -> None:
        """Carry steps out, with a sign of life between them."""
        for _ in self.storage.carry_out(steps):
            self.lock.beat()
            if progress is not None:
                progress.advance()
