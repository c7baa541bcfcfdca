"""Danger: numbers first, at any hour; whoever is told is named; and nobody is told of despair without a tap.

Whatever takes free words asks `danger.heard(ctx, words)` before it reads them in its own way. What `danger.is_fault`
says of them is a report as well.
"""

from handlers.context import later
from handlers.danger import cards, hearing, spots, telling
from handlers.danger.hearing import heard, heard_in_an_edit, is_fault, numbers_for
from handlers.features import Choice, Feature, Keep
from storage import danger as stored

KEPT_DAYS = 30

__all__ = ["FEATURE", "heard", "heard_in_an_edit", "is_fault", "numbers_for"]

FEATURE = Feature(
    "danger",
    cards={"danger": cards.draw, "sos": hearing.draw, "spot": spots.draw},
    mine=cards.mine,
    todo=cards.todo,
    undelivered=telling.undelivered,
    arrives=telling.arrives,
    parted=telling.parted,
    forgets=telling.forgets,
    keeps=[Keep("dangers", KEPT_DAYS, lambda tx, before: tx.dangers.prune(before, later(before, days=KEPT_DAYS - 1)))],
    traces=stored.TRACES,
    choices={"plain": (Choice("danger-sos", "danger.sos", 1),)},
    commands={"private": ("sos",), "group": ("sos",)},
)
