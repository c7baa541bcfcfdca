"""Medicines: a closed list decides, likeness suggests, a prescription stays one; and the look at the box."""

import tomllib
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import medicines
from bot.domain.medicines import Category, Change, Checklist, Otc, Prescription, Unknown
from bot.domain.rules import Address, RuleError

DATA = tomllib.loads((files("bot") / "data" / "medicines.toml").read_text(encoding="utf-8"))
LISTS = medicines.read(DATA)
TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("布洛芬", Otc("ibuprofen")),
        ("两盒芬必得缓释胶囊", Otc("ibuprofen")),
        ("美林", Otc("ibuprofen")),
        ("Ibuprofen", Otc("ibuprofen")),
        ("泰诺林", Otc("paracetamol")),
        ("泰诺", Otc("cold-compound")),
        ("撲熱息痛", Unknown()),  # not every traditional character is known; whoever has it reads the box
        ("蒙脱石散", Otc("smectite")),
        ("口服补液盐三", Otc("rehydration")),
        ("红霉素软膏", Otc("erythromycin-ointment")),
        ("红霉素", Prescription("erythromycin")),
        ("红霉素软膏和红霉素片", Prescription("erythromycin")),
        ("头孢克肟", Prescription("cephalosporin")),
        ("布洛芬和阿莫西林", Prescription("amoxicillin")),
        ("阿 莫 西 林", Prescription("amoxicillin")),
        ("some antibiotics", Prescription("antibiotic")),
        ("降压药", Prescription("pressure")),
        ("血压计", Unknown()),
        ("梯子", Unknown()),
        ("", Unknown()),
    ],
)
def test_a_name_is_decided_by_the_lists(text: str, judged: object) -> None:
    assert medicines.judge(text, LISTS) == judged


def test_a_category_means_any_of_its_members() -> None:
    judged = medicines.judge("谁家有退烧药", LISTS)

    assert isinstance(judged, Category) and {"ibuprofen", "paracetamol"} <= set(judged.members)
    assert all(LISTS.members[key] for key in DATA["categories"])


def test_the_lists_are_long_enough_to_be_of_use() -> None:
    assert len(DATA["otc"]) >= 40 and len(DATA["prescription"]) >= 40
    assert {key for one in DATA["otc"].values() for key in one["in"]} == set(DATA["categories"])
    assert all(Address.of("offers.good", "medicine", key) for key in DATA["otc"])


@pytest.mark.parametrize("name", LISTS.otc)
def test_a_name_that_may_be_given_never_leads_to_a_prescription(name: str) -> None:
    assert medicines.judge(name, LISTS) == Otc(LISTS.otc[name])


@pytest.mark.parametrize("name", LISTS.prescription)
def test_a_prescription_is_one_however_it_is_written(name: str) -> None:
    for text in (name, name.upper(), f"谁家有 {name} 吗", f"2 {name} please", f"{name}，布洛芬也行"):
        assert isinstance(medicines.judge(text, LISTS), Prescription), text
    assert medicines.is_medicine(name, LISTS)


@given(
    st.sampled_from(sorted(LISTS.prescription)),
    st.text("要一盒的给我 ,.", max_size=8),
    st.sampled_from(sorted(LISTS.otc)),
)
def test_nothing_said_beside_it_makes_a_prescription_free(name: str, words: str, otc: str) -> None:
    judged = medicines.judge(f"{otc} {words} {name}", LISTS)

    assert isinstance(judged, Prescription)


@given(st.text(max_size=30))
def test_whatever_somebody_types_is_judged_and_a_suggestion_decides_nothing(text: str) -> None:
    judged = medicines.judge(text, LISTS)

    near = medicines.suggest(text, LISTS)
    assert not near or judged == Unknown()
    assert set(near) <= set(LISTS.entries)


@given(
    st.sampled_from(sorted(name for name in LISTS.otc if len(name) > 2)), st.integers(0, 30), st.sampled_from("纷安一x")
)
def test_a_slip_of_the_pen_is_suggested_at_most(name: str, at: int, sign: str) -> None:
    slip = name[: at % len(name)] + sign + name[at % len(name) + 1 :]
    if slip not in LISTS.otc:
        judged = medicines.judge(slip, LISTS)
        assert judged == Unknown() or any(
            known in medicines.spelt(slip) for known in (*LISTS.otc, *LISTS.categories, *LISTS.prescription)
        )


