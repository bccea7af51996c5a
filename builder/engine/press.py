"""Pages of ours → their HTML, each the same as MkDocs' own loop would make it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.commands.build import get_context

from builder.engine.fast_templates import hasten
from builder.engine.frames import Frame, VariesError, find_shelf
from builder.engine.site_pages import SitePage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment, Template
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext


class Press:
    """Renders pages from the templates of one build."""

    def __init__(
        self, env: Environment, nav: Navigation, files: Files, config: MkDocsConfig
    ) -> None:
        self._env, self._nav, self._config = env, nav, config
        hasten(env)
        self._files = files.documentation_pages()
        self.pages = [one.page for one in self._files if isinstance(one.page, SitePage)]
        self._shelves: dict[tuple[str, str, str], list[SitePage]] = {}
        for page in self.pages:
            shelf = find_shelf(page)
            if shelf is not None:
                self._shelves.setdefault(shelf, []).append(page)
        self._frames: dict[tuple[str, str, str], Frame | None] = {}

    def compile_templates(self) -> None:
        """Render one page of each template: processes that part afterwards share what it made."""
        for page in {one.template: one for one in self.pages}.values():
            self.render(page)

    def render(self, page: SitePage) -> str:
        """HTML of one page, filled into a frame where several pages share one."""
        frame = self.find_frame(page)
        page.active = True
        html = frame.fill(page) if frame is not None else self.render_alone(page)
        page.active = False
        return html

    def render_alone(self, page: SitePage) -> str:
        """HTML of one page, its frame rendered for it alone."""
        return self._load(page).render(self._compose_variables(page))

    def find_frame(self, page: SitePage) -> Frame | None:
        """The frame of a page; None where it has its own or the theme shows it in each its way."""
        shelf = find_shelf(page)
        pages: Sequence[SitePage] = self._shelves.get(shelf, ()) if shelf else ()
        if shelf is None or len(pages) == 1:
            return None
        if shelf not in self._frames:
            try:
                self._frames[shelf] = Frame(
                    self._load(page), {**self._compose_variables(page)}, pages
                )
            except VariesError:
                self._frames[shelf] = None
        return self._frames[shelf]

    def _load(self, page: SitePage) -> Template:
        """The template that a page names."""
        return self._env.get_template(page.template)

    def _compose_variables(self, page: SitePage) -> TemplateContext:
        """What MkDocs gives to the template of a page."""
        return get_context(self._nav, self._files, self._config, page)
