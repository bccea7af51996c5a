"""Pictures of sport, stage and the notice board, by post."""

from __future__ import annotations

from canvas import (
    BARK,
    CLAY,
    CREAM,
    GOLD,
    HEIGHT,
    INDIGO,
    INK,
    LEAF,
    MOSS,
    NIGHT,
    RED,
    ROSE,
    SEA,
    SHADOW,
    SKY,
    TEAL,
    WHITE,
    WIDTH,
    WOOD,
    Canvas,
    turned,
)
from nature import draw_blossom, draw_branch, draw_cloud, draw_hills, draw_sun, draw_tree
from things import draw_bunting, draw_lantern, draw_lines, draw_paper


def draw_volleyball() -> Canvas:
    """A ball above the net, and a small stage behind."""
    sheet = Canvas("#cfe4ea", "#fbf0d8")
    draw_sun(sheet, 260, 200, 80)
    draw_cloud(sheet, 1320, 170, 1.1)
    draw_hills(sheet, 600, 170, "#b9d0c0", 8)
    for x, s in ((60, 1.2), (1540, 1.3), (1380, 0.9)):
        draw_tree(sheet, x, 700, s, MOSS if s > 1 else LEAF)
    sheet.rect(520, 420, 560, 270, NIGHT, radius=10)
    sheet.rect(540, 440, 520, 250, INDIGO)
    sheet.rect(490, 660, 620, 40, WOOD, radius=6)
    draw_bunting(sheet, 500, 420, 600, 60, 9)
    sheet.rect(0, 690, WIDTH, HEIGHT - 690, CLAY)
    sheet.shape([(180, 1030), (360, 760), (1240, 760), (1420, 1030)], "#d98a5f")
    sheet.line(
        [(180, 1030), (360, 760), (1240, 760), (1420, 1030), (180, 1030)], WHITE, 9, soft=False
    )
    _draw_net(sheet)
    _draw_ball(sheet, 980, 280, 120)
    for one in range(3):
        sheet.line(
            [
                (560 - one * 20, 430 - one * 60),
                (700, 356 - one * 52),
                (820 - one * 10, 310 - one * 44),
            ],
            "#fffdf7cc",
            9,
        )
    return sheet


def draw_music_stage() -> Canvas:
    """Instruments on a small stage in warm light."""
    sheet = Canvas("#5b3f6b", "#b8694f")
    for x in (320, 800, 1280):
        sheet.shape([(x, -60), (x - 300, 860), (x + 300, 860)], "#fff3c41f")
    draw_bunting(sheet, -40, 60, 860, 110, 11)
    draw_bunting(sheet, 780, 60, 860, 110, 11)
    for x, s in ((170, 1.2), (1430, 1.2), (420, 0.8), (1180, 0.8)):
        draw_lantern(sheet, x, 170, s, RED if s > 1 else GOLD)
    sheet.rect(0, 840, WIDTH, HEIGHT - 840, WOOD)
    sheet.rect(0, 840, WIDTH, 18, "#d19a63")
    sheet.oval(1010, 900, 240, 26, SHADOW)
    sheet.rect(830, 620, 360, 280, RED, radius=60)
    sheet.rect(830, 700, 360, 14, GOLD)
    sheet.rect(830, 830, 360, 14, GOLD)
    sheet.oval(1010, 640, 180, 60, CREAM)
    sheet.oval(1010, 640, 150, 46, "#f3dfb4")
    for dx in (-60, 60):
        sheet.line([(1010 + dx, 630), (1010 + dx * 3.6, 470)], BARK, 16)
        sheet.disc(1010 + dx, 630, 17, BARK)
    _draw_lute(sheet, 480, 760)
    sheet.rect(1350, 560, 16, 330, "#2b2f45", radius=8)
    sheet.oval(1358, 892, 80, 15, "#2b2f45")
    sheet.rect(1326, 470, 64, 110, "#c9ccd6", radius=32)
    for x, y in ((250, 520), (800, 330), (1240, 420)):
        sheet.disc(x, y, 24, GOLD)
        sheet.line([(x + 20, y), (x + 20, y - 100), (x + 62, y - 76)], GOLD, 10, soft=False)
    return sheet


