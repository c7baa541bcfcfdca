/** What opens over the page: who to be, what to do with a message or a chat, the clock. */

import { addGroup, addPerson, change, changeMine, copy, nameOf, pushClock, replyTo, sendFiles, sendPhoto, sendVoice, shareInto, showCalls } from "./acts.js";
import { h, icon } from "./dom.js";
import { icons } from "./icons.js";
import { followPasted, goThrough } from "./links.js";
import { avatar } from "./message.js";
import { summary } from "./summary.js";
import { address, attempt, become, chatOf, closeSheet, draw, isAnonymous, key, now, openSheet, peopleLike, say, state } from "./store.js";
import { day, time } from "./when.js";
import { t } from "./words.js";

export function sheetView() {
  const sheet = state.sheet;
  if (!sheet) return null;
  const [title, ...content] = sheets[sheet.kind](sheet);
  return h(
    "div",
    { key: sheet.kind, class: "sheet" },
    h("header", {}, h("h2", { id: "sheet-title" }, title), h("button", { type: "button", class: "round", "aria-label": t("close"), onclick: closeSheet }, icon(icons.close))),
    content,
  );
}

/** With a mouse there is a keyboard: the search may take the focus without one rising over the list. */
const pointed = matchMedia("(hover: hover)");

const sheets = { people, invite: people, message: messageMenu, chat: chatMenu, clock, attach, calls, ask, invitation, startgroup, share };

// ——— who to be ———

function people({ kind, found = [...(state.world?.featured ?? [])], query = "" }) {
  return [
    t(kind === "invite" ? "invite" : "people"),
    h("input", { key: "search", type: "search", class: "field", autofocus: pointed.matches, placeholder: t("people_search"), "aria-label": t("people_search"), oninput: (event) => search(event.target.value), onkeydown: intoList }),
    h("ul", { class: "people-list", onkeydown: arrows }, found.map((person) => h("li", { key: `p${person.id}` }, personRow(person, kind)))),
    query && !found.length && h("p", { class: "quiet" }, t("people_none")),
    kind === "people" && h("footer", {}, action(t("new_person"), () => openSheet("ask", { title: t("new_person"), label: t("new_person_name"), done: addPerson })), h("p", { class: "quiet" }, t("another_window_hint"))),
  ];
}

function personRow(person, kind) {
  const name = nameOf(person);
  const row = [avatar({ id: person.id, name }), h("span", { class: "who" }, h("strong", {}, name), person.about && h("span", { class: "detail" }, person.about))];
  if (kind === "invite") return h("button", { type: "button", class: "person", "data-testid": `invite-${person.id}`, onclick: () => change("add", { as: state.as, who: person.id, chat: state.open }) }, row);
  return [
    h("button", { type: "button", class: "person", "data-testid": `person-${person.id}`, "aria-current": person.id === state.as ? "true" : null, onclick: () => become(person.id) }, row),
    h("a", { class: "round", href: address(person.id, null), target: "_blank", title: t("new_window", { name }), "aria-label": t("new_window", { name }) }, icon(icons.window)),
  ];
}

async function search(query) {
  const found = query ? await peopleLike(query.trim(), 60) : await peopleLike("", 60);
  if (["people", "invite"].includes(state.sheet?.kind)) Object.assign(state.sheet, { found, query });
  draw();
}

/** Opens the list at once with the featured people, and fills it with everybody. */
export function choosePerson(kind = "people") {
  openSheet(kind);
  search("");
}

function intoList(event) {
  if (event.key !== "ArrowDown" && event.key !== "Enter") return;
  const first = event.currentTarget.parentElement.querySelector(".person");
  event.preventDefault();
  if (event.key === "Enter") first?.click();
  else first?.focus();
}

