"""Relays: two neighbours talk through the bot; no number is shown, and no word is kept."""

from handlers import talking
from handlers.features import Feature, Keep, Kind
from handlers.relays import cards, ending, opening, passing
from storage import relays as stored

__all__ = ["FEATURE", "opening"]

FEATURE = Feature(
    "relays",
    cards={talking.OPENER: cards.draw_opener, talking.INVITED: cards.draw_invited},
    notes={talking.PASSED: Kind("again", failed=passing.failed), ending.PIN: Kind("once")},
    mine=cards.mine,
    todo=cards.todo,
    undelivered=ending.undelivered,
    sent=ending.sent,
    parted=ending.parted,
    forgets=ending.forgets,
    rests=ending.rests,
    origins={talking.OPENER: ending.invited, talking.INVITED: ending.opener},
    keeps=[Keep("relays", 30, lambda tx, before: tx.relays.prune(before))],
    traces=stored.TRACES,
    commands={"private": ("bye",)},
)
