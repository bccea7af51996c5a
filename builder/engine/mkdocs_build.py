"""A delivery → a whole site in a folder, rendered by MkDocs."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, cast

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import Files, get_files

from builder.disk.project_folder import CONFIGURATION
from builder.engine import parallel
from builder.engine.mkdocs_plugin import OutreachPlugin
from builder.engine.page_orders import compose_order
from builder.engine.shell import describe_shell, list_watched
from builder.model.failures import CommandError
from builder.reading.configuration.settings import read_settings
from builder.reading.source.decoding import decode_leniently
from builder.workflow import side_by_side
from builder.workflow.delivery import Delivery, Shell
from builder.workflow.steps import SILENT, Tell


class MkDocsEngine:
    """MkDocs for one project, with its configuration loaded."""

    def __init__(self, project: Path, *, preview: bool = False) -> None:
        """Load it; a `preview` shows hand-written drafts, and lets a server add its script."""
        self._command: Literal["build", "serve"] = "serve" if preview else "build"
        try:
            with _failing("engine-configuration") as noted:
                self.config = load_config(str(project / CONFIGURATION))
        except CommandError:
            _need_pages_folder(project)
            raise
        self.notes = tuple(noted)
        # MkDocs knows the plugin by the name under which mkdocs.yml lists it.
        self._plugin = cast(OutreachPlugin, self.config.plugins["outreach"])

    @property
    def site_folder(self) -> Path:
        """Where the project's configuration wants the site."""
        return Path(self.config.site_dir)

    @property
    def watched_folders(self) -> tuple[Path, ...]:
        """Folders whose files the site shows, or is made with, as they are."""
        return tuple(Path(folder) for folder in list_watched(self.config))

    def describe_shell(self, delivery: Delivery) -> Shell | None:
        """What the delivery's pages stand in; None: it may change without a file's change."""
        return describe_shell(self.config, delivery)

    def collect_files(self, delivery: Delivery) -> Files:
        """All files of the site before anything is rendered, ours among the hand-written."""
        self._plugin.use(delivery)
        with _failing("engine-failed") as noted:
            self.config = self.config.plugins.on_config(self.config)
            files = self.config.plugins.on_files(get_files(self.config), config=self.config)
        _tell((*self.notes, *noted))
        return files

    def render(self, delivery: Delivery, folder: Path, tell: Tell = SILENT) -> tuple[str, ...]:
        """Make the whole site in an empty folder; what MkDocs noted of it."""
        self.config.site_dir = str(folder)
        self._plugin.use(delivery, tell, self._find_order(delivery, folder))
        with _failing("engine-failed") as noted:
            self.config.plugins.on_startup(command=self._command, dirty=False)
            build(self.config, serve_url="/" if self._command == "serve" else None)
            self.config.plugins.on_shutdown()
        return tuple(noted)

    def _find_order(self, delivery: Delivery, folder: Path) -> parallel.PageOrder | None:
        """How pages are ordered where processes start anew; None: each is rendered here."""
        is_small = len(delivery.files) < parallel.ORDER_FROM
        if side_by_side.FORKS or is_small or self._command == "serve":
            return None
        shell = self.describe_shell(delivery)
        if shell is None:
            return None
        project = Path(self.config.config_file_path).parent
        return lambda pages: compose_order(project, folder, delivery, shell, pages)


def _need_pages_folder(project: Path) -> None:
    """CommandError in our words where no hand-written page is left: git keeps no empty folder."""
    text = decode_leniently((project / CONFIGURATION).read_bytes())
    settings = read_settings(text).value
    if settings is not None and not (project / settings.pages_folder).is_dir():
        raise CommandError("pages-folder-missing", folder=settings.pages_folder)


@contextmanager
def _failing(code: str) -> Iterator[list[str]]:
    """Turn MkDocs' own ways to stop into ours, with what it logged as the reason.

    What it notes besides, e.g. a broken link of a hand-written page, fills the list.
    """
    notes: list[str] = []
    reasons: list[str] = []
    handler = _Collector(notes, reasons)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield notes
    except (Abort, MkDocsException) as error:
        _tell(notes)
        raise CommandError(code, reason="\n".join(reasons) or str(error)) from error
    except TemplateError as error:
        _tell(notes)
        raise CommandError(code, reason=_locate(error)) from error
    finally:
        logger.removeHandler(handler)


def _locate(error: TemplateError) -> str:
    """What is wrong with a school's own template, and where."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}: {error.message}"
    return str(error)


def _tell(notes: Iterable[str]) -> None:
    """Pass on what MkDocs noted."""
    for note in notes:
        print(note, file=sys.stderr)  # noqa: T201  # a log has no other way out


class _Collector(logging.Handler):
    """Keeps what MkDocs notes, and what it says went wrong."""

    def __init__(self, notes: list[str], reasons: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._notes, self._reasons = notes, reasons

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        lines = self._notes if record.levelno < logging.ERROR else self._reasons
        lines.append(record.getMessage())
