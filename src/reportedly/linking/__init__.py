"""Claims → events: which claims of several articles are about the same occurrence.

`link` takes articles with their claims; `reportedly.linking.stored` keeps a store's events.
"""

from reportedly.linking.decisions import Said
from reportedly.linking.link import link

__all__ = ["Said", "link"]
