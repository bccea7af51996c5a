"""What the workflow hands to whatever renders the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from builder.model.site import SiteFile
from builder.reports.fonts import Fonts
from builder.workflow.addresses import Addresses
from builder.workflow.search import SearchSources
from builder.workflow.steps import Tell


@dataclass(frozen=True, slots=True)
class Delivery:
    """All that an engine needs to make the site beside the hand-written pages."""

    files: tuple[SiteFile, ...]
    copies: Mapping[str, Path]
    """Path on the site → file on this machine that is published as it is."""

    cleaned: Mapping[str, Path]
    """Picture of a hand-written page, by its path below `docs_dir` → its clean copy."""

    withheld: frozenset[str]
    """Files below `docs_dir` that must not be published: pictures that cannot be cleaned."""

    navigation: tuple[tuple[str, str], ...]
    """Label and path of each section's page, in order."""

    frame: Mapping[str, object]
    """What every page shows of the school: `config.extra.outreach` in templates."""

    addresses: Addresses

    fonts: Fonts
    """In which the documents are printed."""

    search: SearchSources | None = None
    """What an index is made of where all pages stand; None: the site has none."""


@dataclass(frozen=True, slots=True)
class Shell:
    """All that a site shows beside the files of a delivery."""

    digest: str
    """While it stays the same, each page of a delivery changes with its SiteFile alone."""

    needed: frozenset[str]
    """Paths of SiteFiles that the engine must know to render any other."""


class Engine(Protocol):
    """What renders a delivery and the project's hand-written pages to a site."""

    @property
    def site_folder(self) -> Path:
        """Where the project's configuration wants the site."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What it noted of the configuration."""

    @property
    def watched_folders(self) -> tuple[Path, ...]:
        """Folders whose files the site shows, or is made with, as they are."""

    def describe_shell(self, delivery: Delivery) -> Shell | None:
        """What the delivery's pages stand in; None: it may change without a file's change."""

    def render(self, delivery: Delivery, folder: Path, tell: Tell) -> tuple[str, ...]:
        """Make the whole site in an empty folder; CommandError where it cannot.

        What it noted of the hand-written pages stays so while they and the shell do.
        """
