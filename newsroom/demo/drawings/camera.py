"""Metadata as cameras write them (Exif 2.32), invented, with a position in the open sea."""

from fractions import Fraction

from PIL import ExifTags, Image

_LATITUDE = (Fraction(61), Fraction(12), Fraction(4071, 100))
_LONGITUDE = (Fraction(4), Fraction(37), Fraction(2214, 100))


def exif(name: str) -> Image.Exif:
    """Return Exif data for the drawing `name`: description, artist, serial number, GPS."""
    data = Image.Exif()
    data[ExifTags.Base.ImageDescription] = f"{name.replace('_', ' ')}, unedited"
    data[ExifTags.Base.Make] = "Albatross Optical"
    data[ExifTags.Base.Model] = "Albatross F2"
    data[ExifTags.Base.Software] = "Drawing board 3.1"
    data[ExifTags.Base.Artist] = "Thuy Anh Delorme, 14 Ropewalk, second floor"
    data[ExifTags.Base.Copyright] = "Strait & Sound"
    detail = data.get_ifd(ExifTags.IFD.Exif)
    detail[ExifTags.Base.DateTimeOriginal] = "2024:02:29 06:41:07"
    detail[ExifTags.Base.BodySerialNumber] = "AO-0047711"
    position = data.get_ifd(ExifTags.IFD.GPSInfo)
    position[ExifTags.GPS.GPSLatitudeRef] = "N"
    position[ExifTags.GPS.GPSLatitude] = _LATITUDE
    position[ExifTags.GPS.GPSLongitudeRef] = "W"
    position[ExifTags.GPS.GPSLongitude] = _LONGITUDE
    return data