/** Up and down within a list of buttons. */
export function arrows(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const choices = [...event.currentTarget.querySelectorAll("li > button, li > a.chat")];
  const next = choices[choices.indexOf(document.activeElement.closest("li > button, li > a.chat")) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

// ——— a message, a chat ———

function messageMenu({ message }) {
  const text = message.text ?? message.caption;
  return [
    t("message_menu"),
    h("p", { class: "quiet clip" }, summary(message)),
    action(t("reply"), () => replyTo(message.message_id)),
    message.mine && text !== undefined && action(t("edit"), () => changeMine(message)),
    text && action(t("copy"), () => copy(text)),
    h("h3", {}, t("tester")),
    action(t("delete"), () => change("delete", { chat: chatForTesters(), message_id: message.message_id }), "grave"),
  ];
}

/** Calls that name no acting person know the private chat by the person's id. */
const chatForTesters = () => (state.open === "bot" ? state.as : state.open);

function chatMenu() {
  const chat = chatOf();
  if (!chat) return [t("chat_menu")];
  return [chat.title, ...(chat.id === "bot" ? privateMenu(chat) : groupMenu(chat)), ...testerMenu(chat)];
}

function privateMenu(chat) {
  return [action(t(chat.blocked ? "unblock" : "block"), () => change("block", { as: state.as, blocked: !chat.blocked }), chat.blocked ? "" : "grave")];
}

function groupMenu(chat) {
  const bot = chat.bot;
  return [
    h("p", { class: "quiet" }, `${t("members", { n: chat.members })} · ${t(`bot_${bot === "administrator" ? "admin" : bot === "member" ? "member" : "left"}`)}`),
    chat.asking.length > 0 && askers(chat),
    bot === "left" ? action(t("add_bot"), () => change("add", { as: state.as, who: "bot", chat: chat.id })) : null,
    bot === "member" && action(t("bot_to_admin"), () => change("promote", { who: "bot", chat: chat.id, admin: true })),
    bot === "administrator" && action(t("bot_to_member"), () => change("promote", { who: "bot", chat: chat.id, admin: false })),
    bot !== "left" && action(t("remove_bot"), () => change("remove", { as: state.as, who: "bot", chat: chat.id }), "grave"),
    action(t("invite"), () => choosePerson("invite")),
    action(t("leave"), () => change("leave", { who: state.as, chat: chat.id }, t("left_done")), "grave"),
  ];
}

/** Who asks to come in: an admin of flesh and blood may answer as well as the bot. */
function askers(chat) {
  const answer = (person, yes) => () => change("admit", { as: state.as, who: person.id, chat: chat.id, yes });
  const row = (person) => h("li", { key: `a${person.id}` }, h("span", { class: "who" }, h("strong", {}, nameOf(person))), h("button", { type: "button", class: "action strong", "data-testid": `admit-${person.id}`, onclick: answer(person, true) }, t("admit")), h("button", { type: "button", class: "action grave", onclick: answer(person, false) }, t("turn_away")));
  return [h("h3", {}, t("asking")), h("ul", { class: "askers" }, chat.asking.map(row))];
}

function testerMenu(chat) {
  const group = chat.id !== "bot";
  const admin = chat.me === "administrator";
  return [
    h("h3", {}, t("tester")),
    group && action(t(admin ? "me_to_member" : "me_to_admin"), () => change("promote", { who: state.as, chat: chat.id, admin: !admin })),
    group && action(t(isAnonymous() ? "anonymous_off" : "anonymous_on"), toggleAnonymous),
    group && chat.type === "group" && action(t("migrate"), () => migrate(chat)),
    group && chat.topics?.length > 0 && action(t("new_topic"), () => openSheet("ask", { title: t("new_topic"), label: t("topic_name"), done: (name) => change("topic", { chat: chat.id, name }) })),
    action(t("fault_429"), () => fault({ status: 429, retry_after: 3, description: "Too Many Requests: retry after 3" })),
    action(t("fault_500"), () => fault({ status: 500, description: "Internal Server Error" })),
    action(t("fault_lost"), () => fault({ status: 502, when: "after", drop: true })),
    action(t("calls"), showCalls),
  ];
}

function toggleAnonymous() {
  const place = key(state.open);
  if (!state.anonymous.delete(place)) state.anonymous.add(place);
  closeSheet();
}

async function migrate(chat) {
  closeSheet();
  const moved = await attempt("migrate", { chat: chat.id });
  if (moved) await become(state.as, moved.chat);
}

async function fault(kind) {
  closeSheet();
  if (await attempt("fault", { method: "sendMessage", times: 1, ...kind })) say(t("fault_set"));
}

function calls({ calls: made }) {
  return [
    t("calls"),
    made.length ? null : h("p", { class: "quiet" }, t("calls_none")),
    h("ol", { class: "calls" }, made.map((call) => h("li", {}, h("strong", {}, `${call.method} `), h("span", { class: call.status === 200 ? "good" : "bad" }, call.status), h("pre", {}, JSON.stringify(call.params))))),
  ];
}

// ——— the clock, attachments, one question ———

function clock() {
  return [
    t("clock"),
    h("p", { class: "big-time" }, time(now()), h("span", { class: "detail" }, day(now()))),
    h("p", { class: "quiet" }, t("clock_hint")),
    h("div", { class: "pair" }, clockButtons("action")),
  ];
}

export function clockButtons(look) {
  const moves = [[t("plus_10m"), 600], [t("plus_1h"), 3600], [t("tomorrow"), "tomorrow"], state.world?.can?.next_alarm && [t("next_alarm"), "alarm"]];
  return moves.filter(Boolean).map(([words, move]) => h("button", { type: "button", class: look, "data-testid": `clock-${move}`, onclick: () => pushClock(move) }, words));
}

function attach() {
  const chosen = (event) => event.target.files.length && sendFiles([...event.target.files]);
  return [
    t("attach"),
    h("label", { class: "action pick" }, t("send_file"), h("input", { type: "file", class: "sr", multiple: true, "data-testid": "file-input", onchange: chosen })),
    action(t("send_photo"), () => sendPhoto()),
    action(t("send_album"), () => sendPhoto(true)),
    action(t("send_voice", { n: 5 }), () => sendVoice(5)),
    action(t("send_voice", { n: 40 }), () => sendVoice(40)),
    h("p", { class: "quiet" }, t("caption_hint")),
  ];
}

// ——— links: an invitation, where the bot comes to, where a text goes ———

function invitation({ chat, asks, me, address: link }) {
  const words = { member: t("invited_here"), asking: t("asked_to_join"), left: t(asks ? "invited_asks" : "invited") }[me];
  return [
    chat.title,
    h("p", { class: "quiet" }, `${t("members", { n: chat.members })} · ${words}`),
    me !== "asking" && action(t(me === "member" ? "open_chat" : asks ? "ask_to_join" : "join"), () => goThrough(link), "strong", "join"),
  ];
}

function startgroup({ groups, rights, address: link }) {
  const row = (group) => {
    const detail = [group.bot && t("bot_is_there"), rights.length > 0 && !group.admin && t("not_admin_there")].filter(Boolean).join(" · ");
    return h("button", { key: `g${group.id}`, type: "button", class: "person", "data-testid": `group-${group.id}`, onclick: () => goThrough(link, group.id) }, avatar({ id: group.id, name: group.title }), h("span", { class: "who" }, h("strong", {}, group.title), detail && h("span", { class: "detail" }, detail)));
  };
  return [
    t("choose_group"),
    rights.length > 0 && h("p", { class: "quiet" }, t("bot_asks_for", { rights: rights.map((right) => t(`right_${right}`)).join(t("and")) })),
    groups.length ? h("ul", { class: "people-list" }, groups.map((group) => h("li", { key: `g${group.id}` }, row(group)))) : h("p", { class: "quiet" }, t("no_groups")),
    action(t("new_group"), () => openSheet("ask", { title: t("new_group"), label: t("group_name"), done: (title) => addGroup(title, link) })),
  ];
}

function share({ text }) {
  const row = (chat) => h("button", { type: "button", class: "person", "data-testid": `share-${chat.id}`, onclick: () => shareInto(chat.id, text) }, avatar({ id: chat.id === "bot" ? 0 : chat.id, name: chat.title, bot: chat.id === "bot" }), h("span", { class: "who" }, h("strong", {}, chat.title)));
  const mine = (state.chats ?? []).filter((chat) => chat.me !== "left");
  return [t("share_where"), h("p", { class: "quiet share-text" }, text), h("ul", { class: "people-list" }, mine.map((chat) => h("li", { key: `s${chat.id}` }, row(chat))))];
}

function ask({ title, label, done, button = t("add") }) {
  const answer = (event) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get("answer").trim();
    if (text) done(text);
  };
  return [title, h("form", { onsubmit: answer }, h("label", {}, label, h("input", { class: "field", name: "answer", autocomplete: "off", autofocus: true })), h("button", { class: "action strong" }, button))];
}

export const askForLink = () => openSheet("ask", { title: t("scan"), label: t("scan_hint"), button: t("open_link"), done: followPasted });
export const askForGroup = () => openSheet("ask", { title: t("new_group"), label: t("group_name"), done: addGroup });

const action = (words, press, look = "", testid = null) => h("button", { type: "button", class: `action ${look}`, "data-testid": testid, autofocus: testid === "join", onclick: press }, words);
