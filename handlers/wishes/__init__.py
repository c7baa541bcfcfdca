"""Small wishes 微心愿: collected before a festival, looked at, hung up, taken on and granted by neighbours."""

from handlers.features import Feature, Keep, Kind
from handlers.wishes import cards, ending, festivalcards, granting, judging, opening, pages, shared, writing
from storage import wishes as stored

__all__ = ["FEATURE", "granting", "judging", "opening"]

FEATURE = Feature(
    "wishes",
    cards={"wish": cards.draw, "festival": festivalcards.draw, "wishes": pages.draw},
    notes={ending.POSTED: Kind("once"), ending.THANKS: Kind("once"), writing.MEDIA: Kind("again")},
    mine=festivalcards.mine,
    todo=festivalcards.todo,
    board=festivalcards.board,
    sent=writing.sent,
    undelivered=ending.undelivered,
    arrives=ending.arrives,
    parted=ending.parted,
    handed_over=ending.handed_over,
    forgets=ending.forgets,
    origins={"wish": shared.origin},
    pairs={"wish": shared.pairs},
    traces=stored.TRACES,
    keeps=[Keep("wishes", 180, lambda tx, before: tx.wishes.prune(before))],
    mutable=["festival.passed"],
    commands={"private": ("wishes",), "office": ("wishes",)},
)
