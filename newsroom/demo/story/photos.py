"""The pictures of the demo, credited in four styles.

(1) creator only; (2) creator and agency; (3) the archive's own line as received;
(4) creator, licence with its address, and the source.
"""

from newsroom.demo.story.shape import Credit, Photo

_STAFF = Credit(creator="Thuy Anh Delorme")
_AGENCY = Credit(creator="Rasmus Oyelaran-Lind", agency="Quayside Pictures")
_ARCHIVE = Credit(
    line="(Averil Maritime Archive, Harbour Board Photographic Files/public domain)",
)
_LICENSED = Credit(
    creator="Sólveig Marchetti",
    licence="CC BY 4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    source_url="https://commons.seapictures.example/file/marchetti-ice-edge-04",
)

PHOTOS = (
    Photo("strait-map", "strait_map", _STAFF),
    Photo("trawler", "trawler", _AGENCY),
    Photo("cable-ship", "cable_ship", _STAFF),
    Photo("container-ship", "container_ship", _ARCHIVE),
    Photo("ice-edge", "ice_edge", _LICENSED),
    Photo("harbour-dusk", "harbour_dusk", _AGENCY),
    Photo("lighthouse", "lighthouse", _STAFF),
    Photo("fish-market", "fish_market", _AGENCY),
    Photo("tide-lines", "tide_lines", _STAFF),
    Photo("breakwater", "breakwater", _ARCHIVE),
    Photo(
        "pilot-boat",
        "pilot_boat",
        Credit(
            creator="Ruy Castelhano-Beck",
            licence="CC BY 4.0",
            licence_url="https://creativecommons.org/licenses/by/4.0/",
            source_url="https://commons.seapictures.example/file/castelhano-pilot-cutter",
        ),
    ),
)
