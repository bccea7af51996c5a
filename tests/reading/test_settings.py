"""Facts about a school's configuration."""

from __future__ import annotations

from datetime import date
from textwrap import dedent, indent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.locale import speak_problem
from builder.model.counts import Group
from builder.model.problems import Outcome, Severity
from builder.model.settings import Dated, Settings, Signer
from builder.model.vocabulary import Unit
from builder.reading.configuration.palette import load_colours
from builder.reading.configuration.settings import read_settings

SCHOOL = "school: {name: Trường THCS Hoa Mai}"


def read(section: str = "", *, school: str = SCHOOL, more: str = "") -> Outcome[Settings]:
    """Read a configuration: the plugin's section from line 4 on, MkDocs' own keys below."""
    inner = indent(dedent(f"{school}\n{dedent(section).strip()}"), " " * 6)
    theme = "" if "theme:" in more else "theme: {name: material}"
    head = "site_name: Trang đối ngoại\nplugins:\n  - outreach:\n"
    return read_settings(f"{head}{inner}\n{theme}\n{dedent(more)}")


def settings_of(section: str = "", *, school: str = SCHOOL, more: str = "") -> Settings:
    """Settings of a configuration without errors."""
    outcome = read(section, school=school, more=more)
    assert () == outcome.problems
    assert outcome.value is not None
    return outcome.value


def tell(section: str = "", *, school: str = SCHOOL, more: str = "") -> list[tuple[str, int]]:
    """Codes and lines of a configuration's problems, each of which can be said."""
    problems = read(section, school=school, more=more).problems
    return [(one.code, one.where.line) for one in problems if speak_problem(one, "vi").hint]


def test_only_the_schools_name_is_needed() -> None:
    """Everything else has a default."""
    settings = settings_of()

    assert ("Trường THCS Hoa Mai", None, 9, 20, False, ("vi",), "vi", "content/pages") == (
        settings.school.name[0].value,
        settings.site_url,
        settings.school_year_start,
        settings.posts_per_page,
        settings.approval_required,
        settings.languages,
        settings.language,
        settings.pages_folder,
    )


def test_rules_have_their_default_levels() -> None:
    """Three rules block, three are off, all others warn."""
    levels = list(settings_of().rules.values())

    assert (3, 3, 23) == tuple(levels.count(one) for one in ("block", "off", "warn"))


def test_words_stay_words() -> None:
    """`off` is no false, `09-01` no sum, `[vi, en]` a list."""
    settings = settings_of(
        """
        approval: required
        school_year_start: 08-01
        languages: [vi, en]
        posts_per_page: 12
        frames_from: [https://player.example/khung, www.google.com/maps]
        rules: {consent: block, phone: off}
        targets: {usb: {kind: folder, path: out}}
        """
    )

    assert (True, 8, ("vi", "en"), 12, ("player.example/khung", "www.google.com/maps")) == (
        settings.approval_required,
        settings.school_year_start,
        settings.languages,
        settings.posts_per_page,
        settings.frames_from,
    )
    assert ("block", "off") == (settings.rules["consent"], settings.rules["phone"])


@pytest.mark.parametrize(
    ("plugins", "asked"),
    [
        ("plugins: [outreach: {school: {name: Hoa Mai}}]", False),
        ("plugins: [search, outreach: {school: {name: Hoa Mai}}]", True),
        ("plugins: {search: , outreach: {school: {name: Hoa Mai}}}", True),
        ("plugins: [material/search, outreach: {school: {name: Hoa Mai}}]", True),
        ("plugins: [search: {lang: vi}, outreach: {school: {name: Hoa Mai}}]", True),
        ("plugins: [search: {enabled: false}, outreach: {school: {name: Hoa Mai}}]", False),
    ],
)
def test_a_site_has_a_search_where_the_plugin_is_listed(plugins: str, *, asked: bool) -> None:
    """As in any project of MkDocs; one that is switched off is none."""
    settings = read_settings(f"theme: {{name: material}}\n{plugins}\n").value

    assert settings is not None
    assert asked == settings.search


def test_approval_off_is_the_word() -> None:
    """What YAML takes for false is what the school wrote."""
    assert settings_of("approval: off").approval_required is False


