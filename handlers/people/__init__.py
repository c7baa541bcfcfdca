"""People: the first hello, what I have going on, what waits for me, how I like it, and the steward's claim."""

from handlers import home
from handlers.features import Choice, Feature, Key, Kind
from handlers.home import board_of as keyboard
from handlers.people import menu, settings, start, waiting, welcome
from handlers.people.start import claim_value, open_private
from storage import codes, offices, questions, residents, rooms
from storage import people as stored

__all__ = ["FEATURE", "claim_value", "keyboard", "open_private", "settings", "start"]

FEATURE = Feature(
    "people",
    cards={"menu": menu.draw, "todo": waiting.draw_morning, "welcome": welcome.draw},
    notes={home.KEYS: Kind("again"), home.MENU: Kind("again", failed=home.menu_failed)},
    arrives=welcome.arrives,
    wakes=waiting.wakes,
    keys=(Key("key-mine", 60), Key("key-help", 70), Key("key-todo", 80, "office")),
    choices={"me": (Choice("settings-button", "menu.settings", 10),)},
    mutable=(waiting.MORNING,),
    commands={
        "private": ("me", "todo", "settings", "quiet", "simple", "language", "help"),
        "group": ("help",),
        "steward": ("welcome",),
    },
    traces=[
        *stored.TRACES,
        *residents.TRACES,
        *offices.TRACES,
        *codes.TRACES,
        *rooms.TRACES,
        *questions.TRACES,
    ],
)