def test_what_is_like_a_name_is_suggested() -> None:
    assert medicines.suggest("布洛纷", LISTS) == ("ibuprofen",)
    assert medicines.suggest("ibuprofin", LISTS) == ("ibuprofen",)
    assert medicines.suggest("布洛芬", LISTS) == medicines.suggest("梯子", LISTS) == ()


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        ("布洛芬 20元", True), ("布洛芬20块一盒", True), ("卖布洛芬", True), ("半价转卖", True), ("¥15", True),
        ("ibuprofen for sale", True), ("selling masks", True), ("发个红包就行", True), ("多少钱", True),
        ("布洛芬", False), ("外卖袋", False), ("不卖，白送", False), ("不收费", False), ("一块肥皂", False),
        ("买多了，送两盒", False), ("price tag gun", True), ("free", False),
    ],
)  # fmt: skip
def test_words_of_price(text: str, paid: bool) -> None:
    assert medicines.names_a_price(text, LISTS) is paid


@pytest.mark.parametrize("text", ["布洛芬", "退烧药", "头孢", "某某胶囊", "护肝片剂", "cough syrup", "vitamin tablets"])
def test_what_is_a_medicine_known_or_not(text: str) -> None:
    assert medicines.is_medicine(text, LISTS)


@pytest.mark.parametrize("text", ["梯子", "药箱", "去药店", "胶囊咖啡", "充电器", "a ladder"])
def test_what_is_none(text: str) -> None:
    assert not medicines.is_medicine(text, LISTS)


def test_a_stewards_own_names_count_and_a_prescription_stays_one() -> None:
    changed = LISTS.changed(
        [
            Change("小快乐", "otc", "ibuprofen"), Change("神奇冲剂", "otc", "cold"), Change("某某片", "prescription"),
            Change("美林", "gone"), Change("阿莫西林", "otc", "ibuprofen"), Change("风油精", "prescription"),
        ]
    )  # fmt: skip

    assert medicines.judge("小快乐", changed) == Otc("ibuprofen")
    own = medicines.judge("神奇冲剂", changed)
    assert (
        isinstance(own, Otc) and own.key in changed.members["cold"] and Address.of("offers.good", "medicine", own.key)
    )
    assert medicines.judge("某某片", changed) == Prescription("某某片")
    assert medicines.judge("美林", changed) == Unknown()
    assert medicines.judge("阿莫西林", changed) == Prescription("amoxicillin")
    assert isinstance(medicines.judge("风油精", changed), Prescription)
    assert medicines.judge("美林", LISTS) == Otc("ibuprofen")


def test_a_name_that_stands_for_two_things_is_a_mistake_in_the_file() -> None:
    twice = DATA | {"prescription": {"x": ["布洛芬"]}}

    with pytest.raises(ValueError, match="布洛芬"):
        medicines.read(twice)


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2026-12", date(2026, 12, 31)), ("2026年12月", date(2026, 12, 31)), ("12/2026", date(2026, 12, 31)),
        ("2027/02", date(2027, 2, 28)), ("202802", date(2028, 2, 29)), ("20261205", date(2026, 12, 5)),
        ("2026.12.05", date(2026, 12, 5)), ("05/12/2026", date(2026, 12, 5)), ("Dec 2026", date(2026, 12, 31)),
        ("5 December 2026", date(2026, 12, 5)), ("有效期至2026年12月", date(2026, 12, 31)),
        ("EXP 2027-03", date(2027, 3, 31)),
        ("2026－12", date(2026, 12, 31)), ("12/26", None), ("2026", None), ("2026-13", None), ("2026-02-30", None),
        ("明年", None), ("", None), ("Foo 2026", None),
    ],
)  # fmt: skip
def test_a_date_as_it_is_printed(printed: str, day: date | None) -> None:
    assert medicines.read_expiry(printed) == day


def whole() -> Checklist:
    checklist = Checklist()
    for value in ("yes", "2027", "6", "box", "yes", "2"):
        checklist = checklist.answer(value, today=TODAY)
    return checklist


