"""Facts about the way from one release to the next."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from builder.publish.manifest import FileMark, Manifest
from builder.publish.plan import (
    Action,
    Plan,
    Stage,
    find_shape_clash,
    list_folders,
    plan_publication,
)

PATHS = (
    *("index.html", "404.html", "feed.xml", "sitemap.xml", "robots.txt", "du-lieu/activities.csv"),
    *("tin/index.html", "tin/2026/index.html", "tin/2026/trang/2/index.html"),
    *("tin/2026/a/index.html", "tin/2026/b/index.html", "en/tin/2026/a/index.html"),
    *("tong-ket/2026/index.html", "tong-ket/2026/bao-cao.pdf", "gioi-thieu/index.html"),
    *("anh/a.webp", "anh/b.webp", "anh/c.webp", "assets/x.css", "pagefind/1/pagefind-entry.json"),
)
PICTURES = tuple(path for path in PATHS if path.startswith(("anh/", "assets/")))
PAGES = tuple(path for path in PATHS if path.endswith(".html"))


def manifest(files: dict[str, str]) -> Manifest:
    """A manifest of some texts."""
    marks = {
        path: FileMark(hashlib.sha256(text.encode()).hexdigest(), len(text))
        for path, text in files.items()
    }
    return Manifest(marks)


@st.composite
def sites(draw: st.DrawFn) -> dict[str, str]:
    """A site: each page's text is the pictures that it shows, all of which the site has."""
    pictures = draw(st.lists(st.sampled_from(PICTURES), unique=True))
    others = draw(st.lists(st.sampled_from(PATHS), unique=True))
    files = {path: draw(st.sampled_from(("one", "two"))) for path in (*pictures, *others)}
    shown = st.lists(st.sampled_from(pictures), unique=True) if pictures else st.just([])
    for path in files:
        if path in PAGES:
            files[path] = " ".join(draw(shown))
    return files


def carry_out(plan: Plan, local: dict[str, str], stands: dict[str, str], steps: int) -> None:
    """Carry out the first steps of a plan on what stands."""
    for step in plan.steps[:steps]:
        if step.action is Action.DELETE:
            del stands[step.path]
        else:
            stands[step.path] = local[step.path]


@given(local=sites(), remote=sites())
def test_the_steps_lead_from_any_release_to_any_other(
    local: dict[str, str], remote: dict[str, str]
) -> None:
    """Exactly what was built stands at the end; what others put there is not touched."""
    plan = plan_publication(manifest(local), manifest(remote))
    stands = remote | {"by-hand.html": "mine"}
    carry_out(plan, local, stands, len(plan.steps))

    assert local | {"by-hand.html": "mine"} == stands


@given(local=sites(), remote=sites())
def test_no_page_ever_lacks_a_picture(local: dict[str, str], remote: dict[str, str]) -> None:
    """However many of the steps were done when the line broke."""
    plan = plan_publication(manifest(local), manifest(remote))
    lacking = []
    for steps in range(len(plan.steps) + 1):
        stands = dict(remote)
        carry_out(plan, local, stands, steps)
        lacking += [
            (steps, path, picture)
            for path in PAGES
            for picture in stands.get(path, "").split()
            if picture not in stands
        ]

    assert [] == lacking


@given(local=sites(), remote=sites())
def test_only_what_differs_is_a_step(local: dict[str, str], remote: dict[str, str]) -> None:
    """One step a file that differs, none for the others."""
    plan = plan_publication(manifest(local), manifest(remote))
    differ = {path for path in local | remote if local.get(path) != remote.get(path)}

    assert sorted(differ) == sorted(step.path for step in plan.steps)


def test_stages_follow_what_leads_to_what() -> None:
    """Pictures and documents, then pages, then what leads to them, home last."""
    plan = plan_publication(manifest(dict.fromkeys(PATHS, "")), None)
    stages = {stage: [step.path for step in steps] for stage, steps in plan.list_stages()}

    assert {
        Stage.ASSETS: sorted((*PICTURES, "tong-ket/2026/bao-cao.pdf")),
        Stage.PAGES: [
            *("en/tin/2026/a/index.html", "gioi-thieu/index.html"),
            *("tin/2026/a/index.html", "tin/2026/b/index.html"),
        ],
        Stage.LISTS: [
            "tin/2026/trang/2/index.html",
            "pagefind/1/pagefind-entry.json",
            *("tin/2026/index.html", "tong-ket/2026/index.html"),
            *("du-lieu/activities.csv", "tin/index.html"),
            *("404.html", "feed.xml", "index.html", "robots.txt", "sitemap.xml"),
        ],
    } == stages


def test_what_goes_goes_after_what_shows_it() -> None:
    """Pages first, their pictures last."""
    old = manifest({"anh/a.webp": "", "tin/2026/a/index.html": "anh/a.webp"})
    plan = plan_publication(Manifest(), old)

    assert [(Stage.OLD_PAGES, "tin/2026/a/index.html"), (Stage.OLD_ASSETS, "anh/a.webp")] == [
        (step.stage, step.path) for step in plan.steps
    ]


def test_folders_are_listed_from_the_deepest() -> None:
    """So that each is empty when its turn comes."""
    assert ["a/b/c", "a/b", "a", "d"] == list_folders(["a/b/c/x", "a/y", "d/z", "e"])


def test_a_file_in_place_of_a_folder_is_a_clash() -> None:
    """Either way; and two like releases have none."""
    file, folder = manifest({"a": ""}), manifest({"a/b": ""})

    assert ("a", "a", None) == (
        find_shape_clash(file, folder),
        find_shape_clash(folder, file),
        find_shape_clash(file, file),
    )