def test_a_fact_may_change_in_time() -> None:
    """A list with days holds each value from its day on; a plain value holds for ever."""
    school = settings_of(
        school="""
        school:
          name: Trường THCS Hoa Mai
          authority:
            - {from: 2001-09-01, value: UBND HUYỆN HƯƠNG LÚA}
            - {from: 01/07/2025, value: UBND XÃ SAO MAI}
          signer: {office: HIỆU TRƯỞNG, name: Phạm Minh Sáng}
        """
    ).school

    assert (
        Dated(date(2001, 9, 1), "UBND HUYỆN HƯƠNG LÚA"),
        Dated(date(2025, 7, 1), "UBND XÃ SAO MAI"),
    ) == school.authority
    assert (Dated(None, Signer("HIỆU TRƯỞNG", "Phạm Minh Sáng")),) == school.signer


def test_head_counts_are_known_by_their_school_year() -> None:
    """A year may be written with any dash."""
    school = "school: {name: A, head_count: {2022 – 2023: {staff: 42, students: 1.618}}}"
    counts = settings_of(school=school).school.head_count

    assert {"2022-2023": {Group.STAFF: 42, Group.STUDENTS: 1618}} == counts


def test_a_school_adds_types_of_its_own() -> None:
    """They come with their aliases and with how they are counted."""
    settings = settings_of(
        """
        activity_types:
          - id: thien-nguyen
            label: Thiện nguyện
            label_en: Volunteering
            aliases: [từ thiện]
            unit: post
            communication: no
        themes: [{id: bien-dao, label: "Biển, đảo quê hương"}]
        channels: {id: zalo, label: Nhóm Zalo của lớp}
        """
    )
    own = settings.vocabulary.activity_types["thien-nguyen"]

    assert ("Thiện nguyện", Unit.POST, False) == (own.label, own.unit, own.communication)
    assert "Biển, đảo quê hương" == settings.vocabulary.themes["bien-dao"].label_en
    assert "Nhóm Zalo của lớp" == settings.vocabulary.channels["zalo"].label


def test_mkdocs_own_keys_are_read_as_they_are_typed() -> None:
    """Aliases, environment values with a default, Python names: whatever MkDocs takes."""
    settings = settings_of(
        more="""
        x: &a {permalink: true}
        site_url: !ENV [SITE_URL, "https://thcshoamai.example/doi-ngoai"]
        docs_dir: content/pages/
        theme: {name: material, language: en}
        markdown_extensions:
          - toc: *a
          - footnotes
          - pymdownx.superfences:
              custom_fences:
                - name: m
                  format: !!python/name:a.b
          - pymdownx.slugs: !!python/object/apply:a.slugify
              kwds: {case: lower}
          - pymdownx.mark: {smart: !!python/object/apply:a.choose [1, 2020-01-01], n: !x y}
        """
    )

    assert ("https://thcshoamai.example/doi-ngoai/", "en") == (settings.site_url, settings.language)
    assert (
        *("toc", "tables", "fenced_code", "footnotes"),
        *("pymdownx.superfences", "pymdownx.slugs", "pymdownx.mark"),
    ) == settings.markdown_extensions
    assert {
        "toc": {"permalink": True},
        "pymdownx.superfences": {
            "custom_fences": [{"name": "m", "format": "!!python/name:a.b"}]
        },
        "pymdownx.slugs": {
            "!!python/object/apply": "a.slugify", "kwds": {"case": "lower"}
        },
        "pymdownx.mark": {
            "smart": {"!!python/object/apply": "a.choose", "args": [1, "2020-01-01"]}, "n": "y"
        },
    } == {name: dict(options) for name, options in settings.markdown_options.items()}  # fmt: skip


def test_plugins_may_be_a_mapping() -> None:
    """Both forms that MkDocs knows are read."""
    text = "theme: {name: material}\nplugins:\n  search: {}\n  outreach: {school: {name: A}}\n"
    settings = read_settings(text).value

    assert settings is not None
    assert "A" == settings.site_name


