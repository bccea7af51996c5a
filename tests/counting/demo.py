"""The twelve posts of the demo school, its partners and plans, as records."""

from __future__ import annotations

from builder.model.partners import Partner
from builder.model.plans import Target
from tests.counting.school import gift, mention, people, plan, post, task

HAI_AU = "trung-tam-ngoai-ngu-hai-au"
MAY_TRANG = "hop-tac-xa-gom-may-trang"
MIDORIGAOKA = "truong-trung-hoc-midorigaoka"
SONG_TRANG = "truong-thcs-song-trang"
PHONG = "phong-giao-duc-va-dao-tao-huyen-huong-lua"
NHIP_CAU = "to-chuc-nhip-cau-xanh"
NANG_SOM = "cong-ty-tnhh-nang-som"
EVENT = "lop-hoc-khong-bien-gioi-2023"

PARTNERS = (
    Partner(HAI_AU, "Trung tâm Ngoại ngữ Hải Âu", kind="trung-tam-ngoai-ngu"),
    Partner(MAY_TRANG, "Hợp tác xã Gốm Mây Trắng", kind="doanh-nghiep"),
    Partner(MIDORIGAOKA, "Trường Trung học Midorigaoka", kind="truong-nuoc-ngoai", country="JP"),
    Partner(SONG_TRANG, "Trường THCS Sông Trăng", kind="truong-ban"),
    Partner(PHONG, "Phòng Giáo dục và Đào tạo huyện Hương Lúa", kind="co-quan-quan-ly"),
    Partner(NHIP_CAU, "Tổ chức Nhịp Cầu Xanh", kind="to-chuc-phi-chinh-phu", country="AU"),
    Partner(NANG_SOM, "Công ty TNHH Nắng Sớm", kind="doanh-nghiep"),
)
P1 = post(
    "p1",
    "2023-02-13",
    "tuyen-truyen",
    themes=("chu-truong-phap-luat", "hoi-nhap-quoc-te"),
    channels=("sinh-hoat-duoi-co", "phat-thanh-hoc-duong", "goc-tuyen-truyen"),
    participants=people(staff=42, students=618, parents=0, whole=True),
    level="truong",
    tasks=("NV1",),
)
P2 = post(
    "p2",
    "2023-03-21",
    "ngoai-ngu",
    themes=("hinh-anh-viet-nam",),
    channels=("facebook",),
    participants=people(staff=12, students=85, parents=30),
    partners=(mention("Trung tâm Ngoại ngữ Hải Âu", HAI_AU),),
    level="truong",
    tasks=("NV4",),
)
P3 = post(
    "p3",
    "2023-05-10",
    "ngoai-khoa-trai-nghiem",
    until="2023-05-12",
    themes=("hinh-anh-viet-nam",),
    channels=("zalo",),
    participants=people(staff=8, students=120, parents=15),
    partners=("Hợp tác xã Gốm Mây Trắng",),
    level="truong",
)
P4 = post(
    "p4",
    "2023-09-28",
    "hop-tac-quoc-te",
    themes=("hoi-nhap-quoc-te", "hinh-anh-viet-nam"),
    channels=("facebook",),
    mode="truc-tuyen",
    event=EVENT,
    is_main=True,
    participants=people(staff=6, students=64, international=40),
    partners=("Trường Trung học Midorigaoka",),
    level="quoc-te",
    tasks=("NV4",),
)
P5 = post(
    "p5",
    "2023-09-28",
    "hop-tac-quoc-te",
    publish_on="2023-10-02",
    themes=("hoi-nhap-quoc-te",),
    channels=("zalo",),
    event=EVENT,
)
P6 = post(
    "p6",
    "2023-11-18",
    "van-nghe-the-thao",
    themes=("phat-trien-nha-truong",),
    channels=("facebook", "dai-truyen-thanh"),
    role="phoi-hop",
    participants=people(staff=30, students=210, parents=40, guests=85),
    partners=("Trường THCS Sông Trăng",),
    level="huyen",
)
P7 = post(
    "p7",
    "2023-12-25",
    "tuyen-truyen",
    until="2024-01-05",
    themes=("hinh-anh-viet-nam", "phan-bac-thong-tin"),
    channels=("goc-tuyen-truyen", "zalo"),
    participants=people(staff=45, students=640, whole=True),
    level="truong",
    tasks=("NV1",),
)
P8 = post(
    "p8",
    "2024-03-14",
    "hoi-nghi-hoi-thao",
    themes=("an-ninh-truong-hoc",),
    mode="truc-tuyen",
    role="tham-gia",
    participants=people(staff=15),
    partners=("Phòng Giáo dục và Đào tạo huyện Hương Lúa",),
    level="huyen",
)
P9 = post(
    "p9",
    "2024-04-15",
    "tuyen-truyen",
    sessions=2,
    themes=("chu-truong-phap-luat", "hoi-nhap-quoc-te"),
    channels=("phat-thanh-hoc-duong", "zalo"),
    participants=people(staff=45, students=640, whole=True),
    level="truong",
    tasks=("NV1",),
)
P10 = post(
    "p10",
    "2024-07-15",
    "hop-tac-quoc-te",
    until="2024-07-26",
    themes=("hoi-nhap-quoc-te",),
    channels=("facebook", "bao-chi"),
    participants=people(staff=5, students="~100", international=4),
    partners=("Tổ chức Nhịp Cầu Xanh", mention("TT Ngoại ngữ Hải Âu", HAI_AU)),
    level="quoc-te",
    tasks=("NV4",),
)
P11 = post(
    "p11",
    "2024-10-15",
    "xa-hoi-hoa",
    themes=("phat-trien-nha-truong",),
    channels=("zalo",),
    participants=people(students=32, parents="?"),
    partners=("Công ty TNHH Nắng Sớm",),
    resources=(
        gift("hoc-bong", 48_000_000, quantity=32, unit="suất"),
        gift("trang-thiet-bi", quantity=10, unit="bộ máy tính"),
    ),
    level="truong",
    tasks=("NV5",),
)
P12 = post(
    "p12",
    "2024-11-20",
    "tin-bai-gioi-thieu",
    themes=("guong-dien-hinh",),
    channels=("facebook", "goc-tuyen-truyen"),
    level="truong",
)
POSTS = (P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11, P12)
COMMUNICATION = task("NV1", Target("communication_sessions", 2))
NEWS = task("NV2", Target("posts", 10, counts_all=True))
EXCHANGE = task("NV4", Target("activities", 1, types=("hop-tac-quoc-te",)))
TRAINING = task("NV3", Target("activities", 1), optional=True)
RESOURCES = task("NV5", Target("activities", 1, types=("xa-hoi-hoa",)))
PLANS = (
    plan("2023", COMMUNICATION, EXCHANGE, NEWS, TRAINING),
    plan("2024", COMMUNICATION, EXCHANGE, NEWS, RESOURCES),
)
