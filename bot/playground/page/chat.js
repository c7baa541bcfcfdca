/** The opened chat: its head, what is pinned, the messages, and where to write. */

import { change, pressStart } from "./acts.js";
import { reveal } from "./links.js";
import { composerView } from "./composer.js";
import { h, icon } from "./dom.js";
import { icons } from "./icons.js";
import { avatar, messageView } from "./message.js";
import { scrolled } from "./scroll.js";
import { senderOf, summary } from "./summary.js";
import { onePane, tipsView, welcomeView } from "./tips.js";
import { chatOf, draw, key, markRead, now, openChat, openSheet, state, threadOf, topicOf } from "./store.js";
import { day, daysBefore, sameDay } from "./when.js";
import { t } from "./words.js";

const RUN = 5 * 60;

export function chatView() {
  const chat = chatOf();
  if (!chat) return [state.chats ? !onePane.matches && welcomeView() : h("p", { class: "quiet middle" }, t(state.failed ? "nobody" : "loading"))];
  return [head(chat), pinned(chat), topics(chat), messages(chat), foot(chat)];
}

// ——— head ———

function head(chat) {
  return h(
    "header",
    { key: `head${chat.id}`, class: "pane-head chat-head" },
    h("button", { type: "button", class: "round back", "aria-label": t("back"), "data-testid": "back", onclick: () => openChat(null) }, icon(icons.back)),
    avatar({ id: chat.id === "bot" ? 0 : chat.id, name: chat.title, bot: chat.id === "bot" }, "small"),
    h("div", { class: "who" }, h("h2", {}, chat.title), h("p", { class: "detail" }, about(chat))),
    h("button", { type: "button", class: "round", title: t("try"), "aria-label": t("try"), "aria-expanded": String(state.tips), onclick: toggleTips }, icon(icons.idea)),
    h("button", { type: "button", class: "round", title: t("more"), "aria-label": t("more"), "aria-haspopup": "dialog", "data-testid": "more", onclick: () => openSheet("chat") }, icon(icons.more)),
  );
}

function toggleTips() {
  state.tips = !state.tips;
  draw();
}

function about(chat) {
  const online = state.world?.bot.online;
  if (chat.id === "bot") return online === null || online === undefined || online >= 10 ? t("bot_offline") : t("bot_online");
  const bot = { administrator: "bot_admin", member: "bot_member", left: "bot_left" }[chat.bot];
  return `${t("members", { n: chat.members })} · ${t(bot)}`;
}

function pinned(chat) {
  if (!chat.pinned) return null;
  const text = chat.pinned.text ?? chat.pinned.caption ?? "";
  const line = text ? text.split("\n").find((words) => words.trim()) : summary(chat.pinned);
  return h("button", { key: "pinned", type: "button", class: "pinned", "data-testid": "pinned", onclick: () => reveal(chat.id, chat.pinned.message_id) }, icon(icons.pin), h("span", { class: "sr" }, `${t("pinned")}: `), h("span", { class: "line" }, line));
}

function topics(chat) {
  if (!chat.topics?.length) return null;
  const choose = (id) => () => {
    if (id === null) state.topics.delete(key(chat.id));
    else state.topics.set(key(chat.id), id);
    state.jumpDown = true;
    draw();
  };
  const all = [{ id: null, name: t("topic_all") }, ...chat.topics];
  return h("div", { key: "topics", class: "topics", role: "group" }, all.map(({ id, name }) => h("button", { key: `t${id}`, type: "button", class: "chip", "aria-pressed": String(topicOf() === id), onclick: choose(id) }, name)));
}

// ——— messages ———

/** Nobody but a bot has said anything here yet, and that one hardly more than hello. */
const untalked = (shown) => shown.filter(plain).length < 2 && shown.every((message) => senderOf(message).bot);

function messages(chat) {
  const thread = threadOf();
  const shown = (thread?.messages ?? []).filter((message) => !topicOf() || message.message_thread_id === topicOf());
  return h(
    "div",
    { key: `scroll${state.as}/${chat.id}`, class: "scroller", tabindex: 0, role: "region", "aria-label": `${chat.title} · ${t("messages")}`, onscroll: scrolled, onkeydown: throughMessages },
    h("p", { class: "sr" }, t("messages_hint")),
    thread?.loading && h("p", { key: "older", class: "quiet" }, t("older")),
    h("ol", { key: "messages", class: "messages" }, rows(chat, shown)),
    thread && untalked(shown) ? tipsView(chat, false) : null,
    state.tips && !untalked(shown) ? tipsView(chat, true) : null,
    !thread && h("p", { class: "quiet" }, t("loading")),
  );
}

function rows(chat, shown) {
  const result = [];
  shown.forEach((message, index) => {
    const before = shown[index - 1];
    if (!before || !sameDay(before.date, message.date)) result.push(dayLine(message.date));
    if (message.message_id === state.unreadFrom) result.push(h("li", { key: "unread", class: "unread-line" }, h("span", {}, t("unread_line"))));
    result.push(messageView(message, { first: !together(before, message), last: !together(message, shown[index + 1]), group: chat.id !== "bot" }));
  });
  return result;
}

function dayLine(unix) {
  const ago = daysBefore(unix, now());
  const name = ago === 0 ? `${t("today")} · ${day(unix)}` : ago === 1 ? `${t("yesterday")} · ${day(unix)}` : day(unix);
  return h("li", { key: `d${day(unix)}`, class: "day" }, h("span", {}, name));
}

function together(one, other) {
  if (!one || !other) return false;
  return senderOf(one).id === senderOf(other).id && other.date - one.date < RUN && sameDay(one.date, other.date) && plain(one) && plain(other);
}

const plain = (message) => ["text", "photo", "voice", "document", "poll", "location", "contact"].some((kind) => message[kind] !== undefined);

function throughMessages(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.altKey) return;
  const all = [...event.currentTarget.querySelectorAll(".message")];
  const here = all.indexOf(document.activeElement.closest(".message"));
  if (here < 0 && step > 0) return;
  event.preventDefault();
  const next = here < 0 ? all.at(-1) : all[here + step];
  if (next) next.focus();
  else if (step > 0) document.querySelector("[data-testid=composer]")?.focus();
}

// ——— foot ———

function foot(chat) {
  const parts = [pill()];
  if (chat.id === "bot" && chat.blocked) parts.push(bar(t("blocked"), t("unblock"), "unblock", () => change("block", { as: state.as, blocked: false })));
  else if (chat.id === "bot" && !chat.started && !chat.last) parts.push(bar(t("start_hint"), t("start"), "start", () => pressStart()));
  else if (chat.me === "left") parts.push(bar(t("not_member"), t("join"), "join", () => change("join", { who: state.as, chat: chat.id })));
  else parts.push(...composerView(chat));
  return h("footer", { key: "foot", class: "foot" }, parts);
}

function bar(words, button, testid, press) {
  return h("div", { key: testid, class: "start-bar" }, h("p", { class: "quiet" }, words), h("button", { type: "button", class: "action strong", "data-testid": testid, onclick: press }, button));
}

function pill() {
  if (state.atEnd !== false) return null;
  const words = state.unseen ? t("new_messages", { n: state.unseen }) : t("to_bottom");
  const down = () => {
    Object.assign(state, { unseen: 0, jumpDown: true });
    draw();
    markRead();
  };
  return h("button", { key: "pill", type: "button", class: `pill${state.unseen ? " news" : ""}`, "aria-label": words, onclick: down }, state.unseen ? words : null, icon(icons.down));
}
