"""The theme's files → those that readers' browsers ask for: each is sent to the school's host."""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader

from builder.engine.site_search import THEMES_OWN

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.theme import Theme

_MAPS = (".js.map", ".css.map")
"""For those who mend the theme itself: more than a megabyte."""

_SEARCH = "assets/javascripts/lunr/"
"""Languages of Material's own search: another megabyte."""

BUNDLE = "assets/javascripts/bundle.*.min.js"
"""The theme's own script, which every page runs."""

ALTERNATES, LANGUAGES = b"link[rel=alternate]", b"link[rel=alternate][hreflang]"
"""What it takes for a page's other languages, its feeds too; and what Zensical's script does."""


def trim_theme(files: Files, config: MkDocsConfig) -> None:
    """Take away source maps, and what Material's search loads where it isn't what readers use.

    And let its script load the sitemap of each other language of a page, but of no feed: as
    large as the site, it would come with every page, once for each feed that the page names.
    Files of the school's own stay as they are, whatever they are called.
    """
    folders = {*config.theme.dirs} - {config.theme.custom_dir}
    searches = any(
        name in config.plugins and config.plugins[name].config.get("enabled", True)
        for name in THEMES_OWN
    )
    for file in [one for one in files if one.src_dir in folders]:
        if file.src_uri.endswith(_MAPS) or (not searches and file.src_uri.startswith(_SEARCH)):
            files.remove(file)
        elif fnmatchcase(file.src_uri, BUNDLE):
            file.content_bytes = file.content_bytes.replace(ALTERNATES, LANGUAGES)


def pass_over_hidden(theme: Theme) -> None:
    """Let MkDocs not look at each of the theme's fifteen thousand icons, to leave all of them.

    They stand in a hidden folder, and of hidden files it publishes none.
    """

    def get_env() -> Environment:
        env = type(theme).get_env(theme)
        env.loader = _Visible(theme.dirs)
        return env

    vars(theme)["get_env"] = get_env


class _Visible(FileSystemLoader):
    """Templates of which only those are listed that aren't hidden; all can be loaded."""

    def list_templates(self) -> list[str]:
        """Paths of the listed ones."""
        found: set[str] = set()
        for folder in self.searchpath:
            for here, folders, names in os.walk(folder, followlinks=self.followlinks):
                folders[:] = [one for one in folders if not one.startswith(".")]
                above = os.path.relpath(here, folder).replace(os.sep, "/")
                prefix = "" if above == "." else f"{above}/"
                found.update(f"{prefix}{name}" for name in names if not name.startswith("."))
        return sorted(found)
