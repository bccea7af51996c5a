"""Facts about the words that a school chooses from."""

from __future__ import annotations

from dataclasses import fields

import pytest

from builder.model.addresses import fold_key
from builder.model.counts import Group
from builder.model.posts import Status
from builder.model.vocabulary import ActivityType, Term, Unit, Vocabulary
from builder.reading.vocabulary import extend_terms, find_clash, load_vocabulary, words_of

LISTS = [one.name for one in fields(Vocabulary)]


@pytest.mark.parametrize("name", LISTS)
def test_no_two_words_of_one_list_collide(name: str) -> None:
    """A folded word means one thing in its list."""
    terms = getattr(load_vocabulary(), name)

    assert find_clash(terms.values()) is None


@pytest.mark.parametrize("name", LISTS)
def test_every_term_has_two_labels_and_short_words(name: str) -> None:
    """No teacher must type a whole label, in no list."""
    terms = getattr(load_vocabulary(), name)
    lacking = [one.id for one in terms.values() if not (one.label and one.label_en and one.aliases)]

    assert [] == lacking


def test_only_communication_sessions_are_told_as_such() -> None:
    """“Số lần tuyên truyền” counts one built-in type."""
    types = load_vocabulary().activity_types.values()

    assert ["tuyen-truyen"] == [one.id for one in types if one.communication]


def test_articles_and_documents_are_no_activities() -> None:
    """Two built-in types are posts only."""
    types = load_vocabulary().activity_types.values()

    assert ["tin-bai-gioi-thieu", "van-ban"] == [one.id for one in types if one.unit is Unit.POST]


def test_groups_and_statuses_are_those_of_the_records() -> None:
    """Ids of groups and statuses are the values that records use."""
    vocabulary = load_vocabulary()

    assert [*Group] == [*vocabulary.groups]
    assert [*Status] == [*vocabulary.statuses]


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        ("activity_types", 18),
        ("themes", 12),
        ("channels", 14),
        ("levels", 7),
        ("roles", 4),
        ("modes", 3),
        ("partner_kinds", 16),
        ("resource_kinds", 6),
    ],
)
def test_every_row_of_the_tables_is_there(name: str, counted: int) -> None:
    """Each list is as long as its table."""
    assert counted == len(getattr(load_vocabulary(), name))


def test_a_bracket_may_be_left_out() -> None:
    """A term is known by its label with and without the bracket."""
    words = words_of(Term("khac", "Khác (mọi thứ)", "Other"))

    assert ("khac", "khac_(moi_thu)", "other") == words


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Khác (mọi thứ)", "Khác"),
        ("Câu lạc bộ (CLB) tiếng Anh", "Câu lạc bộ tiếng Anh"),
        ("Thi (cấp trường) và hội (cấp cụm)", "Thi và hội"),
        ("Khác", "Khác"),
    ],
)
def test_only_the_bracket_is_left_out(label: str, shown: str) -> None:
    """What stands behind it is shown, and known when it is typed."""
    term = Term("khac", label, "Other")

    assert shown == term.label_in("vi")
    assert fold_key(shown) in words_of(term)


def test_own_terms_stand_after_the_built_in_ones() -> None:
    """A school's own words come last."""
    own = ActivityType("thien-nguyen", "Thiện nguyện", "Volunteering")
    terms = extend_terms(load_vocabulary().activity_types, [own])

    assert "thien-nguyen" == list(terms)[-1]


def test_a_built_in_term_is_relabelled_and_never_redefined() -> None:
    """A school may call a built-in type otherwise; what it counts stays."""
    own = ActivityType("tuyen-truyen", "Truyền thông", "Outreach talk", unit=Unit.POST)
    term = extend_terms(load_vocabulary().activity_types, [own])["tuyen-truyen"]

    assert ("Truyền thông", Unit.ACTIVITY, True) == (term.label, term.unit, term.communication)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("văn hóa – văn nghệ", "van-nghe-the-thao"),
        ("thể dục – thể thao", "van-nghe-the-thao"),
        ("các hoạt động ngoại khóa", "ngoai-khoa-trai-nghiem"),
        ("ngoài giờ lên lớp", "ngoai-khoa-trai-nghiem"),
        ("tham quan, trải nghiệm", "ngoai-khoa-trai-nghiem"),
        ("hội nghị, hội thảo hợp tác quốc tế", "hoi-nghi-hoi-thao"),
        ("lớp học không biên giới", "hop-tac-quoc-te"),
    ],
)
def test_words_of_schools_plans_name_one_type(written: str, meant: str) -> None:
    """As plans of real schools write them (domain.md 1.3, 002-10)."""
    types = load_vocabulary().activity_types.values()

    assert [meant] == [one.id for one in types if fold_key(written) in words_of(one)]
