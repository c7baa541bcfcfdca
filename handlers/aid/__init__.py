"""Mutual aid: a plea in the group, a neighbour who has it, and how it ended."""

from handlers.aid import asking, cards, helping
from handlers.features import Choice, Feature, Key
from storage import aid as stored

__all__ = ["FEATURE", "asking"]

FEATURE = Feature(
    "aid",
    cards={"ask": cards.draw},
    mine=cards.mine,
    todo=cards.todo,
    undelivered=helping.undelivered,
    arrives=helping.arrives,
    traces=stored.TRACES,
    keys=(Key("key-ask", 10),),
    choices={"start": (Choice("key-ask", "ask.new", 20),), "plain": (Choice("key-ask", "plain.ask", 10),)},
    mutable=("ask.question", "ask.expired"),
    commands={"private": ("need", "have", "done", "withdraw"), "group": ("need", "have", "done", "withdraw")},
)
