"""Offers 我能帮: what neighbours have to spare or know how to do, the shelf one looks through, and who wants what."""

from handlers.features import Choice, Feature, Keep, Kind
from handlers.offers import (
    cards,
    choosing,
    leaving,
    listing,
    menus,
    offering,
    publishing,
    recommending,
    shared,
    shelf,
    standing,
    wantcards,
    wanting,
)
from storage import offers as stored
from storage import wants as wanted

__all__ = ["FEATURE", "choosing", "listing", "offering", "publishing", "recommending", "shelf", "standing"]

FEATURE = Feature(
    "offers",
    cards={"offer": cards.draw, "want": wantcards.draw, "offers": menus.draw, "medicines": listing.draw},
    notes={shared.MEDIA: Kind("again")},
    mine=cards.mine,
    todo=wantcards.todo,
    arrives=wanting.arrives,
    parted=leaving.parted,
    forgets=leaving.forgets,
    rests=leaving.rests,
    moves_out=leaving.moves_out,
    origins={"offer": shared.origin},
    pairs={"want": wanting.pairs},
    keeps=[
        Keep("wants", 30, lambda tx, before: tx.wants.prune(before)),
        Keep("offers", 90, lambda tx, before: tx.offers.prune(before)),
    ],
    traces=[*stored.TRACES, *wanted.TRACES],
    choices={
        "me": (Choice("offer-key", "offers.home", 20), Choice("shelf-key", "offers.shelf", 30)),
        "welcome": (Choice("offer-key", "offers.home", 20),),
        "settings": (Choice("offer-willing-key", "offers.home", 20),),
    },
    mutable=("offer.question",),
    commands={"private": ("offer", "shelf", "recommend"), "group": ("offer",), "steward": ("medicines",)},
)
