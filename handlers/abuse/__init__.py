"""Spam and abuse: reported in private, hidden for now by a head, objected to by its author, decided by a steward."""

from bot.domain.abuse import DAY
from handlers.abuse import blocking, judging, quieting, telling
from handlers.features import Feature, Keep, Kind
from storage import abuse as stored

__all__ = ["FEATURE", "telling"]

FEATURE = Feature(
    "abuse",
    cards={
        "case": judging.draw,
        "block": blocking.draw,
        "blocks": blocking.draw_list,
        "roomblock": quieting.draw,
    },
    notes={quieting.LEAVES: Kind("again", arrived=quieting.left, failed=quieting.left)},
    forgets=blocking.forgets,
    traces=stored.TRACES,
    keeps=[
        Keep("reports", 90, lambda tx, before: tx.abuse.prune_voices(before)),
        Keep("kept-away", 365, lambda tx, before: tx.abuse.prune_marks(before + 365 * DAY, before)),
        Keep("cases", 90, lambda tx, before: tx.abuse.prune(before)),
    ],
    commands={"group": ("report",), "steward": ("block",)},
)
