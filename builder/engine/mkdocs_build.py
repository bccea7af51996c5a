"""A delivery → a whole site in a folder, rendered by MkDocs."""

from __future__ import annotations

import errno
import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import Files, get_files

from builder.disk.sources import CONFIGURATION
from builder.engine.mkdocs_plugin import OutreachPlugin
from builder.engine.shell import describe_shell, list_watched
from builder.model.failures import CommandError
from builder.workflow.delivery import Delivery, Shell


class MkDocsEngine:
    """MkDocs for one project, with its configuration loaded."""

    def __init__(self, project: Path) -> None:
        with _failing("engine-configuration"):
            self.config = load_config(str(project / CONFIGURATION))
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
        with _failing("engine-failed"):
            self.config = self.config.plugins.on_config(self.config)
            return self.config.plugins.on_files(get_files(self.config), config=self.config)

    def render(self, delivery: Delivery, folder: Path) -> None:
        """Make the whole site in an empty folder."""
        self.config.site_dir = str(folder)
        self._plugin.use(delivery)
        with _failing("engine-failed"):
            self.config.plugins.on_startup(command="build", dirty=False)
            build(self.config)
            self.config.plugins.on_shutdown()


def serve_preview(project: Path, *, tell_address: Callable[[str], None]) -> None:
    """Show the preview on this machine until it is stopped, rebuilding it at each change.

    CommandError `serve-port-taken` where another program listens at its address.
    """
    host, port = MkDocsEngine(project).config.dev_addr
    tell_address(f"http://{host}:{port}/")
    log = logging.getLogger("mkdocs.plugins.outreach")
    log.setLevel(logging.INFO)
    log.addHandler(_Speaker(logging.INFO))
    try:
        with _failing("engine-failed"):
            serve(str(project / CONFIGURATION))
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise CommandError("serve-port-taken", address=f"{host}:{port}") from error


@contextmanager
def _failing(code: str) -> Iterator[None]:
    """Turn MkDocs' own ways to stop into ours, with what it logged as the reason."""
    reasons: list[str] = []
    handler = _Collector(reasons)
    speaker = _Speaker(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.addHandler(speaker)
    try:
        yield
    except (Abort, MkDocsException) as error:
        raise CommandError(code, reason="\n".join(reasons) or str(error)) from error
    finally:
        logger.removeHandler(handler)
        logger.removeHandler(speaker)


class _Speaker(logging.Handler):
    """Passes on what MkDocs notes, e.g. a broken link of a hand-written page; errors come later."""

    def emit(self, record: logging.LogRecord) -> None:
        """Pass on a line."""
        if record.levelno < logging.ERROR:
            print(record.getMessage(), file=sys.stderr)  # noqa: T201  # a log has no other way out


class _Collector(logging.Handler):
    """Keeps what MkDocs says went wrong."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(logging.ERROR)
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self._lines.append(record.getMessage())
