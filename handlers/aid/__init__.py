"""Mutual aid: a plea in the group, a neighbour who has it, and how it ended."""

from handlers.aid import asking, cards, helping
from handlers.features import Feature
from storage import aid as stored

__all__ = ["FEATURE", "asking"]

FEATURE = Feature(
    "aid",
    cards={"ask": cards.draw},
    mine=cards.mine,
    undelivered=helping.undelivered,
    arrives=helping.arrives,
    traces=stored.TRACES,
)
