"""Pictures of the pottery village, the summer class and the gifts, by post."""

from __future__ import annotations

from canvas import (
    BARK,
    BRICK,
    CLAY,
    CREAM,
    GOLD,
    HEIGHT,
    INDIGO,
    INK,
    LEAF,
    MOSS,
    RED,
    SAND,
    SEA,
    SHADOW,
    SKY,
    TEAL,
    WHITE,
    WIDTH,
    WOOD,
    Canvas,
)
from nature import draw_blossom, draw_branch, draw_cloud, draw_hills, draw_leafy, draw_sun
from things import draw_computer, draw_desk, draw_lines, draw_paper, draw_vase, draw_window


def draw_pottery_village() -> Canvas:
    """A potter's wheel before shelves of vases and a kiln on the hill."""
    sheet = Canvas("#f6dcb4", "#fbf0da")
    draw_sun(sheet, 300, 210, 84)
    draw_hills(sheet, 560, 230, "#b7c79a", 11)
    draw_hills(sheet, 660, 150, LEAF, 23)
    sheet.blob([(900, 640), (960, 420), (1130, 340), (1310, 420), (1380, 640)], CLAY)
    sheet.blob([(960, 640), (1010, 470), (1130, 400), (1250, 470), (1300, 640)], BRICK)
    sheet.blob([(1070, 640), (1075, 560), (1130, 520), (1185, 560), (1190, 640)], "#3f2420")
    sheet.blob([(1090, 640), (1110, 585), (1130, 555), (1150, 590), (1170, 640)], GOLD)
    for one, (dx, dy) in enumerate(((0, 0), (34, -60), (14, -124), (56, -190))):
        sheet.disc(1150 + dx, 320 + dy, 36 + one * 11, "#fffdf788")
    sheet.rect(0, 640, WIDTH, HEIGHT - 640, "#dcb27c")
    for y in (580, 760):
        sheet.rect(60, y, 560, 18, BARK, radius=5)
    sheet.rect(84, 430, 18, 460, BARK)
    sheet.rect(578, 430, 18, 460, BARK)
    for one, fill in enumerate((CLAY, SAND, TEAL, CREAM)):
        draw_vase(sheet, 160 + one * 122, 580, 0.66, fill)
        draw_vase(sheet, 160 + one * 122, 760, 0.66, (CREAM, INDIGO, CLAY, SAND)[one])
    _draw_wheel(sheet, 860, 890)
    draw_vase(sheet, 860, 870, 1.5, "#c98a5c")
    draw_branch(sheet, 1250, 1010, 1.2)
    return sheet


def draw_shaping_hands() -> Canvas:
    """Two hands at a vase on the wheel."""
    sheet = Canvas("#f3e2c4", "#ecd2a6")
    sheet.disc(800, 470, 430, "#fbf0dacc")
    sheet.rect(0, 840, WIDTH, HEIGHT - 840, WOOD)
    sheet.rect(0, 840, WIDTH, 18, "#c9925c")
    _draw_wheel(sheet, 800, 850)
    draw_vase(sheet, 800, 830, 2.6, "#c98a5c")
    for side in (-1, 1):
        sheet.line(
            [(800 + side * 700, 900), (800 + side * 470, 720), (800 + side * 240, 600)], WHITE, 150
        )
        sheet.line(
            [(800 + side * 390, 690), (800 + side * 260, 620), (800 + side * 190, 575)],
            "#e2ac84",
            104,
        )
        for one in range(4):
            y = 520 + one * 44
            sheet.line(
                [(800 + side * 250, y + 44), (800 + side * 190, y + 8), (800 + side * 148, y)],
                "#e9b993",
                40,
            )
    sheet.oval(230, 960, 120, 46, INDIGO)
    sheet.oval(230, 945, 104, 32, SEA)
    for dx in (0, 46):
        sheet.line([(1320 + dx, 960), (1480 + dx, 850)], BARK, 16)
        sheet.line([(1294 + dx, 978), (1322 + dx, 958)], INDIGO, 22)
    return sheet


