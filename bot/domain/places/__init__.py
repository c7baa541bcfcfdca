"""Places: the tree from community to dwelling, and the places people's words name."""

from bot.domain.places import building
from bot.domain.places.labels import label
from bot.domain.places.reading import Reading, read
from bot.domain.places.tree import KINDS, Place, Tree

__all__ = ["KINDS", "Place", "Reading", "Tree", "building", "label", "read"]
