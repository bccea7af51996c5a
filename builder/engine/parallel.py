"""Our pages → MkDocs' own loop, which takes what stands ready in place of rendering.

A page is a function of its SiteFile, so pages can be rendered in any order and
in any process. MkDocs goes its way, with every event of every plugin; only the
template of each page gives what stands ready.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, DictLoader

from builder.engine.press import Press
from builder.engine.site_pages import READY_TEMPLATE
from builder.workflow.side_by_side import make_side_by_side

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig

PAYS_FROM = 200
"""Pages from which on processes win more than they cost."""

_HARMLESS = frozenset(("outreach", "search", "material/search"))
"""Plugins known to change nothing that a page of ours shows."""


def render_ahead(press: Press, env: Environment, config: MkDocsConfig) -> None:
    """Let MkDocs' loop take our pages from the press, one after another in their order.

    Does nothing where a plugin may want to change a page.
    """
    if not _HARMLESS.issuperset(config.plugins):
        return
    known = DictLoader({READY_TEMPLATE: "{{ page.take_ready() }}"})
    env.loader = ChoiceLoader([known, *filter(None, [env.loader])])
    if len(press.pages) >= PAYS_FROM:
        press.compile_templates()
    output = _Output(press)
    for number, page in enumerate(press.pages):
        page.expect(partial(output.take, number))


class _Output:
    """What the press gives, in its order."""

    def __init__(self, press: Press) -> None:
        self._made = enumerate(
            make_side_by_side(
                lambda number: press.render(press.pages[number]),
                len(press.pages),
                pays_from=PAYS_FROM,
            )
        )

    def take(self, number: int) -> str:
        """One page; those before it that nobody asked for are passed over."""
        return next(html for made, html in self._made if made == number)