def draw_summer_class() -> Canvas:
    """A classroom beside a window with flame tree blossoms."""
    sheet = Canvas("#f7ead0", "#f0d9ae")
    _draw_flame_tree_window(sheet)
    sheet.rect(110, 120, 760, 480, BARK, radius=14)
    sheet.rect(134, 144, 712, 432, "#2f6b5c")
    sheet.text(490, 290, "Hello!", 130, "#fffdf7")
    sheet.line([(300, 400), (480, 420), (680, 396)], GOLD, 10)
    sheet.text(490, 490, "My hometown", 56, "#e4efe6")
    sheet.rect(260, 600, 460, 18, BARK, radius=6)
    draw_desk(sheet, 800)
    for y, w, fill in ((770, 300, INDIGO), (726, 260, GOLD), (684, 280, CLAY), (644, 220, TEAL)):
        sheet.rect(330 - w / 2, y, w, 44, fill, radius=8)
        sheet.rect(330 + w / 2 - 30, y + 8, 30, 28, CREAM)
    draw_leafy(sheet, 1290, 860, 1.1)
    draw_paper(sheet, 800, 930, 330, 200, -6, WHITE)
    draw_lines(sheet, 800, 880, 240, 4, -6)
    sheet.line([(980, 980), (1130, 890)], GOLD, 22, soft=False)
    return sheet


def draw_small_project() -> Canvas:
    """A poster that pupils made of a day in their home, with pencils around."""
    sheet = Canvas("#c99a67", "#b58250")
    for y in (160, 430, 690, 960):
        sheet.line([(0, y), (600, y - 10), (WIDTH, y + 8)], "#7b523333", 7)
    draw_paper(sheet, 800, 540, 1080, 800, -2, CREAM)
    _draw_first_stops(sheet)
    sheet.line([(1130, 490), (1140, 580), (1090, 660)], CLAY, 14)
    sheet.shape([(1048, 700), (1066, 640), (1110, 676)], CLAY)
    _draw_buffalo(sheet, 800, 740)
    sheet.line([(560, 700), (480, 660), (450, 590)], CLAY, 14)
    sheet.shape([(440, 540), (420, 596), (478, 590)], CLAY)
    for x, y, fill in (
        (1420, 300, RED),
        (1470, 520, TEAL),
        (1400, 760, GOLD),
        (130, 720, INDIGO),
        (180, 330, CLAY),
    ):
        sheet.line([(x - 50, y + 90), (x + 50, y - 90)], fill, 30, soft=False)
        sheet.shape([(x + 37, y - 98), (x + 64, y - 82), (x + 72, y - 130)], SAND)
    draw_branch(sheet, 1130, 880, 0.8)
    return sheet


def draw_gifts() -> Canvas:
    """New computers, an envelope with a ribbon, and the rising sun in the window."""
    sheet = Canvas("#f4e7cd", "#ecd5a8")
    draw_window(sheet, 480, 90, 640, 400, "#fbe3b2")
    draw_sun(sheet, 800, 400, 90)
    sheet.ground([(480, 430), (640, 380), (800, 420), (960, 370), (1120, 420)], 490, LEAF)
    sheet.rect(793, 90, 14, 400, CREAM)
    sheet.rect(440, 500, 720, 26, BARK, radius=8)
    draw_leafy(sheet, 210, 470, 1)
    sheet.rect(100, 470, 230, 18, BARK, radius=6)
    draw_desk(sheet, 760)
    for x, screen in ((290, SKY), (800, "#cfe6dc"), (1310, SKY)):
        draw_computer(sheet, x, 800, 1.2, screen)
        draw_blossom(sheet, x, 606, 46)
    sheet.rect(448, 860, 320, 190, SHADOW, radius=10)
    sheet.rect(440, 848, 320, 190, CREAM, radius=10)
    sheet.shape([(440, 850), (760, 850), (600, 960)], "#ecd9b4")
    sheet.rect(588, 848, 24, 190, RED)
    _draw_bow(sheet, 600, 850)
    sheet.rect(868, 848, 320, 190, SHADOW, radius=10)
    sheet.rect(860, 836, 320, 190, INDIGO, radius=10)
    sheet.rect(860, 916, 320, 24, GOLD)
    sheet.rect(1008, 836, 24, 190, GOLD)
    _draw_bow(sheet, 1020, 838, GOLD)
    return sheet


