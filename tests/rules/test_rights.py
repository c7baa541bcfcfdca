"""Rights: one table, read cell by cell. Each feature's rows stand here once more, written down by hand."""

import pytest

from bot.domain.rights import RIGHTS, Standing, Who, check
from bot.domain.rules import RuleError
from bot.i18n import words

AUTHOR, BY, TAKER, NEIGHBOUR, HEAD, ACTS, APPOINTS, NOTIFIES, GATHERS, REPAIRS, STEWARD, HELPER = (
    "who asked", "who asked for them", "who took it", "a neighbour", "a head", "who may act here", "who appoints here",
    "who notifies here", "who gathers here", "who repairs here", "the steward", "a helper who speaks for who asked",
)  # fmt: skip
OFFICES = {
    HEAD: {"confirm"}, ACTS: {"act"}, APPOINTS: {"appoint"}, NOTIFIES: {"notify"}, GATHERS: {"gather"},
    REPAIRS: {"repair"}, STEWARD: {"steward"},
}  # fmt: skip
STANDINGS = {
    AUTHOR: Standing(1, 1, 3, by_id=2),
    BY: Standing(2, 1, 3, by_id=2),
    TAKER: Standing(3, 1, 3, by_id=2),
    NEIGHBOUR: Standing(4, 1, 3, by_id=2),
    HELPER: Standing(9, 1, 3, by_id=2, for_id=1),
} | {who: Standing(5, 1, 3, powers, by_id=2) for who, powers in OFFICES.items()}
EVERYBODY = set(STANDINGS)
ASKING = {AUTHOR, BY, HELPER}
STATES = sorted({state for right in RIGHTS.values() for state in right.states} | {"expired"})

IN_HAND = {"new", "taken", "waiting"}
TICKET_OVER = {"done", "unconfirmed", "withdrawn", "merged", "elsewhere", "unfixable"}

