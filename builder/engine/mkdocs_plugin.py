"""The plugin `outreach`: hands a delivery to MkDocs or ProperDocs and decides nothing."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority

from builder.engine.parallel import Press, render_ahead
from builder.engine.site_pages import add_site_files
from builder.engine.theme_folder import find_theme_folder
from builder.model.failures import CommandError
from builder.workflow.content import read_content
from builder.workflow.day import find_today
from builder.workflow.delivery import Delivery
from builder.workflow.prepare import Order, prepare_delivery
from builder.workflow.speaking import speak_failure, speak_line

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.base import ConfigErrors, ConfigWarnings
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

log = logging.getLogger("mkdocs.plugins.outreach")


class _Options(Config):  # type: ignore[no-untyped-call]  # MkDocs is partly untyped
    """None of MkDocs' own: our reader takes the plugin's section from the text."""


class OutreachPlugin(BasePlugin[_Options]):  # type: ignore[no-untyped-call]  # as above
    """Adds a school's outreach section to a site."""

    def __init__(self) -> None:
        self._is_preview = False
        self._given: Delivery | None = None
        self._delivery: Delivery | None = None
        self._nav: Navigation | None = None

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Accept every option: our own reader takes them from the text, each with its line."""
        return [], []

    def use(self, delivery: Delivery) -> None:
        """Build from a delivery that is made already."""
        self._given = delivery

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview; MkDocs then keeps the plugin over its builds."""
        self._is_preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and judge all content before MkDocs empties the site's folder."""
        self._delivery = self._given or self._prepare(config)
        theme = str(find_theme_folder())
        if theme not in config.theme.dirs:
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, theme)
        config.theme["font"] = False
        config.extra["generator"] = False
        config.extra["outreach"] = dict(self._delivery.frame)
        config.theme.static_templates -= {one.path for one in self._delivery.files}
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages, texts and pictures."""
        if self._delivery is not None:
            add_site_files(self._delivery, files, config)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation, which every page shows."""
        self._nav = nav
        return nav

    @event_priority(-100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Render many pages at once, after every other plugin had its say."""
        if self._nav is not None and not self._is_preview:
            render_ahead(Press(env, self._nav, files, config))
        return env

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Watch all content; MkDocs itself watches the hand-written pages only."""
        server.watch(str(_project(config) / "content"))
        return server

    def _prepare(self, config: MkDocsConfig) -> Delivery:
        """A delivery from the project; PluginError with all problems where errors forbid it."""
        try:
            order = Order(_project(config), find_today(), preview=self._is_preview)
            content = read_content(order.folder, order.today)
        except CommandError as error:
            raise PluginError(speak_failure(error, "vi")) from error
        delivery = prepare_delivery(content, order)
        if delivery is None:
            errors = [one for one in content.problems if one.is_error]
            raise PluginError("\n".join(speak_line(one, content.language) for one in errors))
        for problem in content.problems:
            log.info(speak_line(problem, content.language))
        return delivery


def _project(config: MkDocsConfig) -> Path:
    """The project's folder."""
    return Path(config.config_file_path).parent
