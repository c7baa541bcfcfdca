"""Rights: one table, read cell by cell."""

import pytest

from bot.domain.rights import RIGHTS, Standing, Who, check
from bot.domain.rules import RuleError

STATES = ("draft", "open", "taken", "done", "withdrawn", "expired")
AUTHOR, TAKER, NEIGHBOUR, HEAD, STEWARD = 1, 2, 3, 4, 5
STANDINGS = {
    who: Standing(who, AUTHOR, TAKER, {HEAD: {"building_head"}, STEWARD: {"steward"}}.get(who, set()))
    for who in (AUTHOR, TAKER, NEIGHBOUR, HEAD, STEWARD)
}
TABLE = {
    "ask.prepare": ({AUTHOR}, {"draft"}),
    "ask.publish": ({AUTHOR}, {"draft", "open"}),
    "ask.correct": ({AUTHOR}, {"draft", "open"}),
    "ask.take": ({TAKER, NEIGHBOUR, HEAD, STEWARD}, {"open", "taken"}),
    "ask.let-go": ({AUTHOR, TAKER}, {"taken"}),
    "ask.done": ({AUTHOR}, {"open", "taken", "done"}),
    "ask.withdraw": ({AUTHOR, HEAD, STEWARD}, {"draft", "open", "taken", "withdrawn"}),
    "ask.reopen": ({AUTHOR}, {"open", "taken", "done", "withdrawn", "expired"}),
    "ask.tell-note": ({AUTHOR}, {"taken"}),
    "ask.show-account": ({AUTHOR, TAKER}, {"taken"}),
}


def test_the_table_here_names_every_right() -> None:
    assert set(TABLE) == set(RIGHTS)


@pytest.mark.parametrize("action", TABLE)
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("who", STANDINGS)
def test_a_cell_of_the_rights_table(action: str, state: str, who: int) -> None:
    people, states = TABLE[action]

    if who in people and state in states:
        check(action, STANDINGS[who], state)
    else:
        with pytest.raises(RuleError):
            check(action, STANDINGS[who], state)


def test_an_office_elsewhere_gives_no_right_here() -> None:
    with pytest.raises(RuleError, match="ask-not-yours"):
        check("ask.withdraw", Standing(9, AUTHOR, TAKER, frozenset()), "open")


def test_nobody_is_a_nobody() -> None:
    assert Standing(3, None, None).roles() == {Who.OTHERS}
