"""Time expressions of a text: found, and resolved against the publication date."""

from reportedly.coding.times.finder import find_times
from reportedly.coding.times.mention import TimeMention

__all__ = ["TimeMention", "find_times"]
