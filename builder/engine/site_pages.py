"""SiteFiles → the files and pages of MkDocs or ProperDocs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files, InclusionLevel, file_sort_key
from mkdocs.structure.pages import Page

from builder.engine.navigation import compose_nav, list_labels
from builder.model.site import SiteFile
from builder.workflow.delivery import Delivery

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class SitePage(Page):
    """A page whose text is HTML already and whose front matter is known: nothing is converted."""

    def __init__(self, label: str, site_file: SiteFile, file: File, config: MkDocsConfig) -> None:
        super().__init__(label, file, config)
        self._site_file = site_file
        self.template = str((site_file.meta or {})["template"])

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the front matter as it stands."""
        self.markdown = ""
        self.meta = dict(self._site_file.meta or {})

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the body as it stands."""
        self.content = self._site_file.text


class _CopiedFile(File):
    """A file that stands on the site as it is: Markdown too, which MkDocs would make a page of."""

    def is_documentation_page(self) -> bool:
        """Never."""
        return False


def add_site_files(delivery: Delivery, files: Files, config: MkDocsConfig) -> None:
    """Put a delivery among the files of a build; what stood at one of its paths gives way."""
    labels = {path: label for label, path in delivery.navigation}
    labels |= {path: label for path, label in list_labels(config.nav or ()) if label}
    for one in delivery.files:
        level = InclusionLevel.INCLUDED if one.path in labels else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, one.path, content=one.text, inclusion=level)
        _replace(file, files)
        if one.meta is not None:
            SitePage(labels.get(one.path) or str(one.meta["title"]), one, file, config)
    for path, source in {**delivery.copies, **delivery.cleaned}.items():
        _replace(_CopiedFile.generated(config, path, abs_src_path=str(source)), files)
    for path in delivery.withheld:
        standing = files.get_file_from_path(path)
        if standing is not None:
            files.remove(standing)
    written = sorted(
        (one for one in files.documentation_pages() if one.generated_by is None), key=file_sort_key
    )
    config.nav = compose_nav(config.nav, delivery.navigation, (one.src_uri for one in written))


def _replace(file: File, files: Files) -> None:
    """Add a file in place of one with its path."""
    standing = files.get_file_from_path(file.src_uri)
    if standing is not None:
        files.remove(standing)
    files.append(file)
