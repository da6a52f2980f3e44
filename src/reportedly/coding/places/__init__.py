"""Places: an embedded gazetteer, namesakes told apart by context, and spans that may be places."""

from reportedly.coding.places.build import build, index_path, version
from reportedly.coding.places.candidate import Candidate
from reportedly.coding.places.gazetteer import Gazetteer
from reportedly.coding.places.names import PlaceNames
from reportedly.coding.places.spans import find_places, following_region

__all__ = [
    "Candidate",
    "Gazetteer",
    "PlaceNames",
    "build",
    "find_places",
    "following_region",
    "index_path",
    "version",
]
