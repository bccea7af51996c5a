"""A release and a target → the release stands there, or why not and what stands instead."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from builder.publish.failures import PublishError
from builder.publish.manifest import FileMark, Manifest
from builder.publish.plan import Plan, find_shape_clash, plan_publication
from builder.publish.release import Release
from builder.publish.target import Progress, Target


def preview_publication(target: Target, release: Release) -> Plan:
    """What publishing would do; PublishError where it would refuse. Changes nothing."""
    return _plan(target, release.manifest, target.look().now)


def run_publication(target: Target, release: Release, progress: Progress) -> Plan:
    """Publish; what has been done is the plan that is given."""
    with target.hold(progress):
        plan = _plan(target, release.manifest, target.look().now)
        target.publish(release, progress)
    return plan


def preview_return(target: Target) -> tuple[Manifest, Plan]:
    """The release before, and what going back to it would do. Changes nothing."""
    standing = target.look()
    if standing.before is None:
        raise PublishError("publish-back-none", "publish-stands-untouched")
    return standing.before, _plan(target, standing.before, standing.now)


def run_return(target: Target, progress: Progress) -> tuple[Manifest, Plan]:
    """Go back; the release that stands now, and what has been done."""
    with target.hold(progress):
        before, plan = preview_return(target)
        target.go_back(progress)
    return before, plan


def _plan(target: Target, wanted: Manifest, now: Manifest | None) -> Plan:
    """The plan, unless it would touch what is not ours."""
    clash = find_shape_clash(wanted, now or Manifest())
    if clash is not None:
        raise PublishError("publish-shape", "publish-stands-untouched", path=clash)
    plan = plan_publication(wanted, now)
    foreign = _find_foreign(target, plan.added, wanted)
    if foreign:
        raise PublishError(
            "publish-foreign",
            "publish-stands-untouched",
            path=foreign[0],
            count=str(len(foreign)),
        )
    return plan


def _find_foreign(target: Target, added: Sequence[str], wanted: Manifest) -> list[str]:
    """Files of others where ours would stand; one with our very bytes is in nobody's way."""
    return [
        path
        for path in target.find_foreign(added)
        if path not in wanted.files or not _is_equal(target.load(path), wanted.files[path])
    ]


def _is_equal(data: bytes | None, mark: FileMark) -> bool:
    """Whether bytes are those of a file."""
    return data is not None and hashlib.sha256(data).hexdigest() == mark.sha256
