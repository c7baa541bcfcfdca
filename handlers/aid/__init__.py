"""Mutual aid: a plea in the group, a neighbour who has it, and how it ended."""

from handlers.aid import asking, cards, helping, leaving, talks
from handlers.features import Choice, Feature, Keep, Key
from storage import aid as stored

__all__ = ["FEATURE", "asking"]

FEATURE = Feature(
    "aid",
    cards={"ask": cards.draw},
    mine=cards.mine,
    todo=cards.todo,
    board=cards.board,
    undelivered=helping.undelivered,
    parted=helping.parted,
    arrives=helping.arrives,
    forgets=leaving.forgets,
    rests=leaving.rests,
    origins={"ask": leaving.origin},
    pairs={"ask": talks.pairs},
    keeps=[
        Keep("ask-notes", 30, lambda tx, before: tx.asks.prune_notes(before)),
        Keep("asks", 365, lambda tx, before: tx.asks.anonymise(before)),
    ],
    traces=stored.TRACES,
    keys=(Key("key-ask", 10),),
    choices={"start": (Choice("key-ask", "ask.new", 20),), "plain": (Choice("key-ask", "plain.ask", 10),)},
    mutable=("ask.question", "ask.expired"),
    commands={"private": ("need", "have", "done", "withdraw"), "group": ("need", "have", "done", "withdraw")},
)
