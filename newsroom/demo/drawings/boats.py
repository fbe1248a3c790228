"""Pictures of boats: a trawler hauling, a pilot boat under a ladder."""

from math import cos, pi, sin
from random import Random

from PIL import Image

from newsroom.demo.drawings.sheet import Point, Sheet, wave


def _gull(sheet: Sheet, x: float, y: float, span: float, lift: float, colour: str) -> None:
    left = [(x, y), (x - span * 0.5, y - span * lift), (x - span, y - span * lift * 0.5)]
    right = [(x, y), (x + span * 0.5, y - span * lift), (x + span, y - span * lift * 0.4)]
    for wing in (left, right):
        sheet.shape([*wing, (wing[1][0], wing[1][1] + span * 0.17)], colour)
    sheet.disc(x, y + 1, span * 0.15, colour, 0.62)


def trawler() -> Image.Image:
    """A red stern trawler hauling at sunrise, gulls about the net."""
    x: float
    sheet = Sheet(2000, 1250)
    sheet.gradient(0, 790, ((0, "#2f6f86"), (0.4, "#84b4ad"), (0.75, "#f3d49a"), (1, "#f6a86a")))
    sheet.glow(430, 700, 560, "#fff0bd", 0.85)
    sheet.disc(430, 712, 130, "#fff3cd")
    for x, y, long in ((900, 170, 820), (80, 260, 560), (1250, 330, 640), (560, 430, 500)):
        cloud = [(x, y), (x + long * 0.25, y - 24), (x + long * 0.6, y - 18), (x + long, y)]
        sheet.shape([*cloud, (x + long * 0.5, y + 16)], "#fbe6c2", 0.5)
    sheet.gradient(790, 1250, ((0, "#e9a873"), (0.14, "#6f9a97"), (0.5, "#2a6276"), (1, "#0f3347")))
    chance = Random(5)
    for _ in range(110):
        depth = chance.random() ** 1.4
        x, y = 430 + chance.uniform(-1, 1) * (110 + depth * 190), 798 + depth * 250
        long = 18 + depth * 50
        sheet.shape(
            [(x - long, y), (x, y - 4), (x + long, y), (x, y + 4)], "#fff0bd", 0.6 - depth * 0.4
        )
    for step, colour in enumerate(("#5d8f93", "#417c88")):
        line = wave(2000, 868 + step * 46, 12, 330 + step * 70, step * 2)
        sheet.shape([*line, (2040, 1250), (-40, 1250)], colour)
    ink = "#1d2f3c"
    hull = [(560, 700), (600, 740), (1320, 748), (1500, 640), (1664, 576), (1600, 760), (1540, 960)]
    sheet.shape([*hull, (640, 985), (580, 860)], "#c23b2e")
    sheet.shape([(580, 860), (1570, 842), (1540, 960), (640, 985)], "#a02d29")
    sheet.line([(562, 704), (602, 744), (1320, 752), (1500, 646), (1660, 582)], "#f5ead3", 12)
    sheet.word(1500, 752, "HM 114", "#f5ead3", 44, 4)
    for x in range(660, 1300, 80):
        sheet.box(x, 776, 34, 12, "#7f2222")
    for x in range(1340, 1660, 36):
        rise = 748 - (x - 1320) * 0.52
        sheet.line([(x, rise), (x, rise - 44)], "#f5ead3", 4)
    sheet.line([(1330, 700), (1496, 604), (1662, 536)], "#f5ead3", 5)
    sheet.shape([(1010, 748), (1010, 570), (1350, 560), (1400, 700), (1330, 748)], "#f5ead3")
    sheet.shape([(1010, 748), (1010, 570), (1080, 568), (1080, 748)], "#d3c5a8")
    sheet.shape([(1080, 570), (1094, 438), (1318, 430), (1346, 562)], "#fbf4e2")
    sheet.shape([(1080, 570), (1094, 438), (1150, 436), (1142, 568)], "#d9cdb3")
    sheet.shape([(1070, 440), (1336, 428), (1330, 404), (1084, 412)], "#c23b2e")
    for pane in range(4):
        x = 1166 + pane * 42
        sheet.shape([(x, 464), (x + 32, 463), (x + 36, 516), (x + 2, 518)], "#234457")
        sheet.shape([(x + 3, 467), (x + 16, 466), (x + 8, 514), (x + 4, 515)], "#79a7b0")
    for x in (1050, 1140, 1230):
        sheet.disc(x + 40, 640, 21, "#b9a988")
        sheet.disc(x + 40, 640, 15, "#234457")
    sheet.box(1030, 490, 44, 84, "#c23b2e")
    sheet.box(1030, 490, 44, 18, ink)
    sheet.line([(1210, 410), (1210, 190)], ink, 10)
    sheet.line([(1150, 262), (1270, 262)], ink, 6)
    sheet.line([(1210, 200), (1640, 556)], ink, 3)
    sheet.line([(1210, 200), (700, 380)], ink, 3)
    sheet.shape([(1212, 205), (1290, 222), (1212, 246)], "#f2b544")
    for x in (640, 760):
        sheet.line([(x, 742), (x + 30, 372)], "#e0a63a", 20)
    sheet.line([(640, 372), (850, 366)], "#e0a63a", 22)
    sheet.line([(665, 480), (790, 476)], "#e0a63a", 12)
    sheet.disc(700, 398, 22, ink)
    sheet.box(850, 690, 120, 58, "#4a5a60")
    sheet.disc(910, 700, 46, "#2f3d44")
    sheet.disc(910, 700, 20, "#79878a")
    sheet.line([(700, 398), (880, 664)], ink, 4)
    _net(sheet)
    for x, coat in ((828, "#f2b544"), (960, "#e8742c")):
        sheet.box(x, 672, 34, 76, coat)
        sheet.disc(x + 17, 656, 17, "#d9a37c")
        sheet.shape([(x - 2, 656), (x + 4, 634), (x + 32, 634), (x + 42, 658)], coat)
    for x, y, span, lift in (
        (300, 420, 62, 0.42),
        (470, 330, 46, 0.5),
        (560, 520, 54, 0.3),
        (180, 560, 44, 0.46),
        (800, 250, 38, 0.4),
        (390, 600, 50, 0.55),
        (240, 280, 34, 0.38),
        (1560, 300, 40, 0.44),
    ):
        _gull(sheet, x, y, span, lift, "#fdf8ea" if y > 400 else "#f1ead8")
    for step, colour in enumerate(("#2f6b7c", "#215569", "#174358", "#0f3347")):
        line = wave(2000, 952 + step * 74, 17 + step * 3, 360 + step * 80, step * 1.6 + 0.4)
        sheet.shape([*line, (2040, 1250), (-40, 1250)], colour)
        sheet.line(line, ("#cfe0d6", "#5f97a1", "#3d7688", "#27586c")[step], 5 - step)
    for _ in range(60):
        x = chance.uniform(540, 1640)
        sheet.disc(x, 950 + chance.uniform(-14, 22), chance.uniform(4, 12), "#dfeae0")
    return sheet.finish()


