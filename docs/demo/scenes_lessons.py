"""Pictures of lessons, contests and letters, by post."""

from __future__ import annotations

from canvas import (
    BARK,
    BRICK,
    CLAY,
    CREAM,
    DARK_HAIR,
    GOLD,
    HAIR,
    HEIGHT,
    INDIGO,
    LEAF,
    MOSS,
    NIGHT,
    RED,
    ROSE,
    SAND,
    SEA,
    SHADOW,
    TEAL,
    WHITE,
    WIDTH,
    WOOD,
    Canvas,
)
from nature import (
    draw_blossom,
    draw_branch,
    draw_cloud,
    draw_hills,
    draw_leafy,
    draw_sun,
    draw_tree,
)
from things import (
    draw_bubble,
    draw_crane,
    draw_flag,
    draw_hat,
    draw_house,
    draw_lantern,
    draw_lines,
    draw_paper,
    draw_pupil,
    draw_vase,
    draw_window,
)


def draw_flag_morning() -> Canvas:
    """The school yard on a Monday morning."""
    sheet = Canvas("#d6e8ec", "#fbf0d8")
    draw_sun(sheet, 1290, 190, 78)
    draw_cloud(sheet, 330, 170, 1.1)
    draw_cloud(sheet, 1010, 130, 0.8)
    draw_hills(sheet, 560, 190, "#b9d0c0", 3)
    draw_house(sheet, 170, 700, 1260, 270, 9)
    draw_tree(sheet, 90, 740, 1.25)
    draw_tree(sheet, 1510, 740, 1.3, LEAF)
    sheet.rect(0, 690, WIDTH, HEIGHT - 690, "#e7cf9f")
    sheet.rect(0, 690, WIDTH, 14, "#d6b981")
    draw_flag(sheet, 760, 760, 640)
    for row in range(3):
        count, gap = 12 - row * 2, 122 + row * 36
        for place in range(count):
            x = 800 + (place - (count - 1) / 2) * gap
            draw_pupil(sheet, x, 835 + row * 112, 0.8 + row * 0.24, _hair(place + row))
    return sheet


def draw_speech_stage() -> Canvas:
    """A stage with a microphone, and what the speakers tell of."""
    sheet = Canvas("#34438c", "#5765ad")
    for x, sway in ((0, 150), (WIDTH, -150)):
        sheet.blob(
            [(x, -80), (x + sway * 1.5, -80), (x + sway, 430), (x + sway * 1.6, 900), (x, 940)],
            BRICK,
        )
        sheet.blob(
            [
                (x, -80),
                (x + sway * 0.8, -80),
                (x + sway * 0.5, 430),
                (x + sway * 0.9, 900),
                (x, 940),
            ],
            CLAY,
        )
    sheet.shape([(800, -100), (360, 900), (1240, 900)], "#fff3c422")
    sheet.rect(0, 870, WIDTH, HEIGHT - 870, WOOD)
    sheet.rect(0, 870, WIDTH, 18, "#d19a63")
    _draw_microphone(sheet)
    for x, y, tail in ((430, 280, 190), (1180, 250, -190), (420, 620, 200), (1180, 590, -200)):
        draw_bubble(sheet, x, y, 320, 220, tail=tail)
    draw_hat(sheet, 430, 330, 0.8)
    draw_lantern(sheet, 1180, 150, 0.98)
    _draw_bowl(sheet, 420, 640, 1)
    draw_vase(sheet, 1180, 672, 0.8)
    return sheet


def draw_two_classrooms() -> Canvas:
    """A globe between the windows of two classrooms, joined by an arc."""
    sheet = Canvas("#2f3d86", "#6977bb")
    for x, y in ((120, 120), (420, 80), (1150, 90), (1480, 150), (760, 60), (980, 190), (600, 200)):
        sheet.star(x, y, 13, "#ffe9a8")
    for x, scarf in ((110, RED), (1070, NIGHT)):
        draw_window(sheet, x, 380, 420, 400, CREAM)
        sheet.rect(x + 60, 420, 300, 120, "#2f6b5c", radius=8)
        for one in range(4):
            draw_pupil(sheet, x + 75 + one * 90, 780, 0.95, _hair(one), scarf)
        sheet.rect(x - 40, 798, 500, 34, SAND, radius=10)
    draw_blossom(sheet, 320, 480, 40)
    sheet.disc(1280, 480, 38, ROSE)
    for one in range(3):
        sheet.line([(190, 450 + one * 26), (250, 450 + one * 26)], "#fffdf799", 7)
        sheet.line([(1150, 450 + one * 26), (1210, 450 + one * 26)], "#fffdf799", 7)
    sheet.disc(800, 600, 246, "#fffdf722")
    sheet.disc(800, 600, 214, SEA)
    _draw_lands(sheet)
    sheet.line([(330, 360), (520, 200), (800, 140), (1080, 200), (1270, 360)], GOLD, 12)
    for x in (330, 1270):
        sheet.disc(x, 360, 24, GOLD)
    for x, y in ((560, 186), (800, 140), (1040, 186)):
        draw_bubble(sheet, x, y, 110, 74, tail=0)
        for dx in (-26, 0, 26):
            sheet.disc(x + dx, y, 8, INDIGO)
    return sheet


