"""The pictures of the demo, drawn when it is loaded: flat illustrations, always the same bytes."""

from collections.abc import Callable
from io import BytesIO

from PIL import Image

from newsroom.demo.drawings import boats, camera, charts, coasts, harbours, ships

_DRAWINGS: dict[str, Callable[[], Image.Image]] = {
    "breakwater": coasts.breakwater,
    "cable_ship": ships.cable_ship,
    "container_ship": ships.container_ship,
    "fish_market": harbours.fish_market,
    "harbour_dusk": harbours.harbour_dusk,
    "ice_edge": coasts.ice_edge,
    "lighthouse": coasts.lighthouse,
    "pilot_boat": boats.pilot_boat,
    "strait_map": charts.strait_map,
    "tide_lines": charts.tide_lines,
    "trawler": boats.trawler,
}
NAMES = tuple(_DRAWINGS)


def draw(name: str) -> Image.Image:
    """Return the drawing `name` as an RGB image, 2000 x 1250 or (lighthouse) 1400 x 1800."""
    return _DRAWINGS[name]()


def jpeg(name: str) -> bytes:
    """Return the drawing as a camera would deliver it: JPEG with maker, artist and position.

    The metadata is there to be stripped: none of it may reach a reader.
    """
    out = BytesIO()
    draw(name).save(out, "JPEG", quality=90, exif=camera.exif(name))
    return out.getvalue()
