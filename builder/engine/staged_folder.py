"""A delivery → a plain project of Markdown files, for engines that run no plugin (Zensical)."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from builder.disk.project_folder import CONFIGURATION
from builder.disk.site_folder import STAGE_MARK
from builder.engine.mkdocs_build import MkDocsEngine
from builder.engine.theme_folder import find_theme_folder
from builder.model.site import SiteFile
from builder.workflow.delivery import Delivery

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_SCHOOL = "school.yml"
"""The school's own configuration, taken over as it stands and completed by ours."""


def write_staged_project(project: Path, delivery: Delivery, folder: Path) -> None:
    """Fill an empty folder with pages, theme and configuration."""
    engine = MkDocsEngine(project)
    config = engine.config
    written = list(config.nav or ())
    files = engine.collect_files(delivery)
    pages = {one.path: one for one in delivery.files if one.meta is not None}
    for file in files:
        page = pages.get(file.src_uri)
        data = _write_page(page) if page is not None else file.content_bytes
        target = folder / "docs" / file.src_uri
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    for theme in (find_theme_folder(), config.theme.custom_dir):
        if theme is not None:
            shutil.copytree(theme, folder / "theme", dirs_exist_ok=True)
    shutil.copyfile(project / CONFIGURATION, folder / _SCHOOL)
    settings = _complete(config, (config.nav or [])[len(written) :], delivery.frame)
    (folder / CONFIGURATION).write_text(json.dumps(settings, ensure_ascii=False, indent=1), "utf-8")
    (folder / STAGE_MARK).touch()


def _write_page(page: SiteFile) -> bytes:
    """A page as Markdown: its front matter as JSON, which every YAML reader reads, and its HTML."""
    front = json.dumps(page.meta, ensure_ascii=False)
    return f"---\n{front}\n---\n\n{page.text}\n".encode()


def _complete(
    config: MkDocsConfig, nav: list[object], frame: Mapping[str, object]
) -> dict[str, object]:
    """What the staged project adds to the school's configuration.

    Lists are joined to the school's, so `nav` holds only what its own lacks.
    """
    return {
        "INHERIT": _SCHOOL,
        "docs_dir": "docs",
        "theme": {"name": config.theme.name, "custom_dir": "theme", "font": False},
        "nav": nav,
        "extra": {"outreach": dict(frame), "generator": False},
    }