def draw_bottle_riddle() -> Canvas:
    """A bottle that becomes a flower pot, with a question above."""
    sheet = Canvas("#e4f0e4", "#f7efd6")
    sheet.disc(800, 500, 400, "#fffdf799")
    draw_hills(sheet, 920, 90, LEAF, 5)
    sheet.rect(0, 900, WIDTH, HEIGHT - 900, MOSS)
    sheet.rect(396, 330, 88, 70, INDIGO, radius=14)
    sheet.blob(
        [(410, 400), (470, 400), (520, 500), (530, 860), (350, 860), (360, 500)], "#9fd0d8dd"
    )
    sheet.rect(352, 600, 176, 110, WHITE)
    sheet.line([(380, 640), (500, 640)], TEAL, 9, soft=False)
    sheet.line([(380, 674), (460, 674)], TEAL, 9, soft=False)
    sheet.line([(590, 640), (720, 540), (870, 540), (990, 640)], CLAY, 26)
    sheet.shape([(1040, 690), (940, 660), (1016, 590)], CLAY)
    draw_leafy(sheet, 1190, 920, 1.55)
    for dx, fill in ((-92, GOLD), (0, ROSE), (92, GOLD)):
        draw_blossom(sheet, 1190 + dx, 570 + abs(dx) * 0.6, 46, fill)
    sheet.line([(740, 300), (756, 220), (820, 200), (868, 250), (820, 320), (806, 380)], INDIGO, 34)
    sheet.disc(806, 450, 23, INDIGO)
    sheet.blob([(180, 250), (226, 330), (180, 380), (134, 330)], SEA)
    sheet.blob([(1390, 330), (1450, 210), (1520, 190), (1500, 290), (1430, 340)], LEAF)
    sheet.line([(1380, 352), (1440, 280), (1496, 214)], MOSS, 7)
    return sheet


def draw_letters() -> Canvas:
    """Letters, paper cranes and a leaf hat on a wooden table."""
    sheet = Canvas("#c08b57", "#a87243")
    for y in (180, 420, 660, 900):
        sheet.line([(0, y), (500, y + 12), (1100, y - 8), (WIDTH, y + 6)], "#7b523344", 7)
    for x, y, degrees, fill in (
        (430, 470, -9, WHITE),
        (820, 610, 5, CREAM),
        (1170, 400, 13, WHITE),
    ):
        draw_paper(sheet, x, y, 420, 520, degrees, fill)
        draw_lines(sheet, x, y - 150, 300, 11, degrees)
    draw_blossom(sheet, 560, 250, 34, ROSE)
    for x, y, s, fill in ((620, 800, 1.2, INDIGO), (1010, 250, 1.0, RED), (1450, 640, 1.1, GOLD)):
        draw_crane(sheet, x, y, s, fill)
    draw_hat(sheet, 1190, 880, 1.45)
    sheet.line([(250, 900), (480, 800)], GOLD, 24, soft=False)
    sheet.shape([(480, 786), (520, 782), (490, 816)], SAND)
    sheet.line([(238, 905), (256, 897)], ROSE, 26)
    draw_branch(sheet, 60, 330, 1.1)
    return sheet


def _draw_microphone(sheet: Canvas) -> None:
    """A microphone on its stand."""
    sheet.oval(800, 905, 170, 24, SHADOW)
    sheet.rect(788, 480, 24, 420, "#2b2f45", radius=10)
    sheet.oval(800, 900, 110, 18, "#2b2f45")
    sheet.rect(738, 250, 124, 230, "#c9ccd6", radius=62)
    for row in range(5):
        sheet.rect(738, 290 + row * 28, 124, 6, "#8a8fa3")
    sheet.rect(726, 430, 148, 40, GOLD, radius=12)


def _hair(number: int) -> str:
    """Hair of the pupil at a place, so that a row is not of one colour."""
    return HAIR if number % 3 == 0 else DARK_HAIR


def _draw_bowl(sheet: Canvas, x: float, y: float, s: float) -> None:
    """A steaming bowl of noodles."""
    for dx in (-40, 0, 40):
        sheet.line([(x + dx, y - 50), (x + dx + 12, y - 70), (x + dx - 6, y - 92)], "#8a8fa355", 9)
    sheet.blob(
        [(x - 110 * s, y), (x + 110 * s, y), (x + 60 * s, y + 76 * s), (x - 60 * s, y + 76 * s)],
        INDIGO,
    )
    sheet.oval(x, y, 112 * s, 26 * s, SAND)
    for dx, fill in ((-50, LEAF), (0, CLAY), (46, LEAF)):
        sheet.oval(x + dx, y - 2, 24, 9, fill)
    sheet.line([(x + 30, y - 10), (x + 130, y - 80)], BARK, 7)


def _draw_lands(sheet: Canvas) -> None:
    """Invented lands on the globe, and its shine: no map of the world."""
    sheet.blob([(640, 520), (700, 450), (790, 460), (800, 540), (730, 610), (670, 600)], LEAF)
    sheet.blob([(850, 640), (930, 610), (970, 680), (920, 750), (850, 720)], LEAF)
    sheet.blob([(690, 690), (750, 680), (790, 740), (740, 790), (690, 750)], MOSS)
    sheet.blob([(880, 450), (940, 470), (950, 530), (900, 540)], MOSS)
    sheet.oval(730, 480, 90, 46, "#ffffff33")


SCENES = {
    "tuyen-truyen-ve-hoi-nhap-quoc-te-va-thong-tin-doi-ngoai-dau": {
        "chao-co-dau-tuan.jpg": draw_flag_morning,
    },
    "hoi-thi-hung-bien-tieng-anh-hello-my-hometown": {
        "san-khau-hung-bien.jpg": draw_speech_stage,
    },
    "lop-hoc-khong-bien-gioi-cung-truong-trung-hoc-midorigaoka": {
        "hai-lop-hoc-mot-man-hinh.jpg": draw_two_classrooms,
        "cau-do-moi-truong.jpg": draw_bottle_riddle,
    },
    "cam-nhan-cua-hoc-sinh-sau-lop-hoc-khong-bien-gioi": {
        "nhung-la-thu.jpg": draw_letters,
    },
}