@pytest.mark.parametrize(
    ("section", "code"),
    [
        ("aproval: off", "key-unknown"),
        ("approval: maybe", "choice-unknown"),
        ("languages: [vi, fr]", "choice-unknown"),
        ("posts_per_page: 0", "whole-number"),
        ("posts_per_page: nhiều", "whole-number"),
        ("school_year_start: 09-15", "year-start"),
        ("school_year_start: tháng 9", "year-start"),
        ("frames_from: ['*']", "frame-host"),
        ("rules: {consent: maybe}", "choice-unknown"),
        ("rules: {consnt: warn}", "key-unknown"),
        ("rules: warn", "shape-mapping"),
        ("themes: [bien-dao]", "shape-mapping"),
        ("themes: [{id: Biển đảo, label: Biển đảo}]", "term-id"),
        ("themes: [{id: bien-dao}]", "key-missing"),
        ("themes: [{id: a, label: An}, {id: a, label: Ba}]", "term-twice"),
        ("channels: [{id: loa, label: Zalo}]", "term-clash"),
        ("activity_types: [{id: tuyen-truyen, label: Nói, unit: post}]", "term-built-in"),
        ("posts_per_page: 10\nposts_per_page: 20", "key-twice"),
        ("approval: &a off", "front-sign"),
    ],
)
def test_a_wrong_value_is_told_at_its_line(section: str, code: str) -> None:
    """The configuration is checked like a post."""
    line = 5 + section.count("\n")

    assert [(code, line)] == tell(section)


@pytest.mark.parametrize(
    ("school", "code"),
    [
        ("school: {place: Sao Mai}", "key-missing"),
        ("school: {name: ''}", "key-empty"),
        ("school: Hoa Mai", "shape-mapping"),
        ("approval: off", "key-missing"),
        ("school: {name: A, main_site: thcshoamai}", "address-invalid"),
        ("school: {name: A, nickname: B}", "key-strange"),
        ("school: {name: A, signer: Phạm Minh Sáng}", "shape-mapping"),
        ("school: {name: A, signer: {name: B}}", "key-missing"),
        ("school: {name: [{from: 2020-01-01, value: A}, {value: B}]}", "key-missing"),
        (
            "school: {name: [{from: 2020-01-01, value: A}, {from: 2020-01-01, value: B}]}",
            "dated-twice",
        ),
        (
            "school: {name: [{from: 2020-01-01, value: A}, {from: 2019-01-01, value: B}]}",
            "dated-order",
        ),
        ("school: {name: [{from: 31/02/2020, value: A}]}", "date-invalid"),
        ("school: {name: A, head_count: {2022-2024: {staff: 1}}}", "school-year"),
        ("school: {name: A, head_count: {2022: {staff: 1}}}", "school-year"),
        (
            "school: {name: A, head_count: {2022-2023: {staff: 1}, 2022 - 2023: {staff: 2}}}",
            "school-year-twice",
        ),
        ("school: {name: A, head_count: {2022-2023: {staff: ít}}}", "whole-number"),
        ("school: {name: A, head_count: {2022-2023: {parents: 5}}}", "key-strange"),
    ],
)
def test_a_wrong_school_is_told_at_its_line(school: str, code: str) -> None:
    """Facts of the school are checked one by one."""
    assert [(code, 4)] == tell(school=school)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("theme: {name: readthedocs}", "theme-other"),
        ("theme: {language: vi}", "theme-missing"),
        ("theme: {name: material, language: fr}", "language-unknown"),
        ("theme: {name: material}\nextra: *nothing", "front-quotes"),
        ("theme: {name: material}\ndocs_dir: content", "docs-dir-posts"),
        ("theme: {name: material}\ndocs_dir: .", "docs-dir-posts"),
        ("theme: {name: material}\nsite_url: thcshoamai", "address-invalid"),
        ("theme: {name: material}\nmarkdown_extensions: 5", "extensions-shape"),
    ],
)
def test_wrong_keys_of_mkdocs_are_told(more: str, code: str) -> None:
    """Of MkDocs' own keys those are checked that the site hangs on."""
    assert [code] == [told for told, _ in tell(more=more)]


