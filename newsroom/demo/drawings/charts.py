"""Pictures that are charts: a strait with its depths, and tides through a week."""

from math import cos, pi, radians, sin
from random import Random

from PIL import Image

from newsroom.demo.drawings.sheet import Point, Sheet

_INK = "#27424f"
_LAND = "#e9d8ae"
_MAGENTA = "#a63d7a"


def _north(x: float) -> float:
    return 250 + 95 * sin(x / 290 + 0.4) + 42 * sin(x / 117) + 13 * sin(x / 41 + 1) + x * 0.07


def _south(x: float) -> float:
    return 985 + 80 * sin(x / 330 + 2.6) - 48 * sin(x / 139 + 0.7) + 12 * sin(x / 37) - x * 0.03


def _contour(share: float) -> list[Point]:
    """Return a line that keeps `share` of the way from the north coast to the south coast."""
    bend = sin(pi * share)
    return [
        (x, _north(x) + share * (_south(x) - _north(x)) + bend * 14 * sin(x / 83 + share * 5))
        for x in range(-20, 2041, 10)
    ]


def _island(sheet: Sheet, x: float, y: float, size: float, turn: float) -> None:
    for grow, colour in ((2.5, "#a9cfd3"), (1.75, "#c3dfdc"), (1.0, _LAND)):
        ring = [
            (
                x + size * grow * (1.5 + 0.2 * sin(3 * a + turn)) * cos(a),
                y + size * grow * (0.8 + 0.16 * cos(2 * a + turn)) * sin(a),
            )
            for a in (radians(d) for d in range(0, 360, 6))
        ]
        sheet.shape(ring, colour)
        sheet.line([*ring, ring[0]], _INK if grow == 1 else "#7fadb6", 3 if grow == 1 else 1.5)


def _lane(sheet: Sheet, share: float, eastbound: bool) -> None:
    line = _contour(share)
    for start in range(22, 190, 44):
        path = line[start : start + 22]
        if not eastbound:
            path = path[::-1]
        sheet.line(path, _MAGENTA, 7)
        (x, y), (before_x, before_y) = path[-1], path[-3]
        length = ((x - before_x) ** 2 + (y - before_y) ** 2) ** 0.5
        dx, dy = (x - before_x) / length, (y - before_y) / length
        tip = (x + dx * 30, y + dy * 30)
        sheet.shape([tip, (x - dy * 17, y + dx * 17), (x + dy * 17, y - dx * 17)], _MAGENTA)


def _rose(sheet: Sheet, x: float, y: float, radius: float) -> None:
    for degree in range(0, 360, 5):
        a = radians(degree)
        inner = radius * (0.86 if degree % 30 else 0.78)
        sheet.line(
            [(x + inner * sin(a), y - inner * cos(a)), (x + radius * sin(a), y - radius * cos(a))],
            _MAGENTA,
            2,
        )
    for degree in range(0, 360, 45):
        a, reach = radians(degree), radius * (0.72 if degree % 90 == 0 else 0.42)
        tip = (x + reach * sin(a), y - reach * cos(a))
        for side, colour in ((-1, _MAGENTA), (1, "#e3b7cf")):
            b = a + side * radians(45 if degree % 90 == 0 else 22.5)
            foot = (x + radius * 0.16 * sin(b), y - radius * 0.16 * cos(b))
            sheet.shape([(x, y), foot, tip], colour)
    sheet.word(x, y - radius - 22, "N", _MAGENTA, 30)


