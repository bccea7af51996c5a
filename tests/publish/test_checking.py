"""What visitors are given is compared with what was sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.error import URLError
from urllib.request import Request

import pytest

from builder.publish import checking
from builder.publish.checking import (
    SAMPLE,
    Checked,
    address_of,
    check_release,
    choose_sample,
)
from builder.publish.manifest import FileMark, Manifest
from builder.publish.plan import Plan, plan_publication
from tests.publish.serving import Serve, serving
from tests.publish.target_contract import NEW, Clock
from tests.publish.test_plan import manifest


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Serve files below an address that is given."""
    monkeypatch.setenv("no_proxy", "*")
    with serving() as begin:
        yield begin


def plan_of(files: Mapping[str, bytes]) -> tuple[Manifest, Plan]:
    """A first publication of some files."""
    wanted = manifest({path: data.decode() for path, data in files.items()})
    return wanted, plan_publication(wanted, None)


def check(url: str, files: Mapping[str, bytes], clock: Clock | None = None) -> Checked:
    """Look at a website on which files should stand."""
    return check_release(url, *plan_of(files), (clock or Clock()).times(), (1.0, 2.0))


@pytest.mark.parametrize("packs", [False, True], ids=["plain", "gzip"])
def test_files_that_stand_are_confirmed(serve: Serve, *, packs: bool) -> None:
    """Vietnamese addresses and packed answers too."""
    assert Checked(len(NEW)) == check(serve(NEW, packs=packs), NEW)


def test_a_web_address_may_be_written_in_vietnamese(serve: Serve) -> None:
    """As its folder is named; blanks are written as web addresses want them."""
    url = serve({f"đối ngoại/{path}": data for path, data in NEW.items()})

    assert Checked(len(NEW)) == check(f"{url}đối%20ngoại/", NEW)


def test_a_vietnamese_name_of_a_host_is_asked_for_as_it_is_registered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Letters with marks have a spelling of their own on the net; the port stays."""
    asked: list[str] = []

    def refuse(request: Request, timeout: float) -> None:
        asked.append(request.full_url)
        raise URLError(f"nobody within {timeout} s")

    monkeypatch.setattr(checking, "urlopen", refuse)
    check("https://trường.vn:8443/tin/", {"index.html": b"x"})

    assert {"https://xn--trng-rib8295b.vn:8443/tin/"} == set(asked)


def test_another_file_and_none_are_told_by_their_addresses(serve: Serve) -> None:
    """An old copy and a missing page are wrong alike, after some patience."""
    clock = Clock()
    shown = {path: data for path, data in NEW.items() if path != "feed.xml"}
    url = serve(shown | {"tin/index.html": b"old"})
    checked = check(url, NEW, clock)

    assert ({f"{url}feed.xml", f"{url}tin/"}, True, 3.0) == (
        set(checked.wrong),
        checked.is_reached,
        clock.seconds,
    )


def test_a_website_that_needs_a_moment_is_asked_again(serve: Serve) -> None:
    """What is right the second time is right."""
    shown = dict(NEW) | {"feed.xml": b"old"}
    url = serve(shown)
    clock = Clock()
    times = clock.times()
    patient = type(times)(times.now, times.clock, lambda _: shown.update(NEW))

    assert () == check_release(url, *plan_of(NEW), patient, (1.0,)).wrong


def test_an_address_at_which_nobody_answers_is_told(serve: Serve) -> None:
    """Once, and not for every file."""
    serve(NEW)
    checked = check("http://127.0.0.1:9/", NEW)

    assert (False, len(NEW)) == (checked.is_reached, len(checked.wrong))


def test_a_sample_is_spread_over_what_was_sent() -> None:
    """Home always, few enough, none too large, the same each time."""
    files = {f"tin/2026/{number:04}/index.html": b"x" for number in range(3000)}
    wanted, _ = plan_of(files | {"index.html": b"home"})
    large = Manifest(dict(wanted.files) | {"film.mp4": FileMark("y", 10**9)})
    sample = choose_sample(large, plan_publication(large, None))

    assert ("index.html", True, False) == (
        sample[0],
        SAMPLE // 2 < len(sample) <= SAMPLE,
        "film.mp4" in sample,
    )
    assert ["index.html"] == choose_sample(wanted, plan_publication(wanted, wanted))


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", "https://a.example/b/"),
        ("tin/2026/a/index.html", "https://a.example/b/tin/2026/a/"),
        ("404.html", "https://a.example/b/404.html"),
        ("tep/đề thi #1.pdf", "https://a.example/b/tep/%C4%91%E1%BB%81%20thi%20%231.pdf"),
        ("a:b/c.txt", "https://a.example/b/a%3Ab/c.txt"),
    ],
)
def test_a_page_is_looked_at_by_its_folder(path: str, address: str) -> None:
    """As visitors reach it."""
    assert address == address_of("https://a.example/b/", path)
