"""Claims → events: which claims of several articles are about the same occurrence."""

from reportedly.linking.coder import Coder, load
from reportedly.linking.link import link

__all__ = ["Coder", "link", "load"]
