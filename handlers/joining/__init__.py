"""Joining: home by the door's code, by a line, by the pad or by a group's invitation; and the household."""

from bot.domain.joining import KEEP_DAYS
from handlers.features import Choice, Feature, Keep, Kind, Maker
from handlers.joining import (
    beginning,
    cards,
    confirming,
    departing,
    door,
    finding,
    greeting,
    handing,
    headcards,
    homecards,
    homes,
    inviting,
    matters,
    sheet,
    sheets,
)
from handlers.joining.shared import MENU
from storage import joining as stored

__all__ = ["FEATURE", "beginning", "confirming", "door", "finding", "homes", "inviting", "matters", "sheets"]

FEATURE = Feature(
    "joining",
    cards={
        "join": cards.draw,
        "confirms": headcards.draw_list,
        "home": homecards.draw_home,
        "matter": homecards.draw_matter,
        "grouplink": homecards.draw_invite,
        MENU: homecards.draw_menu,
    },
    notes={
        inviting.MADE: Kind("once", arrived=inviting.link_made, failed=inviting.link_refused),
        inviting.PICTURE: Kind("once"),
        inviting.LET_IN: Kind("again", failed=inviting.not_let_in),
        inviting.TURNED_AWAY: Kind("again", failed=inviting.not_let_in),
        "codes.sheet": Kind("again"),
        "join.voice": Kind("again"),
    },
    files={
        "joining.sheet": Maker(sheets.gather, sheet.build),
        "joining.grouplink": Maker(inviting.gather, inviting.build),
    },
    about=homecards.about,
    mine=homecards.mine,
    todo=homecards.todo,
    weekly=homecards.weekly,
    greets=greeting.greets,
    arrives=greeting.arrives,
    undelivered=confirming.undelivered,
    handed_over=handing.handed_over,
    forgets=departing.forgets,
    moves_out=departing.moves_out,
    choices={
        "office": (
            Choice("codes-button", "codes.at", 40, "confirm"),
            Choice("grouplink-button", "grouplink.which", 60, "confirm"),
            Choice("confirms-button", "confirms.see", 70, "confirm"),
        )
    },
    traces=stored.TRACES,
    keeps=[Keep("join", KEEP_DAYS, lambda tx, before: tx.joins.prune(before))],
    commands={"private": ("join", "home"), "office": ("confirm", "codes", "invite"), "steward": ("codes", "invite")},
)
