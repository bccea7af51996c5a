"""Text of `mkdocs.yml` → Settings, with every problem of what this product reads there.

The plugin's section is read as text, like a post (`approval: off` is the word);
of MkDocs' own keys only those that pages and messages need. All others are none
of our business.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import yaml

from builder.model.problems import Outcome, Problem, Where
from builder.model.settings import School, Settings
from builder.model.vocabulary import Vocabulary
from builder.reading.configuration.markdown import Extensions, read_extensions
from builder.reading.configuration.rules import DEFAULTS, read_rules
from builder.reading.configuration.school import read_school
from builder.reading.configuration.search import read_search
from builder.reading.configuration.section import find_section
from builder.reading.configuration.targets import read_targets
from builder.reading.configuration.theme import read_theme
from builder.reading.configuration.values import (
    read_approval,
    read_frame_hosts,
    read_languages,
    read_year_start,
)
from builder.reading.configuration.words import extend_vocabulary
from builder.reading.configuration.yaml_text import Option, TooManyValues, find_options, read_plain
from builder.reading.fields.given import Fields
from builder.reading.fields.keys import key_table
from builder.reading.source.decoding import HARD_BLANKS, place_at
from builder.reading.source.nodes import Scalar
from builder.reading.source.pieces import cut_pieces
from builder.reading.source.yaml_errors import explain_error
from builder.reading.source.yaml_nodes import read_mapping, shorten
from builder.reading.surroundings.documents import match_fields, read_web_address
from builder.reading.values.texts import read_whole
from builder.reading.vocabulary import load_vocabulary

CONFIGURATION = "mkdocs.yml"
DEFAULT_FRAMES = ("www.youtube-nocookie.com", "www.google.com/maps")
_PAGES_FOLDER = "content/pages"
_POSTS_FOLDER = "content/posts"
_DECIDING = frozenset({"plugins", "theme", "docs_dir", "markdown_extensions", "INHERIT"})
"""Keys without which what is sound would be called wrong."""


SECTION_KEYS = key_table(
    {
        "school": (),
        "school_year_start": (),
        "posts_per_page": (),
        "approval": (),
        "languages": (),
        "activity_types": (),
        "themes": (),
        "channels": (),
        "frames_from": (),
        "rules": (),
        "targets": (),
    }
)


@dataclass(frozen=True, slots=True)
class _Site:
    """What MkDocs' own keys say."""

    name: str | None
    url: str | None
    pages_folder: str
    language: str
    search: bool
    extensions: Extensions

    def complete(self, settings: Settings) -> Settings:
        """The settings of the plugin's section with what stands outside of it."""
        return replace(
            settings,
            language=self.language,
            pages_folder=self.pages_folder,
            search=self.search,
            markdown_extensions=self.extensions.names,
            markdown_options=self.extensions.options,
        )


@lru_cache(maxsize=1)
def read_settings(text: str, path: str = CONFIGURATION) -> Outcome[Settings]:
    """Settings of a school.

    With errors the value is what could be read, defaults in place of the rest, so
    that other files are checked all the same; None where too little could be read.
    A command asks for those of one text several times.
    """
    tree = read_mapping(text, path)
    if tree.value is None:
        return _read_around(text, path, tree.problems[-1])
    section = find_section(tree.value)
    if section.value is None:
        return Outcome(None, section.problems)
    fields = match_fields(section.value.mapping, SECTION_KEYS, required=("school",))
    rules = fields.read("rules", read_rules) or DEFAULTS
    site = _read_site(text, path, rules["colour-contrast"])
    vocabulary = extend_vocabulary(load_vocabulary(), fields.entries)
    school = fields.read("school", read_school)
    settings = _join(fields, school, vocabulary.value, site.value, rules)
    own = (one for one in tree.problems if one.is_error and section.value.holds(one.where))
    problems = (*own, *fields.problems, *vocabulary.problems, *site.problems)
    return Outcome(settings, problems)


