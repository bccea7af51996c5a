"""Which names are pupils', and what may not stand beside them."""

from __future__ import annotations

import pytest

from tests.reading.rules.texts import codes, review

FORM = "photo_consent: Phiếu đồng ý số 12/2024\n"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Em Nguyễn Văn An chia sẻ niềm vui.", "child-name"),
        ("Học sinh Trần Thị Bích Ngọc đạt giải nhất.", "child-name"),
        ("em **Lê Minh Khôi** kể lại", "child-name"),
        ("cháu: Giàng A Páo", "child-name"),
        ("Bạn Đặng Hoàng Yến hát", "child-name"),
        ("EM NGUYỄN VĂN AN", "child-name"),
        ("phụ huynh em Bùi Gia Bảo", "child-name"),
        ("Học sinh tiêu biểu Lý Thị Mỷ kể lại hành trình đến trường.", "child-name"),
        ("Liên đội trưởng Trần Anh Thư thay mặt đội viên phát biểu.", "child-name"),
        ("Lớp trưởng Nguyễn Minh Quân điều khiển buổi sinh hoạt.", "child-name"),
        ("Nam sinh Đặng Tuấn Kiệt làm người dẫn chương trình.", "child-name"),
        ("Trẻ Nguyễn Bảo An được cô khen.", "child-name"),
        ("Con tên là Nguyễn Khánh Linh, con học Trường Hoa Mai.", "child-name"),
        ("Chúc mừng em Y Ngọc Niê đã đạt giải.", "child-name"),
        ("Em H'Hen Niê kể chuyện.", "child-name"),
        ("Nữ sinh lớp 12A2 Mai Ngọc Ánh giành học bổng.", "child-class-birth"),
        ("Giải Nhất: Trần Ngọc Khánh Vy (7/4)", "child-class-birth"),
        ("Lớp 8B: Nguyễn Thu Thảo", "child-class-birth"),
        ("Một học sinh lớp 9A là Bùi Đức Mạnh.", "child-class-birth"),
        ("cháu Phạm Bảo Ngọc, lớp Mầm 2", "child-class-birth"),
        ("em Nguyễn Văn An, lớp 8A, chia sẻ", "child-class-birth"),
        ("Nguyễn Văn An (lớp 8A) kể", "child-class-birth"),
        ("Nguyễn Văn An, học sinh lớp 9/2", "child-class-birth"),
        ("học sinh lớp 7A Phạm Thu Hà", "child-class-birth"),
        ("em Nguyễn Văn An, sinh ngày 12/03/2011", "child-class-birth"),
        ("| 1 | Nguyễn Văn An | 8A2 |", "child-class-birth"),
        ("Họ và tên: Nguyễn Văn An\nLớp: 7A", "child-class-birth"),
        ("Cô Phạm Thị Hương và em Lê Thị Mai (4C)", "child-class-birth"),
        ("Em Nguyễn Thị H., Lê Văn Nam (8A) nhận quà.", "child-class-birth"),
        ("Một em lớp 7A, sinh năm 2011", "child-birth"),
        ("Sinh ngày 12/3/2011, học lớp 7", "child-birth"),
        ("Một bé sinh ngày 3/5/2020, lớp Mầm 2", "child-birth"),
        ("Cháu Thảo Vy bị viêm cầu thận mãn tính.", "health-detail"),
        ("Học sinh Trần Văn Đạt mắc hội chứng Down.", "health-detail"),
        ("Cậu học trò Lê Văn Phúc bị liệt hai chân từ nhỏ.", "health-detail"),
        ("Cháu Y Thơm bị tai nạn giao thông.", "health-detail"),
        ("Em Đức bị khiếm thị nhưng học giỏi.", "health-detail"),
        ("Em An bị tim bẩm sinh.", "health-detail"),
        ("Bạn Minh lớp 4B không may bị tai nạn.", "health-detail"),
        ("Em Nguyễn Văn An bị khuyết tật vận động.", "health-detail"),
        ("Em Hoa mắc bệnh tim, cả lớp quyên góp.", "health-detail"),
        ("Quỹ giúp cháu Lê Minh chữa bệnh hiểm nghèo.", "health-detail"),
    ],
)
def test_what_tells_of_one_child_is_found(body: str, code: str) -> None:
    """A child that readers can recognise is told once, by the strictest rule."""
    assert [code] == codes(body)


