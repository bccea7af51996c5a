"""Links of a text → hosts that nobody knows: betting sites slip their links into school sites."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from builder.reading.rules.findings import Finding
from builder.reading.rules.rule import Rule
from builder.reading.rules.text import ReviewedText
from builder.reading.rules.watch import Known

_HOST = re.compile(
    r"//(?<=[:(<\"'=\s]//)(?:[^\s/@]*@)?([^\s/:?#()<>\[\]\"'|*,;@]*[^\s/:?#()<>\[\]\"'|*.,;@])"
)
_BETTING = re.compile(
    r"(?<![a-z])bet(?!h)|(?<!alpha)bet(?=[\d.\-])|casino|nha-?cai|tai-?xiu|game-?bai|danh-?bai"
    r"|no-?hu|soi-?keo|keo-?nha|baccarat|poker|(?<![a-z])slot|xoc-?dia|da-?ga|[a-z]88(?!\d)"
    r"|(?<![12]9)88[a-z]?\.|789|sun-?win|lo-?de|xo-?so|b52|xoi-?lac|ca-?do(?![a-z])|rikvip|iwin"
)


def find_unknown_hosts(text: ReviewedText) -> Iterator[Finding]:
    """Findings of `unknown-host`, each host once, where a link first names it."""
    if "//" not in text.lowered:
        return
    told: set[str] = set()
    for found in _HOST.finditer(text.lowered):
        host, position = found[1], found.start(1)
        if host in told or is_known_host(host, text.watch.known) or _is_code(text, position):
            continue
        told.add(host)
        code = "betting-host" if _BETTING.search(host) else None
        yield Finding("unknown-host", text.place(position), {"host": host}, code)


def is_known_host(host: str, known: Known) -> bool:
    """Whether a host, or one that it is below, is known to the school or to everybody."""
    return _is_below(host, known.hosts) or _is_below(host, load_hosts("known"))


def names_official_host(words: str) -> bool:
    """Whether a text holds a link to a site of the state or the Party."""
    return any(_is_below(one[1], load_hosts("official")) for one in _HOST.finditer(words.lower()))


def host_of(address: str | None) -> str | None:
    """Host of an address as it is looked up, without `www.`; None where it has none."""
    try:
        host = urlsplit(address or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


@cache
def load_hosts(kind: str) -> frozenset[str]:
    """The table's hosts of a kind: `known` or `official`."""
    text = files(__package__).joinpath("hosts.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[kind])


def _is_below(host: str, hosts: frozenset[str]) -> bool:
    """Whether a host is one of these or below one of them."""
    labels = host.split(".")
    return any(".".join(labels[first:]) in hosts for first in range(len(labels)))


def _is_code(text: ReviewedText, position: int) -> bool:
    """Whether a place of the body is code or a comment, where no link is made."""
    at = position - text.body_start
    return at >= 0 and text.body.text.masked[at].isspace()


RULES = (Rule(frozenset({"unknown-host"}), find_unknown_hosts),)
