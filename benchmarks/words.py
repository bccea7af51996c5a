"""The words that news are drawn from: types, partners and parts of sentences."""

from __future__ import annotations

TYPES = {
    "tuyen-truyen": "Tuyên truyền",
    "hop-tac-quoc-te": "Hợp tác quốc tế",
    "giao-luu-hop-tac": "Giao lưu, hợp tác trong nước",
    "van-nghe-the-thao": "Văn nghệ, thể thao",
    "ngoai-khoa-trai-nghiem": "Ngoại khóa, trải nghiệm",
    "stem-khkt": "STEM, khoa học kỹ thuật",
    "ngoai-ngu": "Ngoại ngữ",
    "phoi-hop-cha-me": "Phối hợp với cha mẹ học sinh",
}
PARTNERS = {
    "truong-thcs-song-trang": "Trường THCS Sông Trăng",
    "truong-trung-hoc-midorigaoka": "Trường Trung học Midorigaoka",
    "hop-tac-xa-gom-may-trang": "Hợp tác xã Gốm Mây Trắng",
    "quy-khuyen-hoc-huong-lua": "Quỹ Khuyến học Hương Lúa",
    "tram-y-te-xa-sao-mai": "Trạm Y tế xã Sao Mai",
}
WHO = (
    "học sinh khối bảy",
    "các em trong câu lạc bộ tiếng Anh",
    "thầy cô tổ Ngữ văn",
    "Liên đội nhà trường",
    "ban đại diện cha mẹ học sinh",
    "đoàn khách của trường bạn",
    "các bác nghệ nhân trong làng",
    "đội văn nghệ của trường",
    "nhóm phóng viên nhỏ tuổi",
    "thư viện nhà trường",
)
DOES = (
    "cùng chuẩn bị",
    "giới thiệu với mọi người",
    "kể lại bằng tranh vẽ",
    "ghi chép cẩn thận",
    "trình bày rất tự tin",
    "trao đổi thật sôi nổi về",
    "mang đến góc trưng bày",
    "tìm hiểu từ nhiều nguồn sách báo",
    "đặt nhiều câu hỏi về",
    "dành cả buổi sáng cho",
)
WHAT = (
    "những câu chuyện về quê hương",
    "các món ăn quen thuộc của mùa gặt",
    "mô hình lọc nước bằng vỏ trấu",
    "bộ sưu tập bình gốm mộc",
    "bài hát về tình bạn bốn phương",
    "kế hoạch trồng cây quanh sân trường",
    "tủ sách song ngữ đầu tiên của xã",
    "cách nhận biết tin sai sự thật trên mạng",
    "trò chơi dân gian của hai đất nước",
    "chuyến thăm làng nghề sắp tới",
)
WHEN = (
    "trong giờ sinh hoạt dưới cờ",
    "vào sáng thứ bảy",
    "suốt tuần lễ đọc sách",
    "sau buổi kết nối trực tuyến",
    "trước ngày hội của trường",
    "ngay tại sân trường đầy nắng",
    "với sự giúp đỡ của thầy cô",
    "như một món quà nhỏ gửi bạn bè",
)
WEEKDAYS = ("Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy")
