"""Renditions: the right way up, in the right sizes and colours."""

import io

import pytest
from PIL import Image

from newsroom import pictures
from tests.newsroom.pictures.originals import encoded, exif, quarters, screen_profile
from tests.tables import each

#: Corners: top left, top right, bottom left, bottom right.
COLOURS = {"red": (255, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 255), "white": (255,) * 3}


def opened(drawn):
    return Image.open(io.BytesIO(drawn.data))


def corners(image):
    width, height = image.size
    places = [(x, y) for y in (height // 8, height * 7 // 8) for x in (width // 8, width * 7 // 8)]
    return [nearest(image.convert("RGB").getpixel(place)) for place in places]


def nearest(pixel):
    def distance(name):
        return sum(abs(a - b) for a, b in zip(pixel, COLOURS[name], strict=True))

    return min(COLOURS, key=distance)


UPRIGHT = ["red", "lime", "blue", "white"]


@each("orientation", range(1, 9))
def test_picture_stands_as_it_was_seen_whatever_way_the_camera_was_held(orientation):
    turns = {
        1: [],
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM],
        5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_90],
        7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_270],
    }
    stored = quarters()
    for turn in turns[orientation]:
        stored = stored.transpose(turn)
    size, drawn = pictures.draw(encoded(stored, exif=exif(orientation)))
    assert size == (600, 400)
    assert [(one.width, one.height) for one in drawn] == [(480, 320), (600, 400)]
    assert [corners(opened(one)) for one in drawn] == [UPRIGHT] * 2


@each(
    ("width", "widths"),
    [
        (1, [1]),
        (479, [479]),
        (480, [480]),
        (481, [480, 481]),
        (960, [480, 960]),
        (1599, [480, 960, 1599]),
        (1600, [480, 960, 1600]),
        (1601, [480, 960, 1600]),
        (3300, [480, 960, 1600]),
    ],
)
def test_widths_are_three_and_never_wider_than_the_original(width, widths):
    size, drawn = pictures.draw(encoded(Image.new("RGB", (width, 90), "teal")))
    assert size == (width, 90)
    assert [one.width for one in drawn] == widths
    for one in drawn:
        image = opened(one)
        assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (one.width, one.height))
        assert one.height == max(1, round(90 * one.width / width))


def test_just_under_fifty_megapixels_are_drawn():
    size, drawn = pictures.draw(encoded(Image.new("L", (7142, 7000), 90), quality=20))
    assert size == (7142, 7000)
    assert [(one.width, one.height) for one in drawn] == [(480, 470), (960, 941), (1600, 1568)]


@each("form", pictures.FORMATS)
def test_every_format_that_is_taken_is_drawn(form):
    _, (*_, largest) = pictures.draw(encoded(quarters(), form))
    assert corners(opened(largest)) == UPRIGHT


@each(("mode", "form"), [("CMYK", "JPEG"), ("CMYK", "TIFF"), ("P", "PNG"), ("YCbCr", "JPEG")])
def test_colours_survive_whatever_the_mode(mode, form):
    _, (*_, largest) = pictures.draw(encoded(quarters(mode=mode), form))
    assert corners(opened(largest)) == UPRIGHT


def test_black_and_white_is_drawn_in_grey():
    bilevel = encoded(quarters(mode="1"), "PNG")
    grey = Image.new("L", (60, 40), 128)
    assert corners(opened(pictures.draw(bilevel)[1][-1]))[3] == "white"
    assert opened(pictures.draw(encoded(grey, "PNG"))[1][-1]).getpixel((9, 9)) == (128,) * 3


def test_sixteen_bits_of_grey_are_drawn_as_grey():
    deep = Image.new("I;16", (60, 40), 128 * 257)
    pixel = opened(pictures.draw(encoded(deep, "PNG"))[1][-1]).getpixel((9, 9))
    assert abs(pixel[0] - 128) < 4


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_is_transparent_is_drawn_on_white_paper(mode):
    image = Image.new(mode, (60, 40))
    image.paste((255,) * len(mode) if mode == "LA" else (255, 0, 0, 255), (0, 0, 30, 40))
    drawn = opened(pictures.draw(encoded(image, "PNG"))[1][-1])
    assert nearest(drawn.getpixel((50, 20))) == "white"
    assert nearest(drawn.getpixel((10, 20))) == ("red" if mode == "RGBA" else "white")


def test_transparent_colour_of_a_palette_is_drawn_on_white_paper():
    image = quarters(60, 40).quantize(4)
    seen = image.getpixel((5, 5))
    drawn = opened(pictures.draw(encoded(image, "PNG", transparency=seen))[1][-1])
    assert nearest(drawn.getpixel((5, 5))) == "white"
    assert nearest(drawn.getpixel((5, 35))) == "blue"


def test_colours_with_the_profile_of_the_screen_stay_as_they_are():
    """A profile that is the screen's own changes nothing."""
    plain = pictures.draw(encoded(quarters()))[1][-1]
    profiled = pictures.draw(encoded(quarters(), icc_profile=screen_profile()))[1][-1]
    assert corners(opened(profiled)) == corners(opened(plain)) == UPRIGHT


def test_profile_that_is_broken_is_passed_over():
    drawn = pictures.draw(encoded(quarters(), icc_profile=b"not a profile"))[1]
    assert corners(opened(drawn[-1])) == UPRIGHT
