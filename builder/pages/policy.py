"""The school's settings → what its pages may load and run: their Content-Security-Policy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from builder.model.settings import Settings

POLICY_OF_A_BARE_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'"
"""Of a page that is a few words and a link."""


def compose_policy(settings: Settings) -> str:
    """What holds for every page under every engine.

    Scripts and `<style>` elements are missing here: an engine that knows which
    ones its templates write adds `default-src`, `script-src` and
    `style-src-elem`. Styles on a tag stay: the sanitiser has let through only
    harmless ones, and tables of Markdown align their columns so.
    """
    hosts = " ".join(_list_sources(settings.frames_from))
    return "; ".join(
        (
            "img-src 'self' data:",
            "font-src 'self'",
            f"media-src 'self' {hosts}".rstrip(),
            f"frame-src {hosts or _NOWHERE}",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            f"object-src {_NOWHERE}",
            "base-uri 'self'",
            "form-action 'self'",
            "style-src 'self' 'unsafe-inline'",
        )
    )


_NOWHERE = "'none'"


def _list_sources(frames_from: Iterable[str]) -> Iterator[str]:
    """Hosts as a policy names them; a path stands for itself and, with `/`, for all below it."""
    for listed in frames_from:
        host, _, path = listed.strip("/").partition("/")
        if path:
            yield f"{host}/{quote(path, safe='/%')}"
            yield f"{host}/{quote(path, safe='/%')}/"
        else:
            yield host