TABLE: dict[str, tuple[set[str], set[str]]] = {
    "ticket.prepare": (ASKING, {"draft"}),
    "ticket.publish": (ASKING, {"draft", "new"}),
    "ticket.correct": (ASKING, {"draft", "new"}),
    "ticket.sort": (ASKING | {TAKER}, {"draft", *IN_HAND}),
    "ticket.agree": (ASKING | {ACTS}, {"draft", "new"}),
    "ticket.hear": ({TAKER}, {*IN_HAND, "fixed"}),
    "ticket.clean": ({STEWARD}, {"open"}),
    "ticket.take": ({TAKER}, IN_HAND),
    "ticket.let-go": ({TAKER}, {"taken", "waiting"}),
    "ticket.go-on": ({TAKER}, {"taken", "waiting"}),
    "ticket.fix": ({TAKER}, {*IN_HAND, "fixed"}),
    "ticket.confirm": (ASKING, {*IN_HAND, "fixed", "done"}),
    "ticket.not-fixed": (ASKING, {"fixed", "done", "unconfirmed"}),
    "ticket.withdraw": (ASKING | {STEWARD}, {"draft", *IN_HAND, "fixed", "withdrawn"}),
    "ticket.reopen": (ASKING | {TAKER}, {"new", "taken", *TICKET_OVER}),
    "ticket.follow": (EVERYBODY, {*IN_HAND, "fixed"}),
    "ticket.note": (ASKING | {TAKER}, {*IN_HAND, "fixed", "done"}),
    "ticket.play": (ASKING | {TAKER}, {*IN_HAND, "fixed", *TICKET_OVER}),
    "ticket.hand": ({TAKER}, IN_HAND),
    "ticket.recall": ({TAKER}, {"taken", "waiting"}),
    "ticket.wait": ({TAKER}, IN_HAND),
    "ticket.ask": ({TAKER}, IN_HAND),
    "ticket.answer": (ASKING, IN_HAND),
    "ticket.visit": ({TAKER}, IN_HAND),
    "ticket.choose": (ASKING, {"taken", "waiting"}),
    "ticket.unvisit": (ASKING | {TAKER}, {"taken", "waiting"}),
    "ticket.charge": ({TAKER}, IN_HAND),
    "ticket.pay": (ASKING, {"taken", "waiting"}),
    "ticket.merge": ({TAKER}, IN_HAND),
    "ticket.elsewhere": ({TAKER}, IN_HAND),
    "ticket.give-up": ({TAKER}, IN_HAND),
    "ticket.turn": ({TAKER}, IN_HAND),
    "ticket.on-spot": ({REPAIRS}, {"draft"}),
    "firm.change": ({REPAIRS, STEWARD}, {"open"}),
    "repairer.invite": ({REPAIRS, STEWARD}, {"open"}),
    "repairer.end": (ASKING | {REPAIRS, STEWARD}, {"open", "ended"}),
    "ask.prepare": (ASKING, {"draft"}),
    "ask.publish": (ASKING, {"draft", "open"}),
    "ask.correct": (ASKING, {"draft", "open"}),
    "ask.confirm": (ASKING | {ACTS}, {"draft", "open"}),
    "ask.hear": (ASKING | {TAKER, HEAD}, {"draft", "open", "taken", "unanswered"}),
    "ask.write": ({TAKER, HEAD}, {"open", "taken", "unanswered"}),
    "ask.line": (ASKING, {"open", "taken", "unanswered"}),
    "ask.take": (EVERYBODY - ASKING, {"open", "taken", "unanswered"}),
    "ask.let-go": (ASKING | {TAKER}, {"open", "taken"}),
    "ask.agree": (ASKING, {"open", "taken"}),
    "ask.read-box": ({TAKER}, {"open", "taken"}),
    "ask.done": (ASKING, {"open", "taken", "unanswered", "done"}),
    "ask.withdraw": (ASKING | {HEAD, STEWARD}, {"draft", "open", "taken", "unanswered", "withdrawn"}),
    "ask.reopen": (ASKING | {HEAD}, {"open", "taken", "unanswered", "done", "withdrawn", "expired"}),
    "ask.settle": ({HEAD}, {"unanswered", "done", "withdrawn", "expired"}),
    "ask.tell-note": (ASKING, {"open", "taken"}),
    "ask.show-account": (ASKING | {TAKER}, {"open", "taken"}),
    "ask.take-over": (ASKING, {"draft", "open", "taken", "unanswered"}),
    "danger.tell": (ASKING, {"asking", "quiet", "told", "over"}),
    "danger.decline": (ASKING, {"asking", "quiet"}),
    "danger.place": (ASKING, {"asking", "quiet", "told"}),
    "danger.answer": ({TAKER}, {"told"}),
    "danger.over": (ASKING | {TAKER}, {"asking", "quiet", "told", "over"}),
    "place.build": ({STEWARD}, {"open"}),
    "room.wish": (ASKING | {STEWARD, GATHERS}, {"open"}),
    "room.bind": ({STEWARD}, {"open"}),
    "welcome.write": ({STEWARD}, {"open"}),
    "register.change": ({STEWARD}, {"ready"}),
    "join.choose": (ASKING, {"draft"}),
    "join.correct": (ASKING, {"draft", "waiting", "refused", "withdrawn", "undone"}),
    "join.again": (ASKING, {"refused", "waiting"}),
    "join.withdraw": (ASKING, {"draft", "waiting", "withdrawn"}),
    "join.confirm": ({HEAD}, {"waiting", "confirmed"}),
    "join.settle": ({HEAD}, {"waiting"}),
    "join.refuse": ({HEAD}, {"waiting", "refused"}),
    "home.speak": (ASKING | {HEAD}, {"living"}),
    "home.leave": (ASKING, {"living"}),
    "home.doubt": (ASKING | {HEAD}, {"living"}),
    "home.gone": (ASKING | {HEAD}, {"living"}),
    "matter.see": ({HEAD}, {"open", "done", "kept"}),
    "matter.settle": ({HEAD}, {"open", "done", "kept"}),
    "codes.print": ({HEAD}, {"open"}),
    "grouplink.make": ({HEAD}, {"open"}),
    "person.forget": ({HEAD, STEWARD}, {"noted"}),
    "letter.answer": ({STEWARD}, {"open", "answered"}),
    "case.report": (EVERYBODY - ASKING, {"open", "hidden", "objected", "fine", "kept"}),
    "case.hide": ({HEAD, STEWARD}, {"open", "fine", "hidden"}),
    "case.dismiss": ({HEAD, STEWARD}, {"open", "fine"}),
    "case.unhide": ({HEAD, STEWARD}, {"hidden", "fine"}),
    "case.object": (ASKING, {"hidden", "objected"}),
    "case.decide": ({STEWARD}, {"objected", "kept", "fine"}),
    "case.delete": ({STEWARD}, {"open", "fine", "kept"}),
    "block.person": ({STEWARD}, {"free", "blocked"}),
    "block.room": ({STEWARD}, {"free", "blocked"}),
    "board.hang": ({NOTIFIES, STEWARD}, {"missing"}),
    "notice.prepare": (ASKING, {"draft"}),
    "notice.publish": ({NOTIFIES, TAKER}, {"draft", "open"}),
    "notice.correct": (ASKING, {"draft", "open"}),
    "notice.know": (EVERYBODY, {"open"}),
    "notice.remind": (ASKING, {"open"}),
    "notice.count": (ASKING | {NOTIFIES, HEAD}, {"open", "ended", "withdrawn", "expired"}),
    "notice.silent": ({HEAD}, {"open", "ended", "withdrawn", "expired"}),
    "notice.end": (ASKING | {NOTIFIES}, {"open", "ended"}),
    "notice.extend": (ASKING | {NOTIFIES}, {"draft", "open"}),
    "notice.take-over": (ASKING, {"draft", "open"}),
    "notice.withdraw": (ASKING | {HEAD, STEWARD}, {"draft", "open", "withdrawn"}),
    "relay.open": (ASKING, {"apart"}),
    "relay.enter": (ASKING | {TAKER}, {"invited", "open"}),
    "relay.decline": (ASKING | {TAKER}, {"invited", "ended"}),
    "relay.end": (ASKING | {TAKER}, {"invited", "open", "ended"}),
    "office.give": ({APPOINTS}, {"open"}),
    "office.change": (ASKING, {"held"}),
    "office.withdraw": (ASKING | {APPOINTS}, {"held", "ended"}),
    "office.restore": (ASKING | {APPOINTS}, {"held", "ended"}),
    "office.care": ({TAKER, HEAD}, {"open"}),
    "duty.change": ({APPOINTS}, {"open"}),
    "title.change": ({STEWARD}, {"open"}),
    "circle.make": ({GATHERS}, {"open"}),
    "circle.change": (ASKING | {GATHERS}, {"open"}),
    "circle.leave": ({TAKER}, {"open"}),
    "circle.end": (ASKING | {GATHERS}, {"open", "ended"}),
    "offer.publish": (ASKING, {"draft", "open"}),
    "offer.correct": (ASKING, {"draft", "open", "paused"}),
    "offer.pause": (ASKING, {"open", "paused"}),
    "offer.resume": (ASKING, {"open", "paused"}),
    "offer.stay": (ASKING, {"open", "paused"}),
    "offer.withdraw": (ASKING | {HEAD, STEWARD}, {"draft", "open", "paused", "withdrawn"}),
    "offer.reopen": (ASKING, {"open", "withdrawn", "expired"}),
    "offer.take-over": (ASKING, {"draft", "open", "paused"}),
    "offer.accept": (ASKING | {ACTS}, {"recommended", "open"}),
    "offer.decline": (ASKING | {ACTS}, {"recommended"}),
    "offer.want": (EVERYBODY - ASKING, {"open"}),
    "want.answer": ({TAKER}, {"asked", "yes", "no"}),
    "want.withdraw": (ASKING, {"asked", "yes", "withdrawn"}),
    "want.end": (ASKING | {TAKER}, {"yes", "got", "not"}),
    "want.show-account": (ASKING | {TAKER}, {"yes"}),
    "medicine.change": ({STEWARD}, {"open"}),
    "circle.reopen": (ASKING | {GATHERS}, {"open", "ended"}),
    "festival.make": ({GATHERS}, {"open"}),
    "festival.change": ({GATHERS}, {"draft", "collecting", "granting"}),
    "festival.publish": ({GATHERS}, {"draft", "collecting"}),
    "festival.drop": (ASKING | {GATHERS}, {"draft"}),
    "festival.see": ({GATHERS, HEAD}, {"collecting", "granting", "closed"}),
    "festival.post": ({GATHERS}, {"collecting", "granting"}),
    "festival.pass": ({GATHERS}, {"collecting", "granting"}),
    "festival.close": ({GATHERS}, {"collecting", "granting", "closed"}),
    "festival.wish": (EVERYBODY, {"collecting"}),
    "wish.correct": (ASKING, {"draft", "waiting", "returned", "open"}),
    "wish.send": (ASKING, {"draft", "waiting", "open"}),
    "wish.hear": ({HEAD, GATHERS}, {"waiting"}),
    "wish.hang": ({HEAD, GATHERS}, {"waiting", "open", "taken"}),
    "wish.return": ({HEAD, GATHERS}, {"waiting", "returned", "open"}),
    "wish.withdraw": (ASKING | {STEWARD}, {"draft", "waiting", "returned", "open", "taken", "withdrawn"}),
    "wish.take": (EVERYBODY - ASKING, {"open", "taken"}),
    "wish.let-go": ({TAKER}, {"open", "taken"}),
    "wish.agree": (ASKING, {"taken"}),
    "wish.decline": (ASKING, {"taken"}),
    "wish.given": ({TAKER}, {"taken"}),
    "wish.grant": (ASKING, {"taken", "granted"}),
    "wish.not-yet": (ASKING, {"taken"}),
    "wish.reopen": (ASKING, {"granted", "withdrawn"}),
    "wish.show": (ASKING | {TAKER}, {"taken"}),
    "wish.name": ({TAKER}, {"taken", "granted"}),
    "wish.take-over": (ASKING, {"draft", "waiting", "returned", "open", "taken"}),
    "month.see": ({GATHERS}, {"open"}),
    "month.post": ({GATHERS}, {"open"}),
    "ticket.export": ({REPAIRS, STEWARD}, {"open"}),
    "category.change": ({STEWARD}, {"open"}),
}


def test_the_table_here_names_every_right() -> None:
    assert set(TABLE) == set(RIGHTS)


@pytest.mark.parametrize("action", TABLE)
def test_a_row_of_the_rights_table_cell_by_cell(action: str) -> None:
    people, states = TABLE[action]

    for who, standing in STANDINGS.items():
        for state in STATES:
            if who in people and state in states:
                check(action, standing, state)
            else:
                with pytest.raises(RuleError):
                    check(action, standing, state)


def test_an_office_elsewhere_gives_no_right_here() -> None:
    with pytest.raises(RuleError, match="ask-not-yours"):
        check("ask.withdraw", Standing(9, 1, 2, frozenset()), "open")


def test_nobody_is_a_nobody() -> None:
    assert Standing(3, None, None).roles() == {Who.OTHERS}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_whatever_a_plea_has_become_a_late_tap_has_an_answer_in_words(language: str) -> None:
    """A tap that comes too late, or too early, is refused by the state's own sentence."""
    rights = {action: right for action, right in RIGHTS.items() if action.startswith("ask.")}
    states = {state for right in rights.values() for state in right.states} | {"expired"}

    for right in rights.values():
        for state in states - right.states:
            assert words(language)(f"ask-is-{state}")