@pytest.mark.parametrize(
    "body",
    [
        "Thầy Phạm Minh Sáng khen các em học sinh.",
        "Cô giáo Nguyễn Thị Hoa, chủ nhiệm lớp 8A, dặn dò học sinh.",
        "cô Nguyễn Thị Hoa (8A)",
        "Thạc sĩ Đoàn Thị Thu Hương, lớp 9A cùng nghe.",
        "Thiếu tá Nguyễn Văn Lâm, lớp 9A cùng nghe.",
        "Phân công chủ nhiệm, lớp 6A: Nguyễn Thị Hoa; lớp 6B: Trần Thị Mai",
        "Trần Phú (1/5/1904) là Tổng Bí thư đầu tiên.",
        "Thầy Nguyễn Văn Hùng (7/4) trao quà.",
        "Em Lan học sơ cấp cứu, bạn Minh băng bó cho búp bê.",
        "Em Mai thắp hương ở nghĩa trang liệt sĩ.",
        "Ông Trần Văn Bình, phụ huynh học sinh, phát biểu.",
        "Đại diện cha mẹ học sinh Lê Văn Tám mươi tuổi",
        "Học sinh Trường THCS Nguyễn Du giao lưu với trường bạn Lê Quý Đôn.",
        "Các em học sinh đọc truyện Kim Đồng, Võ Thị Sáu.",
        "Học sinh viết về anh hùng Nguyễn Viết Xuân.",
        "Học sinh Nguyễn Trãi thắng đội bạn.",
        "Học sinh Hà Nội, học sinh Cao Bằng, học sinh Thái Nguyên thi tài.",
        "Trẻ em Việt Nam, học sinh Nhật Bản khuyết tật vẽ tranh.",
        "Em N.V.A. và một học sinh lớp 8 kể lại.",
        "Em Nguyễn Thị H. (lớp 8A), phụ huynh em Hồ T.L. và em Lê Văn B",
        "Các cô Phạm Thị Hương (4B), Lê Thị Mai (4C) và Đỗ Thu Trang (4D) dẫn đoàn.",
        "Người dạy: Nguyễn Văn Hùng, 8A, tiết 3",
        "| Giáo viên | Lớp chủ nhiệm |\n|---|---|\n| Lê Văn Tám | 7A |\n| Lê Thị Mai | 7B |",
        "Học sinh Đức và học sinh Nhật khuyết tật cùng vẽ tranh. Em A bị bệnh tim là một vai.",
        "Giáo viên trẻ Nguyễn Văn Hùng dẫn đoàn.",
        "Cựu học sinh Nguyễn Văn An tặng sách.",
        "Hai anh em Nguyễn Nhạc, Nguyễn Huệ",
        "Nhà trường tuyên truyền về bệnh sởi cho học sinh lớp 7.",
        "Nhà trường đón các em khuyết tật. Em Hoa Mai là tên vở kịch.",
        "Trường sinh năm 2001, nay có lớp 6, lớp 7",
        "<!-- em Nguyễn Văn An -->Ngày hội",
        "Đường Nguyễn Huệ, phố Trần Phú, lớp 8A diễu hành",
    ],
)
def test_others_are_not_taken_for_a_pupil(body: str) -> None:
    """Teachers, parents, places, persons of history and pupils without a name pass."""
    assert [] == codes(body)


def test_each_pupil_of_a_row_is_found() -> None:
    """One word before the first name speaks for all behind it."""
    body = "Các em: Nguyễn Văn An (8A), Trần Thị Bình (8B) và Lê Minh Khôi đạt giải."

    assert ["child-class-birth", "child-class-birth", "child-name"] == codes(body)


def test_a_pupils_name_is_told_by_its_first_letters() -> None:
    """What `check` says can be read by all; the name stands at the place that it names."""
    (problem,) = review("Hôm nay\nem Nguyễn Văn An kể.")

    assert ("N.V.A.", 7, 4) == (
        problem.details["initials"],
        problem.where.line,
        problem.where.column,
    )


@pytest.mark.parametrize(
    "body", ["Em Nguyễn Văn An kể.", "Nguyễn Văn An (lớp 8A)", "Em Hoa bị khuyết tật."]
)
def test_a_consent_form_lets_a_child_be_named(body: str) -> None:
    """Child and parents agreed in writing."""
    assert [] == codes(body, FORM)


def test_no_consent_form_opens_a_table_of_marks() -> None:
    """Marks and numbers stay private whatever was signed."""
    body = "| Họ và tên | Điểm |\n|---|---|\n| A | 9 |\n\nGọi 0912345678"

    assert ["marks-table", "phone"] == codes(body, FORM)


@pytest.mark.parametrize(
    "front",
    [
        "summary: Em Nguyễn Văn An kể chuyện\n",
        "cover: {image: anh.jpg, alt: Cây, caption: Em Nguyễn Văn An}\nđồng ý: không cần\n",
        "authors: [Nguyễn Văn An - lớp 8A]\n",
    ],
)
def test_names_above_the_text_are_found_too(front: str) -> None:
    """Titles, summaries, captions and authors are read by everybody."""
    found = [one for one in review("Nội dung.", front) if one.code.startswith("child-")]

    assert [4] == [one.where.line - 1 for one in found]