def draw_notice_board() -> Canvas:
    """A board on which every class has pinned its sheet."""
    sheet = Canvas("#f3e6cb", "#ead3a6")
    sheet.rect(116, 130, 1368, 800, SHADOW, radius=18)
    sheet.rect(100, 110, 1400, 800, BARK, radius=18)
    sheet.rect(134, 144, 1332, 732, "#d9ad76")
    draw_bunting(sheet, 134, 144, 1332, 60, 16)
    places = (
        (350, 400, -4),
        (800, 380, 3),
        (1240, 410, -3),
        (360, 700, 4),
        (810, 700, -3),
        (1250, 700, 5),
    )
    for x, y, degrees in places:
        draw_paper(sheet, x, y, 340, 250, degrees, WHITE if degrees > 0 else CREAM)
        draw_lines(sheet, x, y + 70, 250, 2, degrees)
        sheet.disc(x, y - 104, 14, RED if degrees > 0 else INDIGO)
    _draw_fields(sheet, 350, 380)
    _draw_peak(sheet, 800, 360)
    _draw_river(sheet, 1240, 390)
    draw_branch(sheet, 270, 730, 0.7, ROSE)
    sheet.disc(810, 670, 50, "#f9c95c")
    sheet.rect(730, 690, 160, 22, SEA, radius=11)
    draw_blossom(sheet, 1250, 660, 62)
    sheet.rect(0, 990, WIDTH, 77, WOOD)
    sheet.rect(0, 990, WIDTH, 12, "#c9925c")
    return sheet


def draw_two_sides() -> Canvas:
    """An open sheet: home on the left, a magnifying glass over a line on the right."""
    sheet = Canvas("#dfe9e6", "#f2e4c6")
    sheet.disc(220, 180, 260, "#fffdf766")
    sheet.disc(1420, 900, 320, "#fffdf766")
    left = [(230, 210), (800, 270), (800, 900), (230, 840)]
    right = [(1370, 210), (800, 270), (800, 900), (1370, 840)]
    for page, fill in ((left, WHITE), (right, CREAM)):
        sheet.shape([(x + 12, y + 18) for x, y in page], SHADOW)
        sheet.shape(page, fill)
    sheet.shape([(290, 280), (740, 326), (740, 640), (290, 600)], SKY)
    sheet.disc(640, 410, 44, "#f9c95c")
    sheet.ground([(290, 560), (400, 440), (520, 520), (640, 470), (740, 560)], 610, MOSS)
    sheet.shape([(290, 606), (740, 606), (740, 640), (290, 600)], MOSS)
    sheet.oval(520, 580, 110, 20, SEA)
    for row in range(3):
        sheet.line([(300, 680 + row * 44), (700 - row * 60, 720 + row * 40)], "#39405a66", 10)
    for row in range(8):
        sheet.line([(870, 350 + row * 58), (1300, 305 + row * 58)], "#39405a66", 10)
    sheet.line([(1200, 690), (1370, 900)], BARK, 44)
    sheet.disc(1110, 580, 166, INDIGO)
    sheet.disc(1110, 580, 138, "#f4fafa")
    sheet.line([(1010, 570), (1200, 552)], INK, 20)
    sheet.line([(1030, 622), (1160, 610)], CLAY, 20)
    sheet.line([(1052, 500), (1090, 535), (1160, 460)], TEAL, 22, soft=False)
    return sheet


