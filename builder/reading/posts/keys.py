"""Every key of a post, and the names that teachers know it by (posts.md, Front matter).

The first name is the one that sentences show. Names whose folded form means
two things (`tinh`, `so`, `thu`, `ban`) stand in none of these tables.
"""

from __future__ import annotations

from builder.reading.fields.keys import key_table

POST_KEYS = key_table(
    {
        "title": ("tiêu đề", "tựa đề", "tên bài", "tên hoạt động"),
        "date": (
            "ngày", "ngày tổ chức", "thời gian", "ngày diễn ra", "ngày thực hiện", "từ ngày",
        ),
        "end_date": ("đến ngày", "ngày kết thúc", "kết thúc", "đến", "end"),
        "activity_type": (
            "loại hoạt động", "loại", "loại hình", "hình thức hoạt động", "type",
        ),
        "participants": (
            "tham gia", "thành phần", "người tham gia", "đối tượng", "số người tham gia",
            "thành phần tham gia",
        ),
        "whole_school": ("toàn trường", "toàn thể", "tất cả", "100%"),
        "sessions": ("số lần", "số buổi", "số lần tuyên truyền", "số lượt tổ chức"),
        "themes": ("chủ đề", "nội dung tuyên truyền", "nội dung", "theme", "topic", "topics"),
        "channels": (
            "kênh", "hình thức tuyên truyền", "kênh thông tin", "kênh truyền thông",
            "phương tiện", "channel",
        ),
        "level": ("cấp", "cấp tổ chức", "quy mô tổ chức"),
        "role": ("vai trò", "tư cách"),
        "mode": ("phương thức", "hình thức tổ chức"),
        "location": ("địa điểm", "nơi tổ chức", "tại"),
        "partners": ("đối tác", "đơn vị phối hợp", "phối hợp với", "đơn vị tài trợ", "partner"),
        "tasks": (
            "nhiệm vụ", "nhiệm vụ kế hoạch", "theo nhiệm vụ", "mã nhiệm vụ", "task",
        ),
        "event": ("sự kiện", "mã sự kiện", "thuộc sự kiện"),
        "main_post": ("bài chính",),
        "resources": (
            "nguồn lực", "tài trợ", "xã hội hóa", "xã hội hoá", "kinh phí tài trợ", "vận động",
        ),
        "foreign_element": ("yếu tố nước ngoài", "có yếu tố nước ngoài"),
        "permission": (
            "văn bản cho phép", "văn bản chỉ đạo", "cho phép của", "căn cứ tổ chức",
        ),
        "source": ("nguồn", "nguồn tin", "theo"),
        "authors": ("người viết", "tác giả", "tin và ảnh", "bài", "author"),
        "summary": ("tóm tắt", "mô tả ngắn", "trích dẫn", "description"),
        "cover": ("ảnh bìa", "ảnh đại diện"),
        "featured": ("nổi bật",),
        "photo_consent": (
            "đồng ý đăng ảnh", "đồng ý", "phụ huynh đồng ý", "đã xin phép", "consent",
        ),
        "ai_used": ("dùng AI", "có dùng AI", "sử dụng AI"),
        "status": ("trạng thái", "tình trạng"),
        "draft": ("nháp", "bản nháp"),
        "internal": ("nội bộ", "phạm vi"),
        "approved_by": ("người duyệt", "duyệt", "phê duyệt", "approver"),
        "approved_on": ("ngày duyệt",),
        "approved_hash": ("mã duyệt",),
        "publish_on": ("ngày đăng", "ngày đăng tải", "đăng ngày", "published"),
        "corrections": ("đính chính",),
        "allow": ("cho phép",),
        "summary_only": ("chỉ thống kê",),
        "counted": ("tính vào báo cáo", "tính báo cáo", "đưa vào báo cáo", "thống kê"),
        "slug": ("đường dẫn",),
        "old_addresses": ("đường dẫn cũ", "địa chỉ cũ"),
    }
)  # fmt: skip

RESOURCE_KEYS = key_table(
    {
        "kind": ("loại", "loại nguồn lực"),
        "value": ("giá trị", "trị giá", "số tiền"),
        "quantity": ("số lượng",),
        "unit": ("đơn vị", "đơn vị tính"),
        "partner": ("nhà tài trợ", "đối tác", "đơn vị tài trợ"),
        "pledged": ("cam kết",),
        "note": ("ghi chú",),
    }
)

COVER_KEYS = key_table(
    {
        "image": ("ảnh", "hình ảnh", "tệp ảnh"),
        "alt": ("mô tả", "mô tả ảnh", "nội dung ảnh"),
        "caption": ("chú thích", "ghi chú ảnh"),
    }
)

CORRECTION_KEYS = key_table(
    {"date": ("ngày", "ngày đính chính"), "text": ("nội dung", "nội dung đính chính")}
)

ALLOWANCE_KEYS = key_table({"rule": ("quy tắc", "luật"), "reason": ("lý do", "lí do")})
