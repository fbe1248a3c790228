"""What readers can see, one concept a file."""

from digest.models.editions import Edition
from digest.models.folios import Folio
from digest.models.formeraddresses import FormerAddress
from digest.models.mentions import EditionOutlet, EditionPerson, EditionPicture, EditionTopic
from digest.models.notices import Notice
from digest.models.outlets import Outlet, OutletDomain
from digest.models.people import Person
from digest.models.pictures import Picture, Rendition
from digest.models.publication import Publication, SocialAddress
from digest.models.series import Series
from digest.models.skips import SkippedWeek
from digest.models.topics import Topic

__all__ = [
    "Edition",
    "EditionOutlet",
    "EditionPerson",
    "EditionPicture",
    "EditionTopic",
    "Folio",
    "FormerAddress",
    "Notice",
    "Outlet",
    "OutletDomain",
    "Person",
    "Picture",
    "Publication",
    "Rendition",
    "Series",
    "SkippedWeek",
    "SocialAddress",
    "Topic",
]
