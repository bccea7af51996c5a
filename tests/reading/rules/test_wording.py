"""Words that a school must not use as they stand, and their innocent neighbours."""

from __future__ import annotations

import pytest

from tests.reading.rules.texts import codes, review

OWN = "Thầy trò cùng nhau dọn sân trường, trồng cây và kể chuyện quê hương cho bạn bè. " * 6


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("TUYỆT MẬT\n\nKế hoạch", "secret-mark"),
        ("Hồ sơ TỐI MẬT của xã", "secret-mark"),
        ("**MẬT**\n\nKế hoạch", "secret-mark"),
        ("Độ mật\n\n(MẬT)\n", "secret-mark"),
        ("Đây là tài liệu mật.", "secret-mark"),
        ("Văn bản lưu hành nội bộ", "secret-mark"),
        ("XEM XONG TRẢ LẠI", "secret-mark"),
        ("Bản này đóng dấu Tối mật", "secret-mark"),
        ("Độ mật: Mật", "secret-mark"),
        ("Đây là công văn tuyệt mật của Sở.", "secret-mark"),
        ("Danh sách trực Tết của trường gồm", "secret-review"),
        ("BIÊN BẢN SINH HOẠT CHI BỘ\n\nTháng 11", "party-paper"),
        ("NGHỊ QUYẾT CHI BỘ THÁNG 11", "party-paper"),
        ("Mỗi học sinh phải nộp 50.000 đồng ủng hộ đồng bào.", "compulsory-donation"),
        ("Yêu cầu mỗi em nộp 100 nghìn đồng", "compulsory-donation"),
        ("Tòa soạn xin chân thành cảm ơn bạn đọc.", "press-wording"),
        ("Bài viết có sử dụng ChatGPT để biên tập.", "ai-unmarked"),
        (f'{OWN}\n\n"{OWN}"\n', "long-quote"),
        (f"{OWN}\n\n«{OWN}»\n", "long-quote"),
        ("Kèm đáp án đề thi học kỳ", "secret-review"),
        ("Danh sách trực bảo vệ tuần này", "secret-review"),
        ("Sơ đồ bố trí camera của trường", "secret-review"),
        ("CHI BỘ TRƯỜNG THCS CỔ BI\nTỔ ĐẢNG TỔ 1\n", "party-paper"),
        ("**ĐẢNG BỘ XÃ SAO MAI**\n\nBáo cáo", "party-paper"),
        ("Trường\n\nĐẢNG CỘNG SẢN VIỆT NAM", "party-paper"),
        ("Mức thu mỗi em 500.000 đồng", "compulsory-donation"),
        ("Bắt buộc 50.000 đồng một em", "compulsory-donation"),
        ("Bình quân mỗi học sinh 50 nghìn đồng", "compulsory-donation"),
        ("Mức đóng góp 500.000 đồng mỗi em", "compulsory-donation"),
        ("Phụ huynh bắt buộc ủng hộ quỹ lớp", "compulsory-donation"),
        ("Các khoản đóng góp bắt buộc", "compulsory-donation"),
        ("Bình quân mỗi học sinh đóng 200.000 đồng", "compulsory-donation"),
        ("Hôm nay mưa.\n\nPV", "press-wording"),
        ("Hôm nay mưa.\n\n*Tin, ảnh: PV Hoa Mai*", "press-wording"),
        ("Phóng viên: Lan", "press-wording"),
        ("Tin: Phóng viên Lan.", "press-wording"),
        ("Phóng viên Hoa Mai", "press-wording"),
        ("Theo phóng viên nhà trường, trời mưa.", "press-wording"),
        ("Bài vở gửi về tòa soạn chúng tôi", "press-wording"),
        ("Bản báo xin đính chính", "press-wording"),
        ("*Ảnh do AI tạo*", "ai-unmarked"),
        ("![Tranh vẽ bằng ChatGPT](anh.jpg)", "ai-unmarked"),
        ("(Minh họa: Midjourney)", "ai-unmarked"),
        ("Nguồn ảnh: AI tạo", "ai-unmarked"),
        ("Nội dung: ChatGPT viết", "ai-unmarked"),
        ("Bài viết được soạn với sự hỗ trợ của Gemini.", "ai-unmarked"),
        (f"{OWN}\n\n> {OWN}\n", "long-quote"),
        (f"{OWN}\n\n“{OWN}”\n", "long-quote"),
    ],
)
def test_words_that_need_a_second_look_are_found(body: str, code: str) -> None:
    """Each is told once, where it stands."""
    assert [code] == codes(body, "photo_consent: không cần\n")