def test_a_colour_that_hides_its_text_is_told() -> None:
    """Material writes in white on light blue, which can't be read."""
    palette = "theme:\n  name: material\n  palette: {primary: light blue, accent: indigo}\n"
    problems = read(more=palette).problems

    assert [("primary", Severity.WARNING), ("accent", Severity.WARNING)] == [
        (one.details["key"], one.severity) for one in problems
    ]


@pytest.mark.parametrize(("level", "severities"), [("off", []), ("block", [Severity.ERROR])])
def test_how_strict_colours_are_is_a_rule(level: str, severities: list[Severity]) -> None:
    """The rule `colour-contrast` says whether a colour stops the build."""
    palette = "theme: {name: material, palette: [{primary: cyan}, {primary: custom}]}"
    problems = read(f"rules: {{colour-contrast: {level}}}", more=palette).problems

    assert severities == [one.severity for one in problems]


def test_contrast_is_that_of_the_standard() -> None:
    """White on Material's indigo has 6.9:1, black at 87 % on its yellow 13.7:1."""
    contrast = load_colours().contrast["primary"]

    assert (6.9, 13.7) == (round(contrast["indigo"], 1), round(contrast["yellow"], 1))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "plugin-missing"),
        ("theme: {name: material}\nplugins: [search]", "plugin-missing"),
        ("plugins: [outreach]", "key-missing"),
        ("plugins:\n  - outreach: abc", "shape-mapping"),
        ("- a", "front-shape"),
    ],
)
def test_what_is_no_configuration_is_told(text: str, code: str) -> None:
    """A file that says nothing of the school is an error, never an exception."""
    assert code in [one.code for one in read_settings(text).problems]


def test_a_school_beside_the_plugin_is_told_as_that() -> None:
    """What is missing is two blanks before `school`, no second `school`."""
    text = "theme: {name: material}\nplugins:\n  - outreach:\n    school:\n      name: A\n"

    assert [("plugin-indent", 4, 5)] == [
        (one.code, one.where.line, one.where.column) for one in read_settings(text).problems
    ]


def test_a_strange_blank_is_told_where_it_stands() -> None:
    """MkDocs takes it for a letter, and stumbles over a line that looks well."""
    text = "theme: {name: material}\nplugins:\n  - outreach:\n      school:\n"
    text += "        \u00a0name: A\n         place: B\n"

    assert [("settings-blank", 5, 9, "U+00A0")] == [
        (one.code, one.where.line, one.where.column, one.details["sign"])
        for one in read_settings(text).problems
    ]


@pytest.mark.parametrize(
    ("school", "shown"),
    [
        ("school: Hoa Mai", "name, short_name, place"),
        ("school: {name: A, signer: Phạm Minh Sáng}", "từ ngày, chức vụ, họ tên"),
        ("school: {name: A, authority: [UBND XÃ]}", "từ ngày, giá trị"),
        ("school: {name: A, head_count: 618}", "2022-2023: {staff: 42, students: 618}"),
        ("school: {name: A, head_count: {2022-2023: 618}}", "staff: 42, students: 618"),
    ],
)
def test_what_belongs_below_a_key_is_shown(school: str, shown: str) -> None:
    """A keeper who is told to write keys is told which."""
    (problem,) = read(school=school).problems

    assert shown in speak_problem(problem, "vi").hint


def test_aliases_of_aliases_do_not_explode() -> None:
    """Eight lines that stand for a billion values are told as too many."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    more = "\n".join((*lines, "markdown_extensions: *a8"))

    assert ["settings-too-large"] == [code for code, _ in tell(more=more)]


def test_an_alias_in_a_circle_is_told() -> None:
    """A value that holds itself is as large as one that explodes."""
    assert ["settings-too-large"] == [code for code, _ in tell(more="markdown_extensions: &a [*a]")]


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    """No text makes an exception."""
    assert all(one.where.line >= 1 for one in read_settings(text).problems)


@given(st.text(alphabet="{}[]:,-&*!|>'\"# \nab", max_size=80))
def test_any_section_is_read(text: str) -> None:
    """Nothing that stands in the plugin's section makes an exception."""
    lines = indent(text, "      ")
    outcome = read_settings(f"theme: {{name: material}}\nplugins:\n  - outreach:\n{lines}\n")

    assert outcome.value is not None or outcome.has_errors
