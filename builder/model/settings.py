"""A school's configuration, as the plugin's section of `mkdocs.yml` states it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Generic, TypeVar

from builder.model.counts import Group
from builder.model.targets import PublishTarget
from builder.model.vocabulary import Vocabulary

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """A fact that holds from a day on."""

    first_day: date | None
    """None: for ever."""

    value: T


def value_on(facts: Sequence[Dated[T]], day: date) -> T | None:
    """The fact that holds on a day; None before the first."""
    holding = [fact.value for fact in facts if fact.first_day is None or fact.first_day <= day]
    return holding[-1] if holding else None


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs for the school."""

    office: str
    name: str


@dataclass(frozen=True, slots=True)
class School:
    """The school itself; lists of dated facts are in order of their days."""

    name: tuple[Dated[str], ...]
    short_name: str | None = None
    place: tuple[Dated[str], ...] = ()
    address: str | None = None
    main_site: str | None = None
    authority: tuple[Dated[str], ...] = ()
    report_to: tuple[Dated[str], ...] = ()
    signer: tuple[Dated[Signer], ...] = ()
    head_count: Mapping[str, Mapping[Group, int]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """School year's name (`2022-2023`) → staff and students."""

    def name_on(self, day: date) -> str:
        """The school's name on a day; its first name before that."""
        return value_on(self.name, day) or self.name[0].value


@dataclass(frozen=True, slots=True)
class Settings:
    """All that `mkdocs.yml` says and this product needs."""

    school: School
    vocabulary: Vocabulary
    site_name: str
    site_url: str | None
    """With its closing `/`; None: the site has no known address."""

    language: str = "vi"
    """Of messages and pages: `vi` or `en` (`theme.language`)."""

    pages_folder: str = "content/pages"
    """`docs_dir`, from the project folder."""

    school_year_start: int = 9
    """Month whose first day starts the school year."""

    posts_per_page: int = 20
    approval_required: bool = False
    languages: tuple[str, ...] = ("vi",)
    search: bool = False
    """Whether `mkdocs.yml` lists the plugin `search`: the site then has `/tim-kiem/`."""

    frames_from: tuple[str, ...] = ()
    """Hosts, maybe with a path, whose frames a post may show."""

    targets: tuple[PublishTarget, ...] = ()
    """Where `publish` sends the site, in the order of the file."""

    rules: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Content rule → `off`, `warn` or `block`, defaults filled in."""

    markdown_extensions: tuple[str, ...] = ()
    """Names of Python-Markdown extensions, in order."""

    markdown_options: Mapping[str, Mapping[str, object]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """Extension → its options."""
