"""`publish`: a built site is sent to a target, and looked at there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from builder.disk.project_folder import CONTENT, KEPT
from builder.disk.staging import work_folder
from builder.model.failures import CommandError
from builder.model.settings import Settings
from builder.model.targets import PublishTarget, TargetKind
from builder.publish.checking import Checked, check_release
from builder.publish.manifest import Manifest
from builder.publish.opening import open_target
from builder.publish.plan import Plan
from builder.publish.publisher import Times, find_publisher
from builder.publish.release import Release
from builder.publish.run import (
    preview_publication,
    preview_return,
    run_publication,
    run_return,
)
from builder.publish.secret import find_secret
from builder.publish.storage import Blanks, Surroundings
from builder.publish.target import Progress, Target
from builder.workflow.marked_release import load_marked_release
from builder.workflow.new import load_settings
from builder.workflow.steps import Tell

_PAUSES_SECONDS = (1.0, 4.0)
_PAUSES_OF_PAGES_SECONDS = (10.0, 20.0, 30.0, 60.0)
"""Hosts of pages make them after the push, on machines of their own."""


@dataclass(frozen=True, slots=True)
class Talk:
    """How a publication speaks with whoever began it."""

    progress: Progress
    confirm: Callable[[str, Blanks], bool]
    remark: Callable[[str, Blanks], None]
    times: Times = field(default_factory=Times)


@dataclass(frozen=True, slots=True)
class Published:
    """What became of a publication."""

    target: PublishTarget
    plan: Plan
    manifest: Manifest
    """Of the release that stands now, or that would."""

    url: str | None
    """Web address at which it was looked at; None: unknown."""

    checked: Checked | None
    """None where nobody looked: the address is unknown, or nothing was done."""


def find_target(folder: Path, name: str | None) -> tuple[PublishTarget, Settings]:
    """The target of this name, or the only one; CommandError where that is not clear.

    Of several none is taken by itself: a rehearsal must not end on the school's server.
    Nor is the only one that could be read, where another has an error.
    """
    settings = load_settings(folder, wants_all=True)
    targets = {target.name: target for target in settings.targets}
    known = ", ".join(targets)
    if not targets:
        raise CommandError("target-none")
    if name is None and len(targets) > 1:
        raise CommandError("target-choose", known=known)
    target = targets.get(name) if name is not None else settings.targets[0]
    if target is None:
        raise CommandError("target-unknown", written=str(name), known=known)
    if target.kind is TargetKind.FOLDER:
        _check_folder(folder, _folder_of(target, folder))
    return target, settings


def run_publish(
    folder: Path,
    name: str | None,
    make_site: Callable[[], Path | None],
    *,
    tell: Tell,
    talk: Talk,
    dry_run: bool,
) -> Published | None:
    """Publish the site that is made; None where errors forbade it, and nothing was sent."""
    target, settings = find_target(folder, name)
    site = make_site()
    if site is None:
        return None
    if target.kind is TargetKind.FOLDER:
        _check_apart(site, _folder_of(target, folder))
    tell("step-compare")
    with (
        _reading_release(site, folder, talk.times) as reading,
        _open(target, folder, talk) as place,
    ):
        release = reading()
        if dry_run:
            plan = preview_publication(place, release)
            return Published(target, plan, release.manifest, None, None)
        plan = run_publication(place, release, talk.progress)
    return _look(target, settings, plan, release.manifest, tell, talk)


def run_back(folder: Path, name: str | None, *, tell: Tell, talk: Talk, dry_run: bool) -> Published:
    """Return to the release before; nothing is built."""
    target, settings = find_target(folder, name)
    tell("step-compare")
    with _open(target, folder, talk) as place:
        if dry_run:
            before, plan = preview_return(place)
            return Published(target, plan, before, None, None)
        before, plan = run_return(place, talk.progress)
    return _look(target, settings, plan, before, tell, talk)


def _folder_of(target: PublishTarget, project: Path) -> Path:
    """Folder of a target on this machine."""
    return project / Path(target.path or "").expanduser()


def _check_folder(project: Path, folder: Path) -> None:
    """Refuse a folder in which sources stand, and one that may be deleted at any time."""
    target, home = folder.resolve(), project.resolve()
    if home / KEPT in (target, *target.parents):
        raise CommandError("target-is-site", folder=str(folder))
    content = home / CONTENT
    if target in (home, content) or target in home.parents or content in target.parents:
        raise CommandError("target-in-project", folder=str(folder))


def _check_apart(site: Path, folder: Path) -> None:
    """Refuse the folders that a build works in: the next one would take all of them away."""
    target = folder.resolve()
    is_within = {site, work_folder(site)}.intersection((target, *target.parents))
    if is_within or target in site.parents:
        raise CommandError("target-is-site", folder=str(folder))


@contextmanager
def _reading_release(site: Path, project: Path, times: Times) -> Iterator[Callable[[], Release]]:
    """The built site as a release of this moment, read while a server lets us in."""
    with ThreadPoolExecutor(1) as reader:
        yield reader.submit(load_marked_release, site, project, times.now()).result


@contextmanager
def _open(target: PublishTarget, project: Path, talk: Talk) -> Iterator[Target]:
    """The open target."""
    surroundings = Surroundings(
        project, lambda: find_secret(target), confirm=talk.confirm, remark=talk.remark
    )
    with open_target(target, surroundings, find_publisher(), talk.times) as place:
        yield place


def _look(
    target: PublishTarget,
    settings: Settings,
    plan: Plan,
    manifest: Manifest,
    tell: Tell,
    talk: Talk,
) -> Published:
    """What visitors are given now, where a web address is known.

    A folder of this machine is seen at the site's address only where the
    configuration says so: it may be a stick.
    """
    known = None if target.kind is TargetKind.FOLDER else settings.site_url
    url = target.url or known
    if url is None:
        return Published(target, plan, manifest, None, None)
    tell("step-look")
    checked = check_release(url, manifest, plan, talk.times, _pauses_of(target))
    return Published(target, plan, manifest, url, checked)


def _pauses_of(target: PublishTarget) -> Sequence[float]:
    """How long to wait for a website to show what is new."""
    return _PAUSES_OF_PAGES_SECONDS if target.kind is TargetKind.GIT else _PAUSES_SECONDS
