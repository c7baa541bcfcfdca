/** The strip over everything: who I am, the people one click away, the clock, language and light. */

import { nameOf } from "./acts.js";
import { h, icon } from "./dom.js";
import { icons } from "./icons.js";
import { avatar } from "./message.js";
import { choosePerson, clockButtons } from "./sheets.js";
import { address, become, draw, now, openSheet, state } from "./store.js";
import { day, time } from "./when.js";
import { language, speak, t } from "./words.js";

export function stripView() {
  return h("div", { class: "strip-in" }, whoAmI(), chips(), clock(), languageButton(), lightButton());
}

function whoAmI() {
  const me = state.me;
  const name = me ? nameOf(me) : "…";
  return h(
    "button",
    { key: "whoami", type: "button", class: "whoami", "data-testid": "whoami", "aria-label": t("whoami", { name }), "aria-haspopup": "dialog", onclick: () => choosePerson() },
    me && avatar({ id: me.id, name }, "small"),
    h("span", { class: "who" }, h("strong", {}, name), me?.about && h("span", { class: "detail" }, me.about)),
    icon(icons.down),
  );
}

/** Featured people as links: a click switches here, a middle click opens another window as that person. */
function chips() {
  const listed = state.sheet?.kind === "people";
  return h(
    "ul",
    { key: "chips", class: "chips", "aria-label": t("people") },
    (state.world?.featured ?? []).map((person) => h("li", { key: `c${person.id}` }, chip(person, listed))),
  );
}

function chip(person, listed) {
  const name = nameOf(person);
  const here = (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    become(person.id);
  };
  return h("a", { class: "chip", href: address(person.id, null), title: person.about, "aria-current": person.id === state.as ? "true" : null, "data-testid": listed ? null : `person-${person.id}`, onclick: here }, avatar({ id: person.id, name }, "tiny"), h("span", {}, name));
}

function clock() {
  const when = `${day(now())} ${time(now())}`;
  return h(
    "div",
    { key: "clock", class: "clock-group", role: "group", "aria-label": t("clock") },
    h("button", { type: "button", class: "clock", "data-testid": "clock", "aria-label": t("clock_label", { when }), "aria-haspopup": "dialog", onclick: () => openSheet("clock") }, icon(icons.clock), h("span", { class: "both" }, h("span", { class: "hour" }, time(now())), h("span", { class: "date" }, day(now())))),
    state.sheet?.kind === "clock" ? null : h("span", { class: "quick" }, clockButtons("tiny-button")),
  );
}

function languageButton() {
  const other = language() === "zh" ? "en" : "zh";
  const change = () => {
    speak(other);
    history.replaceState({}, "", address());
    draw();
  };
  return h("button", { key: "lang", type: "button", class: "tiny-button", lang: other, "data-testid": "lang", onclick: change }, other === "en" ? "EN" : "中");
}

function lightButton() {
  const dark = isDark();
  const change = () => {
    localStorage.setItem("light", dark ? "light" : "dark");
    document.documentElement.dataset.light = dark ? "light" : "dark";
    draw();
  };
  return h("button", { key: "light", type: "button", class: "tiny-button round", "data-testid": "light", title: t(dark ? "light" : "dark"), "aria-label": t(dark ? "light" : "dark"), onclick: change }, icon(dark ? icons.sun : icons.moon));
}

const isDark = () => document.documentElement.dataset.light === "dark";
