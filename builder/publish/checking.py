"""A release and its web address → whether visitors are given the very files that were sent."""

from __future__ import annotations

import gzip
import hashlib
import posixpath
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import Request, urlopen

from builder.publish.manifest import Manifest
from builder.publish.plan import Plan
from builder.publish.publisher import Times

SAMPLE = 12
"""Most files that are looked at."""

_LARGEST = 5_000_000
"""Bytes; larger files are not fetched again."""

_HOME = "index.html"
_ANSWER_SECONDS = 10.0
_NAME = "school-outreach"
_SIGNS_OF_PATH = "/%:@!$&'()*+,;=~"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a look at the website showed."""

    looked_at: int
    wrong: tuple[str, ...] = ()
    """Addresses at which something else stands, or nothing."""

    is_reached: bool = True
    """False: nobody answered at all."""


def check_release(
    url: str, manifest: Manifest, plan: Plan, times: Times, pauses_seconds: Sequence[float]
) -> Checked:
    """Compare a sample of what was sent, the home page always; asked again after each pause.

    Hosts of pages and caches take a while to show what is new.
    """
    sample = choose_sample(manifest, plan)
    wrong, answers = _look(url, sample, manifest)
    for pause in pauses_seconds:
        if not wrong:
            break
        times.pause(pause)
        wrong, answers = _look(url, wrong, manifest)
    addresses = tuple(address_of(url, path) for path in wrong)
    return Checked(len(sample), addresses, is_reached=bool(answers) or not wrong)


def choose_sample(manifest: Manifest, plan: Plan) -> list[str]:
    """The home page and files spread evenly over what was sent, each once."""
    sent = [step.path for step in plan.puts if step.mark.size_bytes <= _LARGEST]
    spread = sent[:: -(-len(sent) // (SAMPLE - 1))] if sent else []
    home = [_HOME] if _HOME in manifest.files else []
    return list(dict.fromkeys([*home, *spread]))


def address_of(url: str, path: str) -> str:
    """Web address of a file; a folder's page by its folder's."""
    folder, name = posixpath.split(path)
    shown = f"{folder}/" if name == _HOME and folder else "" if name == _HOME else path
    return urljoin(url, quote(shown))


def _look(url: str, sample: Sequence[str], manifest: Manifest) -> tuple[list[str], int]:
    """Files of a sample that the website doesn't show as they are, and how many answers came."""
    wrong, answers = [], 0
    for path in sample:
        try:
            data = _fetch(address_of(url, path))
        except HTTPError:
            data, answers = None, answers + 1
        except (URLError, HTTPException, OSError, ValueError, zlib.error):
            data = None
        else:
            answers += 1
        if data is None or hashlib.sha256(data).hexdigest() != manifest.files[path].sha256:
            wrong.append(path)
        if not answers:
            return list(sample), 0
    return wrong, answers


def _fetch(address: str) -> bytes:
    """Bytes that stand at an address, past caches."""
    headers = {"User-Agent": _NAME, "Cache-Control": "no-cache", "Accept-Encoding": "identity"}
    # Only http and https are let through by the configuration.
    asked = Request(_spell(address), headers=headers)  # noqa: S310
    with urlopen(asked, timeout=_ANSWER_SECONDS) as answer:  # noqa: S310
        data: bytes = answer.read()
        if answer.headers.get("Content-Encoding") == "gzip":
            data = gzip.decompress(data)
    return data


def _spell(address: str) -> str:
    """A web address in the letters that servers are asked with; people may write Vietnamese."""
    parts = urlsplit(address)
    host = parts.netloc.encode("idna").decode("ascii")
    return parts._replace(netloc=host, path=quote(parts.path, _SIGNS_OF_PATH)).geturl()
