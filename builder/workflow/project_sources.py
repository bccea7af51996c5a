"""What stands in a project → what reading is given of it."""

from __future__ import annotations

from collections.abc import Mapping

from builder.disk.sources import ProjectFiles
from builder.reading.sources import Sources


def list_sources(
    project: ProjectFiles,
    *,
    without: frozenset[str] = frozenset(),
    texts: Mapping[str, bytes] | None = None,
) -> Sources:
    """Sources of a project, `without` some files, or with other `texts` than it holds."""
    files = frozenset(project.files) - without
    held = project.texts if texts is None else texts
    return Sources(held, files, project.frozen, project.digests)
