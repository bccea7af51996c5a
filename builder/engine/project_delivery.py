"""A project that its engine was started on → its delivery; problems in the engine's log."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from builder.model.failures import CommandError
from builder.workflow.content import Content, read_content
from builder.workflow.day import find_today
from builder.workflow.delivery import Delivery
from builder.workflow.language import find_language
from builder.workflow.prepare import Order, prepare_delivery
from builder.workflow.speaking import speak_failure, speak_line

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.plugins.outreach")


def deliver_project(config: MkDocsConfig, *, preview: bool) -> Delivery:
    """Read and compose; PluginError with all errors where they forbid a site.

    Warnings go to the log at INFO: a strict build fails on errors alone.
    """
    folder = project_folder(config)
    try:
        order = Order(folder, find_today(), preview=preview)
        content = read_content(folder, order.today, for_pages=True)
    except CommandError as error:
        raise PluginError(speak_failure(error, find_language(folder))) from error
    delivery = prepare_delivery(content, order)
    if delivery is None:
        raise PluginError("\n".join(_speak_errors(content)))
    for problem in content.problems:
        log.info(speak_line(problem, content.language))
    return delivery


def project_folder(config: MkDocsConfig) -> Path:
    """Where the project's `mkdocs.yml` stands."""
    return Path(config.config_file_path).parent


def _speak_errors(content: Content) -> list[str]:
    """Every error in words."""
    return [speak_line(one, content.language) for one in content.problems if one.is_error]
