"""The `theme` of `mkdocs.yml` → its language, and whether its colours can be read."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from builder.model.problems import Outcome, Problem, Severity, Where
from builder.reading.configuration.palette import ENOUGH, load_colours
from builder.reading.configuration.yaml_text import Option, list_options, read_plain
from builder.reading.source.yaml_nodes import shorten

SITE_LANGUAGES = ("vi", "en")
_SEVERITIES = {"warn": Severity.WARNING, "block": Severity.ERROR}


def read_theme(theme: Option | None, path: str, contrast_level: str) -> Outcome[str]:
    """Language of the site, Vietnamese where none of ours is set; one we lack is an error.

    `contrast_level` is that of the content rule `colour-contrast`.
    """
    options = {one.key: one for one in list_options(theme.node)} if theme else {}
    name = options.get("name") if options else theme
    if name is None:
        return Outcome("vi", (Problem("theme-missing", Where(path, theme.line if theme else 1)),))
    problems: list[Problem] = []
    if read_plain(name.node) != "material":
        written = {"written": shorten(str(read_plain(name.node)))}
        problems.append(Problem("theme-other", _where(name, path), written))
    language = read_plain(options["language"].node) if "language" in options else "vi"
    if language not in SITE_LANGUAGES:
        written = {"written": shorten(str(language)), "known": ", ".join(SITE_LANGUAGES)}
        problems.append(Problem("language-unknown", _where(options["language"], path), written))
        language = "vi"
    if contrast_level in _SEVERITIES and "palette" in options:
        severity = _SEVERITIES[contrast_level]
        problems += _check_palette(options["palette"].node, path, severity)
    return Outcome(str(language), tuple(problems))


def _check_palette(node: yaml.Node, path: str, severity: Severity) -> Iterator[Problem]:
    """Colours that the theme's text can't be read on; `custom` ones stand in the school's CSS."""
    palettes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    colours = load_colours()
    for palette in palettes:
        for option in list_options(palette):
            if option.key not in colours.contrast:
                continue
            name = str(read_plain(option.node)).replace(" ", "-").lower()
            if colours.contrast[option.key].get(name, ENOUGH) < ENOUGH:
                passing = ", ".join(colours.passing(option.key))
                details = {"key": option.key, "written": name, "passing": passing}
                yield Problem("colour-contrast", _where(option, path), details, severity)


def _where(option: Option, path: str) -> Where:
    """Place of an option's value."""
    return Where(path, option.line, option.column)
