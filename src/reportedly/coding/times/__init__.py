"""Time expressions of a text: found, and resolved against the publication date."""

from reportedly.coding.times.finder import TimeFinder
from reportedly.coding.times.mention import TimeMention
from reportedly.coding.times.words import TimeWords

__all__ = ["TimeFinder", "TimeMention", "TimeWords"]