@pytest.mark.parametrize(
    "body",
    [
        "Các em làm bánh từ mật ong và giữ bí mật món quà.",
        "## HỘP BÍ MẬT\n\nTrò chơi HỘP BÍ MẬT",
        "Báo cáo viên nói về Luật Bảo vệ bí mật nhà nước và tài liệu mật mã học.",
        "Đáp án của câu đố là cây nón. Camera giám sát được lắp ở cổng.",
        "Món quà được giữ tuyệt mật đến phút chót; MẬT ONG RỪNG; mật thư, thân mật, mật độ",
        "Giáo viên đóng dấu mật mã lên mật thư; danh sách trực nhật, trực tiếp, trực tuyến",
        "Em phải nộp bài trước 17 giờ, yêu cầu đóng cửa lớp lúc 10 giờ.",
        "Giáo dục bắt buộc, thu hoạch rau sạch",
        "Nội dung: sử dụng ChatGPT trong dạy học",
        "BIÊN BẢN BÀN GIAO SÁCH\n\nĐảng bộ xã tặng sách.",
        f'<p class="a {OWN}">Ngày hội</p>\n\n{OWN}',
        "Sơ đồ tư duy về biển đảo, đề thi hùng biện",
        "Chi bộ trường tổ chức lễ kết nạp đảng viên mới.",
        "Nhà trường\n\nmừng Đảng, mừng Xuân",
        "Không quy định mức đóng góp, không bắt buộc ủng hộ.",
        "Đội mũ bảo hiểm là bắt buộc. Bình quân mỗi học sinh đọc 5 cuốn sách.",
        "Chương trình giáo dục bắt buộc chín năm, mức độ hài lòng cao",
        "Bắt buộc mặc đồng phục. Phần thi bắt buộc gồm đồng ca. Mức thu nhập của bà con tăng.",
        "Thí sinh bắt buộc nộp bài dự thi trước 20/11; mỗi tổ bắt buộc góp mặt một tiết mục.",
        "- Phóng viên Báo Đồng Mây\n- Phóng viên Đài Truyền hình tỉnh đến ghi hình.",
        "Ảnh: PV Báo Đồng Mây\n\nẢnh: Phóng viên Báo Đồng Mây",
        "Nội dung: AI và tương lai nghề nghiệp",
        "Nội dung tập huấn: soạn bài giảng bằng AI",
        "Tin vui từ AI Camp: đội trường ta đạt giải.",
        "Phóng viên Đài Phát thanh và Truyền hình tỉnh đến đưa tin.",
        "Câu lạc bộ phóng viên nhỏ ra mắt. Bản báo cáo dài ba trang.",
        "Học sinh tìm hiểu ChatGPT và trí tuệ nhân tạo. Ai cũng thích.",
        "Bài viết về AI của tổ Tin học nói rằng nên cẩn thận.",
        f"{OWN}\n\n> Em sẽ học chăm hơn.\n\n“Vui lắm,” em nói.",
        "> Chỉ một câu trích ngắn.",
    ],
)
def test_innocent_words_pass(body: str) -> None:
    """A word alone is no finding; what it stands for is."""
    assert [] == codes(body)


def test_what_is_said_to_be_made_by_a_machine_is_no_finding() -> None:
    """The post tells its readers, as the law asks."""
    assert [] == codes("*Ảnh do AI tạo*", "dùng AI: có\n")


def test_a_word_for_review_is_a_warning_though_its_rule_blocks() -> None:
    """Stamps stop the build; what may be innocent doesn't."""
    found = review("TUYỆT MẬT\n\nKèm đáp án đề thi")

    assert [("secret-mark", True), ("secret-review", False)] == [
        (one.code, one.is_error) for one in found
    ]
