"""A school's own Word template, filled, or refused with the names of its wrong tags."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE

from builder.locale import LANGUAGES, speak_problem
from builder.model.problems import Outcome, Problem
from builder.model.report import Report, Role
from builder.reports.docx.templates import fill_template
from tests.reports.documents import CLOSING, compose_annex, compose_report, paragraph
from tests.reports.docx.reading import find_paragraph, open_document

PATH = "content/reports/mau.docx"
FIGURES: Mapping[str, str] = MappingProxyType(
    {
        "totals.activities": "6",
        "totals.peak.students": "640",
        "by_activity_type.tuyen-truyen.activities": "2",
        "plan.NV1#2.counted": "khoảng 3",
        "activities.2023/ngay-hoi.participants.students": "85",
    }
)


def make_template(*paragraphs: str, header: str = "") -> WordDocument:
    """A template of these lines."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    return document


def fill(template: WordDocument, report: Report | None = None) -> Outcome[bytes]:
    """A template filled with a report."""
    saved = io.BytesIO()
    template.save(saved)
    return fill_template(saved.getvalue(), report or compose_report(), FIGURES, path=PATH)


def filled(template: WordDocument, report: Report | None = None) -> WordDocument:
    """A filled template, opened."""
    outcome = fill(template, report)
    assert outcome.value is not None, outcome.problems
    return open_document(outcome.value)


def told(template: WordDocument) -> list[tuple[str, dict[str, str]]]:
    """Codes and details of a template's problems."""
    outcome = fill(template)
    assert outcome.value is None
    return [(one.code, dict(one.details)) for one in outcome.problems]


@pytest.mark.parametrize(("path", "shown"), FIGURES.items())
def test_every_figure_may_be_a_tag(path: str, shown: str) -> None:
    """By its path in the data file, whatever signs that holds."""
    document = filled(make_template(f"Số: {{{{ {path} }}}} lần"))

    assert f"Số: {shown} lần" == document.paragraphs[0].text


def test_parts_of_the_document_may_be_tags() -> None:
    """Each part has its name; several lines stay lines."""
    names = ("school", "authority", "number", "place_and_day", "subject", "signer", "recipients")
    document = filled(make_template(*(f"{{{{ {name} }}}}" for name in names)))

    assert [
        "TRƯỜNG THCS HOA MAI",
        "UBND HUYỆN HƯƠNG LÚA",
        "Số: 05/BC-THCSHM",
        "Sao Mai, ngày 05 tháng 01 năm 2024",
        "Kết quả hoạt động thông tin đối ngoại, hội nhập quốc tế năm 2023",
        "Phạm Minh Sáng",
        "- Như trên;\n- Đăng website trường;\n- Lưu: VT.",
    ] == [one.text for one in document.paragraphs]


@pytest.mark.parametrize("tag", ["{{ body }}", "{{p body }}", "{{body}}"])
def test_the_text_takes_the_place_of_its_paragraph(tag: str) -> None:
    """Headings, lists and tables stand where the tag stood, between the school's own lines."""
    document = filled(make_template("Trước", tag, "Sau"))
    texts = [one.text for one in document.paragraphs]

    assert ("Trước", "Sau") == (texts[0], texts[-1])
    assert ["II. NỘI DUNG THỰC HIỆN", CLOSING] == [
        text for text in texts if text in {"II. NỘI DUNG THỰC HIỆN", CLOSING}
    ]
    assert 1 == len(document.tables)


def test_tables_are_as_wide_as_the_school_s_page() -> None:
    """Not as wide as ours, where the margins are others."""
    template = make_template("{{ body }}")
    section = template.sections[0]
    text = section.page_width - section.left_margin - section.right_margin
    table = filled(template).tables[0]

    assert text == pytest.approx(sum(column.width for column in table.columns), rel=0.001)


def test_the_last_lines_stay_with_the_school_s_signature() -> None:
    """What follows the text in the template is never alone on a page."""
    document = filled(make_template("{{ body }}", "Người ký"))

    assert find_paragraph(document, CLOSING).paragraph_format.keep_with_next


def test_annexes_begin_on_new_pages() -> None:
    """Each behind the other, in the order of the report."""
    report = compose_report(annexes=(compose_annex(2), compose_annex(1, "Phụ lục II")))
    document = filled(make_template("{{ annexes }}"), report)

    assert [True, True] == [
        one.paragraph_format.page_break_before
        for one in document.paragraphs
        if one.text.startswith("Phụ lục")
    ]


def test_a_report_without_annexes_leaves_nothing_in_their_place() -> None:
    """The tag goes with its paragraph."""
    document = filled(make_template("Trước", "{{ annexes }}", "Sau"))

    assert ["Trước", "Sau"] == [one.text for one in document.paragraphs]


def test_tags_split_by_word_are_read() -> None:
    """Word cuts a tag into runs where it was edited."""
    template = make_template()
    paragraph = template.add_paragraph()
    for piece in ("{", "{ totals.", "activities ", "}}"):
        paragraph.add_run(piece)

    assert "6" == filled(template).paragraphs[0].text


def test_tags_in_the_header_are_read() -> None:
    """Above the text as within it."""
    document = filled(make_template("x", header="{{ school }}"))

    assert "TRƯỜNG THCS HOA MAI" == document.sections[0].header.paragraphs[0].text


