"""Mutual aid: a plea in the group, a neighbour who has it, and how it ended."""

from handlers.aid import (
    agreeing,
    asking,
    becoming,
    boxes,
    cards,
    ending,
    helping,
    illness,
    leaving,
    phones,
    pleas,
    preparing,
    spoken,
    stages,
    talks,
    waves,
)
from handlers.features import Choice, Feature, Keep, Key, Kind
from storage import aid as stored

__all__ = ["FEATURE", "agreeing", "asking", "boxes", "phones", "waves"]

FEATURE = Feature(
    "aid",
    cards={"ask": cards.draw, "plea": pleas.draw, "fit": preparing.draw, "illness": illness.draw},
    sent=spoken.sent,
    notes={"ask.spoke": Kind("once")},
    mine=cards.mine,
    todo=cards.todo,
    board=cards.board,
    undelivered=stages.undelivered,
    parted=ending.parted,
    arrives=helping.arrives,
    forgets=leaving.forgets,
    steps_down=leaving.steps_down,
    rests=leaving.rests,
    origins={"ask": leaving.origin},
    pairs={"ask": talks.pairs},
    becomes={"ask": becoming.becomes},
    keeps=[
        Keep(illness.NOTES, illness.NOTES_DAYS, lambda tx, before: tx.asks.prune_notes(before)),
        Keep("ask-files", 30, lambda tx, before: tx.ask_files.prune(before)),
        Keep("asks", 365, lambda tx, before: tx.asks.anonymise(before)),
    ],
    traces=stored.TRACES,
    keys=(Key("key-ask", 10),),
    choices={"start": (Choice("key-ask", "ask.new", 20),), "plain": (Choice("key-ask", "plain.ask", 10),)},
    mutable=("ask.question", "ask.expired", "ask.asked", "ask.half"),
    commands={"private": ("need", "have", "done", "withdraw"), "group": ("need", "have", "done", "withdraw")},
)
