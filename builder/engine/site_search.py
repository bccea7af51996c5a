"""Our own search in the place of the theme's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from builder.engine.project_delivery import project_folder
from builder.model.failures import CommandError
from builder.workflow.delivery import Delivery
from builder.workflow.language import find_language
from builder.workflow.search import place_search
from builder.workflow.speaking import speak_failure

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from builder.workflow.steps import Tell

THEMES_OWN = ("material/search", "search")
"""Plugins by which Material's own search is switched on."""


def take_over_search(config: MkDocsConfig) -> None:
    """Let the theme's plugin make no index and its header show no search box."""
    for name in THEMES_OWN:
        if name in config.plugins:
            config.plugins[name].config["enabled"] = False


def place_index(delivery: Delivery, config: MkDocsConfig, tell: Tell) -> None:
    """Put the index beside the pages that stand in the site's folder; PluginError if none can be.

    A preview has none: it would lag behind what is shown.
    """
    if delivery.search is None:
        return
    try:
        tell.part("part-search")
        place_search(delivery.search, Path(config.site_dir), tell)
    except CommandError as error:
        raise PluginError(speak_failure(error, find_language(project_folder(config)))) from error