def _read_around(text: str, path: str, slip: Problem) -> Outcome[Settings]:
    """Settings of a text with slips of the pen, which are told; None where too much is hidden."""
    pieces = cut_pieces(text, path, slip)
    slips = tuple(one.slip for one in pieces if one.slip)
    hidden = {head for one in pieces if one.slip for head in one.heads}
    sound = "\n".join("" if one.slip else line for one in pieces for line in one.lines)
    is_named = all(one.heads[0] for one in pieces if one.slip)
    if not is_named or hidden & _DECIDING or sound == text:
        return Outcome(None, slips)
    around = read_settings(sound, path)
    return Outcome(around.value, (*slips, *around.problems))


def _join(
    fields: Fields,
    school: School | None,
    vocabulary: Vocabulary | None,
    site: _Site | None,
    rules: Mapping[str, str],
) -> Settings | None:
    """All settings with their defaults; each field is read, and its problems kept, in any case."""
    start = fields.read("school_year_start", read_year_start)
    per_page = fields.read("posts_per_page", read_whole)
    approval = fields.read("approval", read_approval)
    languages = fields.read("languages", read_languages)
    frames = fields.read("frames_from", read_frame_hosts)
    targets = fields.read("targets", read_targets)
    if school is None or vocabulary is None or site is None:
        return None
    settings = Settings(
        school=school,
        vocabulary=vocabulary,
        site_name=site.name or school.name[-1].value,
        site_url=site.url,
        school_year_start=start or 9,
        posts_per_page=per_page or 20,
        approval_required=approval == "required",
        languages=languages or ("vi",),
        frames_from=DEFAULT_FRAMES if frames is None else frames,
        targets=targets or (),
        rules=rules,
    )
    return site.complete(settings)


def _read_site(text: str, path: str, contrast_level: str) -> Outcome[_Site]:
    """What MkDocs' own keys say; the text has been found sound."""
    try:
        options = find_options(text)
        extensions = read_extensions(options.get("markdown_extensions"), path)
        theme = read_theme(options.get("theme"), path, contrast_level)
        name = _text_of(options.get("site_name"), path)
        url = _text_of(options.get("site_url"), path)
        pages = _text_of(options.get("docs_dir"), path)
        search = read_search(options.get("plugins"))
    except TooManyValues:
        return Outcome(None, (Problem("settings-too-large", Where(path)),))
    except yaml.YAMLError as error:
        # What only a whole tree shows, such as a `*name` that nothing is named by.
        return Outcome(None, (_find_blank(text, path) or explain_error(text, error, path, 1),))
    address = read_web_address(url, key="site_url")
    folder = posixpath.normpath(pages.text) if pages.text else _PAGES_FOLDER
    problems = [*extensions.problems, *theme.problems, *address.problems]
    if _holds_posts(folder):
        problems.append(Problem("docs-dir-posts", pages.where, {"written": shorten(pages.text)}))
    if extensions.value is None or theme.value is None:
        return Outcome(None, tuple(problems))
    closed = f"{address.value.rstrip('/')}/" if address.value else None
    site = _Site(name.text or None, closed, folder, theme.value, search, extensions.value)
    return Outcome(site, tuple(problems))


def _find_blank(text: str, path: str) -> Problem | None:
    """The first blank that is none to MkDocs, though it is one to every reader of ours."""
    found = next((place for place, sign in enumerate(text) if sign in HARD_BLANKS), None)
    if found is None:
        return None
    details = {"sign": f"U+{ord(text[found]):04X}"}
    return Problem("settings-blank", place_at(text, found, path), details)


def _text_of(option: Option | None, path: str) -> Scalar:
    """Value of a key of MkDocs as text; empty where none is set."""
    if option is None:
        return Scalar("", Where(path))
    value = read_plain(option.node)
    text = " ".join(str(value).split()) if isinstance(value, str | int | float) else ""
    return Scalar(text, Where(path, option.line, option.column))


def _holds_posts(folder: str) -> bool:
    """Whether MkDocs would take the posts themselves for hand-written pages."""
    return folder == "." or f"{_POSTS_FOLDER}/".startswith(f"{folder}/")