def _net(sheet: Sheet) -> None:
    """Draw the bag of the net, full, from the gallows down into the sea."""

    def rim(share: float, across: float) -> Point:
        middle = 700 - 250 * share**1.25
        half = 22 + 112 * sin(pi * min(share * 0.9 + 0.04, 1)) ** 1.2
        return middle + across * half + 40 * share, 412 + share * 560

    left = [rim(s / 20, -1) for s in range(21)]
    right = [rim(s / 20, 1) for s in range(21)]
    sheet.shape([*left, *reversed(right)], "#2c6f63")
    chance = Random(17)
    for _ in range(90):
        x, y = rim(chance.uniform(0.2, 0.95), chance.uniform(-0.82, 0.82))
        turn = chance.uniform(-0.5, 0.5)
        tip = (x + 24 * cos(turn), y + 24 * sin(turn))
        sheet.shape(
            [(x - 8, y - 6), tip, (x - 8, y + 6), (x - 14, y)], ("#c9dade", "#9fb9c2")[int(x) % 2]
        )
    for strand in range(-6, 7):
        for lean in (-1, 1):
            path = []
            for step in range(21):
                across = strand / 3 + lean * step / 10
                if -1 <= across <= 1:
                    path.append(rim(step / 20, across))
            if len(path) > 1:
                sheet.line(path, "#16463f", 3)
    for edge in (left, right):
        sheet.line(edge, "#16463f", 6)


