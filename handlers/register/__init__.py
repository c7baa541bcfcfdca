"""The register: a list from the steward that says who lives where; shown as a difference, applied as one."""

from handlers.features import Feature
from handlers.register.cards import draw
from handlers.register.deciding import sender, was_no_list, was_not_read, was_read
from handlers.register.files import FILES
from handlers.register.sending import register
from storage import imports

__all__ = ["FEATURE", "register", "sender", "was_no_list", "was_not_read", "was_read"]

FEATURE = Feature(
    "register",
    cards={"register": draw},
    files=FILES,
    traces=imports.TRACES,
    commands={"steward": ("register",)},
)