def strait_map() -> Image.Image:
    """A strait between two coasts: depth lines, lanes, a dashed median."""
    x: float
    y: float
    sheet = Sheet(2000, 1250, "#dcebe4")
    depths = ("#c3dfdc", "#a9cfd3", "#8fbfc9", "#7aafbd", "#699fb0")
    cuts = (0.0, 0.07, 0.15, 0.25, 0.37)
    for cut, colour in zip(cuts, depths, strict=True):
        sheet.shape([*_contour(cut), *reversed(_contour(1 - cut))], colour)
    for cut in cuts[1:]:
        for share in (cut, 1 - cut):
            sheet.line(_contour(share), "#f3f8f4", 2)
    for edge, coast in ((-20.0, _contour(0)), (1270.0, _contour(1))):
        sheet.shape([(-20, edge), *coast, (2020, edge)], _LAND)
        for rise, colour in ((34, "#dfca97"), (96, "#d3bb82"), (170, "#c7ac70")):
            move = -rise if edge < 0 else rise
            hills = [(x, y + move * (1 + 0.35 * sin(x / 61 + rise))) for x, y in coast]
            sheet.shape([(-20, edge), *hills, (2020, edge)], colour)
        sheet.line(coast, _INK, 5)
    for x, y, size, turn in ((655, 420, 26, 1.0), (1385, 800, 38, 2.2), (1515, 868, 17, 0.3)):
        _island(sheet, x, y, size, turn)
    for x in range(200, 2000, 400):
        sheet.line([(x, 0), (x, 1250)], "#5f8f9d", 1)
    for y in range(225, 1250, 400):
        sheet.line([(0, y), (2000, y)], "#5f8f9d", 1)
    chance = Random(11)
    taken: list[Point] = []
    for _ in range(110):
        x, share = chance.uniform(70, 1930), chance.choice((0.1, 0.2, 0.3, 0.68, 0.78, 0.88))
        y = _north(x) + share * (_south(x) - _north(x))
        depth = round(118 * sin(pi * share) ** 1.4 + chance.uniform(-4, 4))
        free = all(abs(x - px) > 62 or abs(y - py) > 30 for px, py in taken)
        if free and abs(x - 655) > 110 and abs(x - 1430) > 170:
            taken.append((x, y))
            sheet.word(x, y, str(max(depth, 4)), "#2d5866", 19)
    _lane(sheet, 0.415, eastbound=False)
    _lane(sheet, 0.585, eastbound=True)
    sheet.dashes(_contour(0.5), _INK, 5, every=3)
    _rose(sheet, 560, 1088, 88)
    sheet.word(1180, 1140, "VESMARK", "#6d5a2b", 44, 26)
    sheet.word(660, 482, "The Sow", _INK, 24)
    sheet.word(905, 912, "Cape Orrin", "#6d5a2b", 26)
    sheet.word(420, 120, "MAREN ISLANDS", "#6d5a2b", 40, 20)
    for inset, width in ((18, 10), (36, 2)):
        frame = [(inset, inset), (2000 - inset, inset), (2000 - inset, 1250 - inset)]
        sheet.line([*frame, (inset, 1250 - inset), (inset, inset)], _INK, width)
    return sheet.finish()


def _tide(x: float, row: int) -> float:
    """Return the height of the water, -1 to 1: two tides a day that grow to springs and ebb."""
    range_now = 0.56 + 0.4 * sin(x / 1900 * pi * 1.15 - 0.3 + row * 0.25)
    return range_now * (0.86 * sin(x / 20.9 + row * 0.9) + 0.14 * sin(x / 41.7 + row))


def tide_lines() -> Image.Image:
    """Four harbours’ tides through a week, under the phases of the moon."""
    x: float
    sheet = Sheet(2000, 1250, "#f4ead7")
    for day in range(8):
        x = 110 + day * 254
        sheet.line([(x, 250), (x, 1150)], "#d9c9a8", 2)
        if day == 7:
            break
        centre, radius = x + 127, 44.0
        sheet.disc(centre, 140, radius, "#1f3d52")
        full, side = 1 - abs(day - 3) * 0.5, 1 if day <= 3 else -1
        turns = [radians(d) for d in range(-90, 91, 5)]
        limb = [(centre + side * 40 * cos(a), 140 + 40 * sin(a)) for a in turns]
        dusk = [(centre - side * full * 40 * cos(a), 140 - 40 * sin(a)) for a in turns]
        sheet.shape([*limb, *dusk], "#f7d98b")
    colours = ("#7fb7b2", "#4c93a0", "#2d6a84", "#1c4564")
    for row, colour in enumerate(colours):
        level, high = 415 + row * 205, 118.0
        line = [(x, level - high * _tide(x - 110, row)) for x in range(110, 1889, 3)]
        sheet.shape([*line, (1888, 1150), (110, 1150)], colour)
        sheet.line(line, "#f4ead7", 5)
        for before, here, after in zip(line, line[1:], line[2:], strict=False):
            if here[1] < before[1] and here[1] <= after[1]:
                sheet.disc(here[0], here[1], 9, "#e4572e")
    sheet.box(0, 1150, 2000, 100, "#f4ead7")
    sheet.line([(110, 1150), (1888, 1150)], "#1f3d52", 5)
    for tick in range(57):
        x = 110 + tick * 254 / 8
        if x <= 1890:
            sheet.line([(x, 1150), (x, 1174 if tick % 8 == 0 else 1162)], "#1f3d52", 3)
    return sheet.finish()