def pilot_boat() -> Image.Image:
    """A pilot boat climbs a sea at night under the side of a ship with a ladder."""
    x: float
    y: float
    sheet = Sheet(2000, 1250)
    sheet.gradient(0, 1250, ((0, "#0a1226"), (0.45, "#14294a"), (0.75, "#28506a"), (1, "#0e2a3f")))
    chance = Random(9)
    for _ in range(90):
        sheet.disc(
            chance.uniform(0, 1500), chance.uniform(0, 620), chance.choice((1, 1.5, 2.2)), "#c9d8dc"
        )
    far = [(x, 742 - 16 * sin(x / 160) - 8 * sin(x / 53)) for x in range(-20, 1500, 20)]
    sheet.shape([(-20, 800), *far, (1500, 800)], "#0d1d36")
    for x in (120, 240, 262, 410, 655, 668, 900):
        sheet.disc(x, 738, 3.5, "#ffcf7a")
    side = [(1290, -20), (2020, -20), (2020, 1150), (1470, 1150), (1380, 700)]
    sheet.shape(side, "#0b1018")
    sheet.shape(
        [(1290, -20), (1330, -20), (1420, 700), (1505, 1150), (1470, 1150), (1380, 700)], "#26364a"
    )
    sheet.shape([(1452, 860), (2020, 800), (2020, 1150), (1505, 1150)], "#6e2527")
    for row in range(5):
        y = 90 + row * 180
        sheet.line([(1345 + row * 24, y), (2000, y - 22)], "#151d2a", 4)
    for mark in range(6):
        y = 905 - mark * 52
        sheet.word(1900, y, str(8 + mark), "#d7dcd6", 30)
        sheet.line([(1935, y), (1960, y)], "#d7dcd6", 4)
    sheet.glow(1640, 20, 520, "#ffe2a0", 0.55)
    for x in (1590, 1650):
        sheet.line([(x, -10), (x - 6, 800)], "#d8b884", 6)
    for rung in range(17):
        y = 16 + rung * 47
        sheet.box(1578, y, 84, 9, "#e8cf9d")
    for step, colour in enumerate(("#1b3f5a", "#173750", "#1d4a63")):
        line = wave(2000, 800 + step * 50, 22 + step * 5, 420 + step * 90, step * 1.9 + 1)
        sheet.shape([*line, (2040, 1250), (-40, 1250)], colour)
        sheet.line(line, ("#2f6078", "#2a5a72", "#4c8898")[step], 3)
    sheet.glow(760, 640, 560, "#ffdf9a", 0.42)
    _cutter(sheet)
    for step, colour in enumerate(("#1a4660", "#123650", "#0b2438")):
        line = wave(2000, 976 + step * 82, 40 - step * 4, 760 + step * 120, step * 1.5 + 2.3)
        sheet.shape([*line, (2040, 1250), (-40, 1250)], colour)
        sheet.line(line, ("#a9cdd0", "#4c8898", "#2a5a72")[step], 6 - step * 2)
    for _ in range(130):
        spread = chance.random()
        x = 1010 + spread * 330
        y = 905 - sin(pi * (spread * 0.8 + 0.12)) * chance.uniform(0, 210)
        sheet.disc(x, y, chance.choice((2, 3, 5, 8)), "#d9ebea")
    return sheet.finish()


def _cutter(sheet: Sheet) -> None:
    """Draw the boat, bows up by about eight degrees, around (770, 800)."""
    turn = -0.14

    def at(*points: Point) -> list[Point]:
        return [
            (770 + x * cos(turn) - y * sin(turn), 820 + x * sin(turn) + y * cos(turn))
            for x, y in points
        ]

    sheet.shape(
        at((-400, -60), (290, -72), (430, -112), (350, 60), (250, 130), (-370, 130)), "#e8742c"
    )
    sheet.shape(at((-395, 20), (374, 8), (350, 60), (250, 130), (-370, 130)), "#1c2b3a")
    sheet.line(at((-400, -56), (290, -68), (430, -108)), "#1b1f26", 20)
    sheet.shape(at((-170, -70), (-150, -250), (110, -250), (170, -74)), "#f3ead4")
    sheet.shape(at((-170, -70), (-150, -250), (-90, -250), (-90, -70)), "#c9bea4")
    sheet.shape(at((-166, -250), (126, -250), (112, -276), (-150, -276)), "#e8742c")
    for left, right in ((-72, -22), (-10, 40), (52, 98)):
        sheet.shape(at((left, -226), (right, -226), (right + 8, -158), (left, -158)), "#ffe7a6")
    sheet.line(at((-40, -276), (-40, -400)), "#c9bea4", 8)
    sheet.line(at((-80, -352), (0, -352)), "#c9bea4", 6)
    for lamp, colour in ((-400, "#ffffff"), (-372, "#ff5a48")):
        x, y = at((-40, lamp))[0]
        sheet.glow(x, y, 70, colour, 0.8)
        sheet.disc(x, y, 8, colour)
    for x in (-360, -290, -220, 210, 280, 350):
        foot = -66 if x < 290 else -84
        sheet.line(at((x, foot), (x, foot - 62)), "#c9bea4", 5)
    sheet.line(at((-360, -126), (-180, -126)), "#c9bea4", 5)
    sheet.line(at((190, -130), (290, -138), (400, -158)), "#c9bea4", 5)
    x, y = at((245, -120))[0]
    sheet.shape(at((222, -72), (226, -150), (268, -150), (272, -72)), "#f2c14e")
    sheet.disc(*at((247, -168))[0], 20, "#d9a37c")
    sheet.shape(at((226, -172), (232, -194), (264, -194), (270, -172)), "#1b2a3a")
    sheet.word(*at((-230, -24))[0], "PILOT", "#fbf1dc", 50, 8)
