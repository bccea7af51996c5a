"""A delivery that is given → a build of it that tells how far it is."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING

from builder.engine.parallel import PageOrder, write_ahead
from builder.workflow.steps import SILENT, Tell, count_each

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from builder.engine.press import Press
    from builder.workflow.delivery import Delivery


class ToldBuild:
    """Events of the plugin by which a build is followed."""

    _given: Delivery | None = None
    _tell: Tell = SILENT
    _order: PageOrder | None = None
    _nav: Navigation | None = None
    _written = 0
    _pages = 0
    _writing: Iterator[str] = iter(())

    def use(self, delivery: Delivery, tell: Tell = SILENT, order: PageOrder | None = None) -> None:
        """Build from a delivery that is made already; `order` as `write_ahead` takes it."""
        self._given, self._tell, self._order = delivery, tell, order

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """All is read; templates, hand-written pages and the navigation are looked at."""
        self._tell.part("part-theme")

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation, which every page shows."""
        self._nav = nav
        return nav

    def begin_pages(self, press: Press, files: Files, config: MkDocsConfig) -> None:
        """Our own pages are rendered on other cores."""
        writing = write_ahead(press, files, config, self._order)
        self._writing = count_each(writing, len(press.pages), self._tell)

    def end_pages(self) -> None:
        """Wait for the last of them."""
        self._tell.part("part-rendering")
        deque(self._writing, maxlen=0)

    def begin_files(self, files: Files) -> None:
        """Pages can be rendered; before them, files are copied."""
        self._pages, self._written = len(files.documentation_pages()), 0
        self._tell.part("part-files")

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Tell of a page."""
        self._written += 1
        self._tell.part("part-rendering")
        self._tell.count(self._written, self._pages)
        return context