def _draw_first_stops(sheet: Canvas) -> None:
    """A bridge, and an arrow from there to a bowl."""
    sheet.blob([(330, 300), (560, 240), (690, 330), (600, 470), (380, 450)], "#cfe4eacc")
    sheet.line([(360, 440), (500, 350), (660, 430)], BARK, 24)
    for x in (410, 500, 590):
        sheet.line([(x, 400 if x != 500 else 360), (x, 450)], BARK, 12, soft=False)
    sheet.line([(350, 470), (500, 486), (680, 466)], SEA, 22)
    sheet.line([(720, 350), (820, 310), (900, 350)], CLAY, 14)
    sheet.shape([(930, 366), (882, 362), (908, 326)], CLAY)
    sheet.blob([(960, 340), (1220, 340), (1160, 440), (1020, 440)], INDIGO)
    sheet.oval(1090, 340, 130, 28, SAND)
    for dx, fill in ((-50, LEAF), (6, CLAY), (60, LEAF)):
        sheet.oval(1090 + dx, 338, 26, 10, fill)


def _draw_flame_tree_window(sheet: Canvas) -> None:
    """A window onto hills, with blossoms of the flame tree."""
    draw_window(sheet, 980, 120, 500, 520)
    draw_sun(sheet, 1100, 240, 56)
    draw_cloud(sheet, 1370, 250, 0.7)
    sheet.ground([(980, 540), (1120, 490), (1300, 530), (1480, 480)], 640, LEAF)
    for x, y, r in ((1430, 150, 70), (1350, 190, 52), (1450, 270, 56), (1390, 130, 60)):
        sheet.disc(x, y, r, MOSS)
    for x, y in (
        (1330, 180),
        (1390, 140),
        (1440, 190),
        (1370, 230),
        (1430, 260),
        (1460, 310),
        (1310, 220),
    ):
        draw_blossom(sheet, x, y, 26, RED)
    sheet.rect(1222, 120, 14, 520, CREAM)


def _draw_wheel(sheet: Canvas, x: float, y: float) -> None:
    """A potter's wheel; `y` is the middle of its plate."""
    sheet.rect(x - 60, y, 120, 150, BARK)
    sheet.oval(x, y + 22, 260, 56, BARK)
    sheet.oval(x, y, 260, 56, "#8f6440")
    sheet.oval(x, y - 4, 200, 38, "#a37750")


def _draw_buffalo(sheet: Canvas, x: float, y: float) -> None:
    """A buffalo from the side, as a child draws it."""
    for dx in (-90, -50, 50, 90):
        sheet.rect(x + dx - 14, y + 20, 28, 90, INK, radius=10)
    sheet.blob(
        [(x - 130, y - 40), (x, y - 70), (x + 120, y - 50), (x + 130, y + 40), (x - 120, y + 44)],
        INK,
    )
    sheet.blob(
        [(x + 110, y - 70), (x + 190, y - 70), (x + 220, y), (x + 170, y + 20), (x + 110, y - 10)],
        INK,
    )
    sheet.line([(x + 130, y - 70), (x + 110, y - 120), (x + 150, y - 140)], SAND, 14)
    sheet.line([(x + 170, y - 70), (x + 200, y - 120), (x + 170, y - 146)], SAND, 14)
    sheet.line([(x - 130, y - 20), (x - 160, y + 20), (x - 150, y + 60)], INK, 9)


def _draw_bow(sheet: Canvas, x: float, y: float, fill: str = RED) -> None:
    """A ribbon's bow."""
    for side in (-1, 1):
        sheet.blob(
            [(x, y), (x + side * 56, y - 42), (x + side * 84, y), (x + side * 56, y + 22)], fill
        )
    sheet.disc(x, y, 17, "#fffdf766")


SCENES = {
    "ba-ngay-trai-nghiem-lang-gom-may-trang": {
        "lang-gom.jpg": draw_pottery_village,
        "nan-binh.jpg": draw_shaping_hands,
    },
    "lop-tieng-anh-he-cung-tinh-nguyen-vien-quoc-te": {
        "lop-hoc-mua-he.jpg": draw_summer_class,
        "du-an-nho.jpg": draw_small_project,
    },
    "tiep-nhan-hoc-bong-va-may-tinh-tang-hoc-sinh": {
        "hoc-bong-va-may-tinh.jpg": draw_gifts,
    },
}
