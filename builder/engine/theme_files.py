"""The theme's files → those that readers' browsers ask for: each is sent to the school's host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.engine.site_search import THEMES_OWN

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_MAPS = (".js.map", ".css.map")
"""For those who mend the theme itself: more than a megabyte."""

_SEARCH = "assets/javascripts/lunr/"
"""Languages of Material's own search: another megabyte."""


def leave_out_unused(files: Files, config: MkDocsConfig) -> None:
    """Take away source maps, and what Material's search loads where it isn't what readers use.

    Files of the school's own stay, whatever they are called.
    """
    folders = {*config.theme.dirs} - {config.theme.custom_dir}
    searches = any(
        name in config.plugins and config.plugins[name].config.get("enabled", True)
        for name in THEMES_OWN
    )
    for file in tuple(files):
        unused = file.src_uri.endswith(_MAPS) or (not searches and file.src_uri.startswith(_SEARCH))
        if unused and file.src_dir in folders:
            files.remove(file)