def test_everything_is_asked_one_by_one_and_then_it_is_whole() -> None:
    steps, checklist = [], Checklist()
    for value in ("yes", "2027", "6", "blister", "yes", "2"):
        steps.append(checklist.step)
        checklist = checklist.answer(value, today=TODAY)

    assert tuple(steps) == medicines.STEPS and checklist.is_whole
    assert checklist == Checklist(True, 2027, date(2027, 6, 30), "blister", True, 2)
    assert checklist.confirmed(today=TODAY) == checklist
    with pytest.raises(RuleError, match="medicine-expired"):
        checklist.confirmed(today=date(2027, 7, 1))
    assert checklist.confirmed(today=date(2027, 6, 30))


@pytest.mark.parametrize(
    ("before", "value", "refusal"),
    [
        ((), "no", "medicine-not-otc"),
        (("yes", "2026"), "10", "medicine-expired"),
        (("yes", "2027", "6"), "loose", "medicine-loose"),
        (("yes", "2027", "6", "box"), "no", "medicine-not-free"),
        (("yes", "2027", "6", "box", "yes"), "9", "button-is-old"),
        (("yes", "2027", "6", "box", "yes"), "0", "button-is-old"),
        (("yes",), "1999", "button-is-old"),
        (("yes",), "9999", "button-is-old"),
        (("yes", "2027"), "13", "button-is-old"),
        (("yes", "2027", "6", "box", "yes", "2"), "yes", "button-is-old"),
        ((), "", "button-is-old"),
    ],
)
def test_what_may_not_be_passed_on_is_refused_at_its_question(
    before: tuple[str, ...], value: str, refusal: str
) -> None:
    checklist = Checklist()
    for one in before:
        checklist = checklist.answer(one, today=TODAY)

    with pytest.raises(RuleError, match=refusal):
        checklist.answer(value, today=TODAY)


@pytest.mark.parametrize("left_out", ["otc", "expiry", "pack", "free", "amount"])
def test_nothing_may_be_left_out(left_out: str) -> None:
    held = vars(whole()) | {left_out: None if left_out == "expiry" else type(vars(whole())[left_out])()}

    with pytest.raises(RuleError, match="button-is-old"):
        Checklist(**held).confirmed(today=TODAY)


@given(
    st.lists(st.sampled_from(["yes", "no", "2026", "2027", "1", "6", "12", "box", "blister", "loose", "3"]), max_size=9)
)
def test_however_it_is_answered_it_reads_back_as_it_was_written(answers: list[str]) -> None:
    checklist = Checklist()
    for value in answers:
        try:
            checklist = checklist.answer(value, today=TODAY)
        except RuleError:
            continue
        assert Checklist.read(str(checklist)) == checklist
        assert Address.of("offer.checked", 10**9, checklist)
    assert not checklist.is_whole or (checklist.expiry and checklist.expiry >= TODAY and checklist.pack)


@pytest.mark.parametrize("value", ["", "x", "y-20279931-bo-y-2", "y-2027-zz-y-2", "y-20270630-bo-y-22", "a-b-c-d-e"])
def test_a_forged_checklist_is_an_old_button(value: str) -> None:
    with pytest.raises(RuleError, match="button-is-old"):
        Checklist.read(value)


@pytest.mark.parametrize(
    "said", ["阿/莫/西/林", "阿莫西🙂林", "a m o x i c i l l i n", "amoxicillin500mg", "头-孢", "A.M.O.X.I.C.I.L.L.I.N"]
)
def test_a_prescription_stays_one_however_its_letters_are_set_apart(said: str) -> None:
    assert isinstance(medicines.judge(said, LISTS), medicines.Prescription)


@pytest.mark.parametrize("said", ["阿莫西灵", "求阿莫西灵两盒", "amoxicilin", "ibuprofin please"])
def test_a_name_misspelt_is_a_medicine_whose_box_is_read(said: str) -> None:
    assert medicines.is_medicine(said, LISTS) and isinstance(medicines.judge(said, LISTS), medicines.Unknown)


@pytest.mark.parametrize(
    "said", ["借一把梯子", "维修水管", "a screwdriver", "a calendar", "三国演义", "someone to translate"]
)
def test_things_are_not_taken_for_misspelt_medicines(said: str) -> None:
    assert not medicines.is_medicine(said, LISTS)


def test_whoever_misspells_a_prescription_is_led_to_no_other_medicine() -> None:
    assert medicines.suggest("amoxilin", LISTS) == ()
