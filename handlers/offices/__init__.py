"""Offices: who answers for what, how to reach them, and how an office is given, lent, handed over and ended."""

from handlers.features import Choice, Feature, Keep, Key
from handlers.offices import (
    cards,
    caring,
    duties,
    giving,
    hooks,
    inviting,
    lines,
    mine,
    passing,
    steps,
    titles,
    verify,
    who,
)
from storage import lines as stored

__all__ = ["FEATURE", "giving", "mine", "passing", "titles", "verify"]

LINE_DAYS = 30

FEATURE = Feature(
    "offices",
    cards={
        "who": who.draw,
        "appoint": steps.draw,
        "offices": cards.draw,
        "duties": duties.draw,
        "invite": inviting.draw,
        "line": lines.draw,
        "care": caring.draw,
    },
    todo=hooks.todo,
    about=hooks.about,
    welcome=hooks.welcome,
    keys=(Key("key-who", 50),),
    choices={
        "start": (Choice("key-who", "who.mine", 30),),
        "plain": (Choice("key-who", "plain.who", 20),),
        "office": (Choice("appoint-new", "appoint.new", 50, "appoint"),),
    },
    undelivered=hooks.undelivered,
    traces=stored.TRACES,
    keeps=[Keep("lines", LINE_DAYS, lambda tx, before: tx.lines.prune(before))],
    commands={
        "private": ("who", "offices", "duties", "verify"),
        "group": ("who", "verify"),
        "office": ("appoint",),
        "steward": ("title",),
    },
)