@pytest.mark.parametrize("name", ["A & B <C>", '"nháy"', "{{ school }}", "🎉\u200f"])
def test_signs_of_markup_stay_letters(name: str) -> None:
    """Nothing that a report says is lost or read as a tag."""
    report = replace(compose_report(paragraph(Role.DASH, name)), subject=name)
    texts = [
        one.text for one in filled(make_template("{{ subject }}", "{{ body }}"), report).paragraphs
    ]

    assert [name, name] == [text for text in texts if text == name]


def test_the_school_s_own_styles_are_taken() -> None:
    """A look that the template has stays; one that it lacks is added."""
    template = make_template("{{ body }}")
    template.styles["Heading 1"].font.name = "Courier"
    document = filled(template)

    assert "Courier" == find_paragraph(document, "II. NỘI DUNG").style.font.name
    assert "Số liệu" in {one.name for one in document.styles if one.type is WD_STYLE_TYPE.CHARACTER}


def test_a_misspelt_tag_is_named_with_the_right_one() -> None:
    """All of them at once, those of the header too, each once."""
    template = make_template(
        "{{ totals.activites }} và {{ totals.activites }}", "{{ schol }}", header="{{ singer }}"
    )

    assert [
        ("template-tag-unknown", {"tag": "totals.activites", "suggestion": "totals.activities"}),
        ("template-tag-unknown", {"tag": "schol", "suggestion": "school"}),
        ("template-tag-unknown", {"tag": "singer", "suggestion": "signer"}),
    ] == told(template)


def test_an_unknown_tag_is_named() -> None:
    """Also one that asks for a piece of what has no pieces, and one in a condition."""
    template = make_template("{{ qwxyz }}", "{{ subject.wxyzq }}", "{% if zzqqy %}có{% endif %}")

    assert [
        ("template-tag-strange", {"tag": "qwxyz"}),
        ("template-tag-unknown", {"tag": "subject.wxyzq", "suggestion": "subject"}),
        ("template-tag-strange", {"tag": "if zzqqy"}),
    ] == told(template)


def test_what_a_loop_brings_has_no_pieces() -> None:
    """A name that exists only while the template is filled is told as well."""
    template = make_template("{% for one in school %}{{ one.wxyzq }}{% endfor %}")

    assert [("template-tag-strange", {"tag": "wxyzq"})] == told(template)


@pytest.mark.parametrize(
    "line",
    [
        "{{ totals.activities",
        "{{ totals.activities }",
        "totals.activities }}",
        "{ totals.activities }",
        "{% if school }}",
        "{{ school | }}",
    ],
)
def test_a_tag_that_is_not_closed_is_shown(line: str) -> None:
    """By the line that it stands in, for braces do not tell which was meant."""
    assert [("template-tag-broken", {"written": f"Có {line}"})] == told(
        make_template("Đúng {{ school }}", f"Có {line}")
    )


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04 broken"])
def test_a_file_of_another_kind_is_refused(data: bytes) -> None:
    """A template is a Word document."""
    outcome = fill_template(data, compose_report(), FIGURES, path=PATH)

    assert ["template-unreadable"] == [one.code for one in outcome.problems]


PARTS = (
    *("[Content_Types].xml", "docProps/core.xml"),
    *("word/document.xml", "word/styles.xml", "word/header1.xml"),
)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("markup", [b"", b"<w:document", b"<other/>"], ids=["none", "cut", "other"])
def test_a_damaged_file_is_refused(part: str, markup: bytes) -> None:
    """Its package can be opened, but a part of it is no text of Word's."""
    assert ["template-unreadable"] == list_codes(part, lambda _: markup)


@pytest.mark.parametrize("part", ["[Content_Types].xml", "_rels/.rels"])
def test_a_part_without_its_address_or_kind_is_refused(part: str) -> None:
    """What Word needs to find it was lost on the way."""
    lost = re.compile(rb' (?:ContentType|Target)="[^"]*xml"')

    assert ["template-unreadable"] == list_codes(part, lambda markup: lost.sub(b"", markup))


def list_codes(part: str, harm: Callable[[bytes], bytes]) -> list[str]:
    """Codes of the problems of a template of which one part was harmed."""
    whole, harmed = io.BytesIO(), io.BytesIO()
    make_template("{{ school }}", header="{{ number }}").save(whole)
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(harmed, "w") as target:
        assert part in source.namelist()
        for name in source.namelist():
            markup = source.read(name)
            target.writestr(name, harm(markup) if name == part else markup)
    outcome = fill_template(harmed.getvalue(), compose_report(), FIGURES, path=PATH)
    return [one.code for one in outcome.problems]


def test_a_template_reaches_nothing_but_what_it_is_handed() -> None:
    """A file from elsewhere must not run what it likes."""
    assert [("template-tag-strange", {"tag": "school.__class__.__mro__"})] == told(
        make_template("{{ school.__class__.__mro__ }}")
    )


def test_every_problem_has_its_sentence() -> None:
    """With the tag as it was written and as it should be."""
    (problem,) = fill(make_template("{{ totals.activites }}")).problems

    assert ["{{ totals.activities }}"] * len(LANGUAGES) == [
        "{{ totals.activities }}" if "{{ totals.activities }}" in hint else hint
        for hint in (speak_problem(problem, language).hint for language in LANGUAGES)
    ]
    assert (Problem, PATH) == (type(problem), problem.where.path)


def test_same_template_and_report_give_same_bytes() -> None:
    """A filled template can be kept by its hash."""
    template = make_template("{{ school }}", "{{ body }}")

    assert fill(template) == fill(template)