def _draw_net(sheet: Canvas) -> None:
    """The net between its posts."""
    for x in (150, 1450):
        sheet.rect(x - 11, 400, 22, 560, "#e8e3d6", radius=9)
        sheet.oval(x, 960, 44, 10, SHADOW)
    for row in range(7):
        sheet.line([(150, 470 + row * 36), (1450, 470 + row * 36)], "#fffdf7aa", 3)
    for column in range(37):
        sheet.line([(150 + column * 36, 470), (150 + column * 36, 686)], "#fffdf7aa", 3)
    sheet.rect(150, 452, 1300, 22, WHITE)


def _draw_ball(sheet: Canvas, x: float, y: float, r: float) -> None:
    """A volleyball."""
    sheet.disc(x, y, r, CREAM)
    for degrees, fill in ((0, GOLD), (120, INDIGO), (240, GOLD)):
        band = [
            (x - r * 0.1, y - r * 0.1),
            (x - r * 0.2, y - r * 0.6),
            (x + r * 0.3, y - r * 0.9),
            (x + r * 0.62, y - r * 0.66),
            (x + r * 0.2, y - r * 0.4),
        ]
        sheet.blob(turned(band, (x, y), degrees), fill)
        sheet.line(
            turned(
                [(x, y), (x - r * 0.3, y - r * 0.5), (x - r * 0.1, y - r * 0.98)], (x, y), degrees
            ),
            INK,
            6,
        )


def _draw_lute(sheet: Canvas, x: float, y: float) -> None:
    """A moon lute on its stand; `y` is the middle of its body."""
    sheet.line([(x + 70, y - 90), (x + 190, y - 430)], BARK, 38)
    sheet.line([(x + 176, y - 430), (x + 216, y - 412)], BARK, 30)
    sheet.oval(x + 10, y + 140, 190, 22, SHADOW)
    sheet.disc(x, y, 156, BARK)
    sheet.disc(x, y, 138, "#dba868")
    sheet.rect(x - 50, y + 60, 90, 16, BARK, radius=8)
    for dx in (-12, 12):
        sheet.line([(x + dx - 8, y + 62), (x + 180 + dx, y - 420)], CREAM, 4, soft=False)


def _draw_fields(sheet: Canvas, x: float, y: float) -> None:
    """Rice fields in steps."""
    for one, fill in enumerate((LEAF, GOLD, MOSS)):
        sheet.blob(
            [
                (x - 130, y - 30 + one * 28),
                (x, y - 50 + one * 28),
                (x + 130, y - 26 + one * 28),
                (x + 130, y + 10 + one * 24),
                (x - 130, y + 8 + one * 24),
            ],
            fill,
        )


def _draw_peak(sheet: Canvas, x: float, y: float) -> None:
    """Two mountains and the sun."""
    sheet.disc(x + 70, y - 40, 32, "#f9c95c")
    sheet.shape([(x - 130, y + 56), (x - 40, y - 70), (x + 50, y + 56)], TEAL)
    sheet.shape([(x - 20, y + 56), (x + 50, y - 30), (x + 130, y + 56)], SEA)


def _draw_river(sheet: Canvas, x: float, y: float) -> None:
    """A river through a meadow, and a boat."""
    sheet.rect(x - 130, y - 60, 260, 116, LEAF, radius=10)
    sheet.line([(x - 108, y + 30), (x - 40, y - 10), (x + 30, y + 20), (x + 108, y - 30)], SEA, 36)
    sheet.shape([(x - 40, y), (x + 40, y), (x + 20, y + 22), (x - 20, y + 22)], BARK)


SCENES = {
    "giao-luu-bong-chuyen-van-nghe-voi-truong-thcs-song-trang": {
        "san-bong-chuyen.jpg": draw_volleyball,
        "san-khau-van-nghe.jpg": draw_music_stage,
    },
    "dot-tuyen-truyen-que-huong-em-trong-mat-ban-be-dip-nam-moi": {
        "goc-tuyen-truyen.jpg": draw_notice_board,
        "to-tin-hai-mat.jpg": draw_two_sides,
    },
}
