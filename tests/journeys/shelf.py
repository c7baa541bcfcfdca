"""The shelf 邻里货架, told once for telephones and for hands on the page: a thing, a skill, a neighbour recommended."""

from __future__ import annotations

from handlers.matches import GOODS
from tests.journeys.winter import Anybody, Keeps, nobody_looks


def called(who: Anybody, key: str) -> str:
    return GOODS.by_key[key].name(who.lang)


def a_thing_and_a_skill_are_offered(holder: Anybody, how: str, keeps: Keeps = nobody_looks) -> None:
    """Three chargers to give away, and a hand with the wiring at weekends; nothing typed."""
    t, charger, wiring = holder.t, called(holder, "charger"), called(holder, "electrician")
    holder.opens()
    with holder.counts(f"{how}: a thing and a skill offered", taps=12, typed=0):
        holder.chooses("offer")
        holder.tap(f"📦 {t('offer-kind-thing')}")
        holder.sees(t("offer-which-thing"))
        keeps(holder, "shelf-things")
        holder.tap(charger)
        holder.tap(t("offer-amount-key", amount=3), t("offer-preview"))
        holder.sees(t("offer-preview"), t("offer-amount-is", amount=3))
        keeps(holder, "shelf-draft")
        holder.tap(t("offer-publish"), charger)
        holder.sees(t("offer-mine", state="open"), charger)
        holder.chooses("offer")
        holder.tap(f"🛠 {t('offer-kind-skill')}")
        holder.tap(wiring)
        holder.tap(t("offer-times", times="weekends"), wiring)
        holder.tap(t("offer-publish"), wiring)
    holder.sees(t("offer-mine", state="open"), wiring)
    keeps(holder, "shelf-offered")


def a_neighbour_is_recommended(friend: Anybody, able: Anybody, how: str, keeps: Keeps = nobody_looks) -> None:
    """李桂兰 says what 何婶 is good at, who is asked first and says yes."""
    t, nursing = friend.t, called(friend, "nurse")
    friend.opens()
    with friend.counts(f"{how}: a neighbour recommended", taps=4, typed=0):
        friend.chooses("recommend")
        friend.sees(t("recommend-whom"))
        keeps(friend, "shelf-recommend")
        friend.tap("何婶", t("recommend-whom"))
        friend.tap(nursing, t("recommend-what", who="何婶"))
    friend.sees(t("recommend-sent"))
    able.opens()
    asked = t("recommend-asks", by=t("who", name="李桂兰", place="3栋"))
    able.sees(asked, nursing)
    keeps(able, "shelf-recommended")
    able.tap(t("recommend-accept"), asked)
    able.sees(t("offer-mine", state="open"), nursing)
    friend.sees(t("recommend-yes"), nursing)


def it_is_found_and_given(wanter: Anybody, holder: Anybody, how: str, keeps: Keeps = nobody_looks) -> None:
    """The nearest first and never who; asked in private, a yes, a few words through the bot, thanks."""
    t, charger, nursing = wanter.t, f"📦 {called(wanter, 'charger')}", f"🛠 {called(wanter, 'nurse')}"
    who_has, who_wants = t("who", name="刘洋", place="2栋"), t("who", name="李桂兰", place="3栋")
    wanter.opens()
    with wanter.counts(f"{how}: two chargers from the shelf", taps=4, typed=0):
        wanter.chooses("shelf")
        wanter.sees(t("shelf-near", near="neighbours", place="3栋"), t("shelf-near", near="far", place="2栋"))
        keeps(wanter, "shelf-looks")
        shown = wanter.labels()
        assert shown.index(nursing) < shown.index(charger), "the nearest first"
        wanter.tap(charger)
        wanter.sees(t("want-how"))
        keeps(wanter, "shelf-closer")
        assert "刘洋" not in wanter.said(), "what and which building, never who"
        wanter.tap(t("want-so-many", amount=2), charger)
    wanter.sees(t("want-asked"), charger)
    keeps(wanter, "shelf-asked")
    holder.opens()
    asks = t("want-asks", place="3栋")
    holder.sees(asks, t("want-names-after"))
    keeps(holder, "shelf-holder")
    holder.tap(t("want-yes"), asks)
    holder.sees(t("want-connected-holder", who=who_wants))
    wanter.sees(t("want-connected-wanter", who=who_has))
    keeps(wanter, "shelf-connected")
    wanter.tap(t("want-talk"), who_has)
    holder.tap(t("relay-yes"), t("relay-asked", who=who_wants))
    holder.sees(t("relay-open", who=who_wants))
    holder.tells("放在2栋门口的架子上" if holder.lang == "zh" else "On the shelf at our door")
    wanter.sees("放在2栋" if wanter.lang == "zh" else "On the shelf at")
    wanter.tap(t("relay-done"), t("relay-open", who=who_has))
    wanter.tap(t("want-got"), who_has)
    wanter.sees(t("want-mine-got"), charger)
    holder.sees(t("want-yours-got", who=who_wants))
    keeps(holder, "shelf-thanked")
