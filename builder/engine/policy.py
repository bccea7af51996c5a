"""Templates of a theme → the policy of their pages, and pages that lack it → the same with it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.commands.build import get_context

from builder.engine.site_pages import SitePage
from builder.pages.links import mark_links_elsewhere

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

_INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1>", re.DOTALL | re.IGNORECASE)
_NOT_RUN = re.compile(r"\bsrc\s*=|type\s*=\s*[\"']?(?!text/javascript|module)", re.IGNORECASE)
"""In the tag of a script that isn't written in the page, or is data and no script."""

_TOP = re.compile(r"<meta charset[^>]*>|<head\b[^>]*>(?!\s*<meta charset)", re.IGNORECASE)
"""Where a head begins; its letters' coding goes before all else."""

_GENERATOR = re.compile(r"[ \t]*<meta name=\"?generator\b[^>]*>\n?", re.IGNORECASE)
_POLICY = 'http-equiv="Content-Security-Policy"'
_LOST = "404.html"


class SafePages:
    """Events of the plugin by which pages that MkDocs makes by itself are as safe as ours."""

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Tell nobody elsewhere who sends them readers."""
        return html if isinstance(page, SitePage) else mark_links_elsewhere(html)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Cover pages of a school's own templates."""
        return cover(output, config)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Cover a school's own page for what isn't there."""
        return cover(output, config) if template_name.endswith(".html") else output


def settle_scope(config: MkDocsConfig) -> None:
    """Let Material's first script be the same on every page: one hash then stands for all."""
    config.extra.setdefault("scope", urlsplit(config.site_url or "").path or "/")


def find_inline(
    env: Environment, nav: Navigation, files: Files, config: MkDocsConfig
) -> dict[str, str]:
    """What templates read as `config.extra.outreach`: the part of the policy for what they write.

    Inline scripts and styles are those of a page without content, as the theme
    renders it with this configuration, and those that stand in a school's own
    templates word for word. None of a text's is among them: it will not run.
    """
    base = urlsplit(config.site_url or "/").path
    context = get_context(nav, files, config, base_url=base)
    texts = [env.get_template(_LOST).render(context), *_read_own_templates(config)]
    scripts = " ".join(("'self'", *_list_hashes("script", texts)))
    styles = " ".join(("'self'", *_list_hashes("style", texts)))
    return {"scripts": f"default-src 'none'; style-src-elem {styles}; script-src {scripts}"}


def _read_own_templates(config: MkDocsConfig) -> Iterator[str]:
    """Texts of the templates that a school brings."""
    if config.theme.custom_dir:
        for file in sorted(Path(config.theme.custom_dir).rglob("*.html")):
            yield file.read_text("utf-8")


def _list_hashes(kind: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Sources of the scripts or styles that stand in texts, in a policy's words."""
    found = {
        written[3]
        for text in texts
        for written in _INLINE.finditer(text)
        if written[1].lower() == kind and not (kind == "script" and _NOT_RUN.search(written[2]))
    }
    return tuple(sorted(f"'sha256-{_digest(one)}'" for one in found))


def _digest(text: str) -> str:
    """Hash as a policy writes it."""
    return b64encode(sha256(text.encode()).digest()).decode()


def cover(html: str, config: MkDocsConfig) -> str:
    """A page with a policy, and without the name and version of what made it."""
    frame = config.extra.get("outreach") or {}
    if _POLICY in html or "policy" not in frame:
        return html
    policy = "; ".join(frame[key] for key in ("policy", "scripts") if key in frame)
    meta = f'\n    <meta {_POLICY} content="{policy}">'
    return _TOP.sub(lambda top: top[0] + meta, _GENERATOR.sub("", html), count=1)
