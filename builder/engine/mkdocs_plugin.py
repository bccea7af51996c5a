"""The plugin `outreach`: hands a delivery to MkDocs or ProperDocs and decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin, event_priority

from builder.disk.project_folder import CONTENT
from builder.engine.compiled import keep_compiled
from builder.engine.policy import SafePages, find_inline, settle_scope
from builder.engine.press import Press
from builder.engine.project_delivery import deliver_project, project_folder
from builder.engine.site_pages import add_site_files
from builder.engine.site_search import place_index, take_over_search
from builder.engine.theme_files import pass_over_hidden, trim_theme
from builder.engine.theme_folder import find_theme_folder
from builder.engine.told_build import ToldBuild
from builder.workflow.delivery import Delivery

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.base import ConfigErrors, ConfigWarnings
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files


class _Options(Config):  # type: ignore[no-untyped-call]  # MkDocs is partly untyped
    """None of MkDocs' own: our reader takes the plugin's section from the text."""


class OutreachPlugin(SafePages, ToldBuild, BasePlugin[_Options]):  # type: ignore[no-untyped-call]  # as above
    """Adds a school's outreach section to a site."""

    def __init__(self) -> None:
        self._is_preview = False
        self._delivery: Delivery | None = None

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Accept every option: our own reader takes them from the text, each with its line."""
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview; MkDocs then keeps the plugin over its builds."""
        self._is_preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and judge all content before MkDocs empties the site's folder."""
        self._delivery = self._given or deliver_project(config, preview=self._is_preview)
        theme = str(find_theme_folder())
        if theme not in config.theme.dirs:
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, theme)
        pass_over_hidden(config.theme)
        config.theme["font"] = False
        config.extra["generator"] = False
        settle_scope(config)
        config.extra["outreach"] = dict(self._delivery.frame)
        if self._delivery.frame["search"]:
            take_over_search(config)
        config.theme.static_templates -= {one.path for one in self._delivery.files}
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages, texts and pictures."""
        if self._delivery is not None:
            add_site_files(self._delivery, files, config)
        trim_theme(files, config)
        return files

    @event_priority(-100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Render many pages at once, after every other plugin had its say."""
        keep_compiled(env)
        if self._nav is not None and not self._is_preview:
            config.extra["outreach"] |= find_inline(env, self._nav, files, config)
        if self._nav is not None and (self._given or not self._is_preview):
            self.begin_pages(Press(env, self._nav, files, config), files, config)
        self.begin_files(files)
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Wait for the last of our pages, and let readers search what stands now."""
        self.end_pages()
        if self._delivery is not None:
            place_index(self._delivery, config, self._tell)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Watch all content; MkDocs itself watches the hand-written pages only."""
        server.watch(str(project_folder(config) / CONTENT))
        return server
