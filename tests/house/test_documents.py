"""What the documents say is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from builder.cli.commands import make_commands
from builder.reading.configuration.school import SCHOOL_KEYS
from builder.reading.configuration.settings import SECTION_KEYS
from tests.house.repository import REPOSITORY, list_tracked, say_place

_COMMANDS = {str(command.name): command for command in make_commands("en")}
_DOCUMENTS = ("README.md", "docs/developers.md", "docs/quan-tri.md")


def test_every_make_command_can_be_made() -> None:
    """A `make` command that a document names stands in the Makefile."""
    told = {
        target
        for document in _DOCUMENTS
        for target in re.findall(r"(?:^\$ |`)make ([a-z]+)", _read(document), re.MULTILINE)
    }

    assert set() == told - _list_targets()


def test_readme_begins_with_two_commands() -> None:
    """A newcomer sees the site by one command and the tests by another."""
    commands = re.findall(r"^\$ (make \w+)$", _read("README.md"), re.MULTILINE)

    assert ["make site", "make test"] == commands


def test_every_target_says_what_it_makes() -> None:
    """`make` alone tells of every target that is no file."""
    makefile = _read("Makefile")
    phony = set(re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[1].split())

    assert phony == _list_targets()


def test_readme_tells_every_command() -> None:
    """README and the web keeper's page list the commands that there are, no more and no less."""
    for document in ("README.md", "docs/quan-tri.md"):
        listed = re.findall(r"^\| `outreach ([a-z]+)", _read(document), re.MULTILINE)

        assert sorted(_COMMANDS) == sorted(listed)


def test_every_option_that_is_told_exists() -> None:
    """An option that a document writes after a command is one of that command's."""
    unknown = [
        f"{document}: {command} {option}"
        for document in _DOCUMENTS
        for command, rest in re.findall(r"outreach ([a-z]+)([^`\n]*)", _read(document))
        for option in re.findall(r"--[a-z-]+", rest)
        if command in _COMMANDS and option not in _list_options(_COMMANDS[command])
    ]

    assert [] == unknown


def test_every_setting_is_told() -> None:
    """The web keeper's page has a row for each key of the configuration, and for no other."""
    part = _read("docs/quan-tri.md").split("### Phần `outreach`")[1].split("\n## ")[0]
    told = re.findall(r"^\| `([a-z_.]+)` \|", part, re.MULTILINE)
    school = {f"school.{key}" for key in SCHOOL_KEYS.names}

    assert sorted(school | set(SECTION_KEYS.names) - {"school"}) == sorted(told)


def test_every_command_has_help_in_both_languages() -> None:
    """Each command and each option says what it does, in Vietnamese and in English."""
    vietnamese, english = (
        {
            (command.name, option): told
            for command in make_commands(language)
            for option, told in _list_help(command)
        }
        for language in ("vi", "en")
    )

    assert vietnamese.keys() == english.keys()
    assert [] == [told for told, text in english.items() if not text]
    assert [] == [told for told, text in english.items() if text == vietnamese[told]]


def test_every_decision_is_listed() -> None:
    """The list of decisions has each page under the title it bears."""
    folder = REPOSITORY / "docs" / "decisions"
    pages = {
        (file.name, _read_title(file)) for file in folder.glob("*.md") if file.name != "README.md"
    }
    listed = re.findall(r"^- \[(.+)\]\((.+)\)$", _read("docs/decisions/README.md"), re.MULTILINE)

    assert pages == {(name, title) for title, name in listed}


def test_every_link_between_documents_leads_somewhere() -> None:
    """A relative link of a document finds its file, and its heading."""
    lost = [
        f"{say_place(document)}: {link}"
        for document in _list_documents()
        for link in re.findall(r"\]\((?!https?:)([^)\s]+)\)", _strip_code(document))
        if not _leads_somewhere(document, link)
    ]

    assert [] == lost


@pytest.mark.parametrize("document", _DOCUMENTS)
def test_a_sentence_has_its_line(document: str) -> None:
    """Documents break lines after sentences, so that a change of one is a change of one line."""
    text = _strip_code(REPOSITORY / document)
    crowded = [
        line
        for line in text.splitlines()
        if re.search(r"[a-zà-ỹ)][.!?] [A-ZĐÀ-Ỹ]", line)
        and not line.startswith(("|", "#", "*", "-"))
    ]

    assert [] == crowded


def _read(path: str) -> str:
    """Text of a file of the repository."""
    return (REPOSITORY / path).read_text(encoding="utf-8")


def _list_targets() -> set[str]:
    """Targets that the Makefile explains."""
    return set(re.findall(r"^([a-z]+):.*## ", _read("Makefile"), re.MULTILINE))


def _list_options(command: click.Command) -> set[str]:
    """Options of a command, as they are written."""
    return {name for parameter in command.params for name in parameter.opts}


def _list_help(command: click.Command) -> list[tuple[str, str]]:
    """A command's own help and that of its options."""
    options = [one for one in command.params if isinstance(one, click.Option)]
    return [
        ("", command.help or ""),
        *((str(one.name), one.help or "") for one in options),
    ]


def _list_documents() -> list[Path]:
    """Markdown files that are no content of a school's."""
    tracked = list_tracked() or tuple(REPOSITORY / name for name in _DOCUMENTS)
    schools = (REPOSITORY / "content", REPOSITORY / "builder", REPOSITORY / "tests")
    return [
        file
        for file in tracked
        if file.suffix == ".md" and not any(school in file.parents for school in schools)
    ]


def _strip_code(document: Path) -> str:
    """A document without its code, blocks and spans."""
    text = re.sub(
        r"^```.*?^```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE
    )
    return re.sub(r"`[^`\n]*`", "code", text)


def _leads_somewhere(document: Path, link: str) -> bool:
    """Whether a link finds its file, and its heading there."""
    path, _, anchor = link.partition("#")
    aimed = document.parent / path if path else document
    if not anchor:
        return aimed.exists()
    headings = re.findall(r"^#+ (.+)$", aimed.read_text(encoding="utf-8"), re.MULTILINE)
    return anchor in {re.sub(r"[^\w-]", "", title.lower().replace(" ", "-")) for title in headings}


def _read_title(file: Path) -> str:
    """First heading of a document."""
    return file.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
