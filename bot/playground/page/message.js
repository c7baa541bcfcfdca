/** One message: who speaks, what they answer to, what they say, and the buttons beneath. */

import { copy, nameOf, pressInline, pressKey, replyTo } from "./acts.js";
import { reveal, tapText } from "./links.js";
import { h, icon } from "./dom.js";
import { formatted } from "./entities.js";
import { icons } from "./icons.js";
import { key, openSheet, state, threadOf } from "./store.js";
import { mediaView } from "./media.js";
import { senderOf, serviceLine, summary } from "./summary.js";
import { day, time } from "./when.js";
import { language, t } from "./words.js";

/** `place` says where it stands in a run of messages by one sender: {first, last, group}. */
export function messageView(message, place) {
  const chat = state.open;
  const note = state.notes.get(`${chat}/${message.message_id}`);
  const pressing = [...state.pressing].filter((press) => press.startsWith(`${chat}/${message.message_id}/`));
  const quoted = quotedOf(message);
  const service = serviceLine(message);
  const id = `m${message.message_id}`;
  const same = [state.as, chat, told(message), place.first, place.last, note?.edited, pressing, state.votes.get(key(chat, `poll${message.message_id}`)), quoted?.edit_date, language()].join("\n");
  if (document.getElementById(id)?.same === same) return h("li", { key: id, same });
  return h(
    "li",
    {
      key: id,
      id,
      same,
      class: ["message", service ? "service" : message.mine ? "mine" : "theirs", place.first && "first", place.last && "last"].filter(Boolean).join(" "),
      "data-testid": `msg-${chat}-${message.message_id}`,
      tabindex: -1,
      oncontextmenu: (event) => openMenu(event, message),
      ontouchstart: (event) => holdFor(event, message),
      ontouchend: letGo,
      ontouchmove: letGo,
      onkeydown: (event) => keyOn(event, message),
    },
    service ? h("p", {}, service) : spokenView(message, place, { note, pressing, quoted }),
  );
}

/** A message in full as one string, to see whether it changed; written once per fetched message. */
function told(message) {
  if (!written.has(message)) written.set(message, JSON.stringify(message));
  return written.get(message);
}

const written = new WeakMap();

function spokenView(message, place, { note, pressing, quoted }) {
  const sender = senderOf(message);
  return [
    place.group && !message.mine && (place.last ? avatar(sender) : h("span", { class: "avatar-space" })),
    h(
      "div",
      { class: "stack" },
      h(
        "div",
        { class: `bubble${message.photo ? " has-photo" : ""}` },
        message.mine && !message.sender_chat ? h("span", { class: "sr" }, `${t("you")}: `) : nameLine(sender, place),
        message.forward_origin && h("p", { class: "forwarded" }, t("forwarded", { name: originName(message.forward_origin) })),
        message.reply_to_message && quote(message.reply_to_message, quoted),
        mediaView(message),
        words(message) ?? stamp(message),
      ),
      buttons(message, pressing),
      note && h("p", { class: "note", role: "status" }, t("no_answer")),
    ),
    tools(message),
  ];
}

// ——— who ———

export const colour = (id) => `hue${Math.abs(Number(id) * 7 + Math.floor(Math.abs(Number(id)) / 8)) % 8}`;

export function avatar({ id, name, bot }, size = "") {
  return h("span", { class: `avatar ${bot ? "seal" : colour(id)} ${size}`, "aria-hidden": "true" }, bot ? "邻" : ([...name.trim()][0] ?? "·"));
}

function nameLine(sender, place) {
  const shown = place.group && place.first;
  return h("p", { class: shown ? `name ${colour(sender.id)}` : "sr" }, h("bdi", {}, sender.name), sender.bot && shown && h("span", { class: "tag" }, t("bot")), shown ? null : ": ");
}

const originName = (origin) => origin.sender_user_name ?? origin.sender_chat?.title ?? origin.chat?.title ?? nameOf(origin.sender_user);

// ——— what ———

/** The replied-to message as it stands now, if it is loaded. */
const quotedOf = (message) => message.reply_to_message && threadOf()?.messages.find((other) => other.message_id === message.reply_to_message.message_id);

function quote(then, current) {
  const shown = current ?? then;
  const sender = senderOf(shown);
  return h(
    "button",
    { class: `quote ${colour(sender.id)}`, type: "button", onclick: () => reveal(state.open, then.message_id) },
    h("span", { class: "name" }, shown.mine ? t("you") : sender.name),
    h("span", { class: "line" }, summary(shown)),
  );
}

function words(message) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  return h("div", { class: "text" }, formatted(text, message.entities ?? message.caption_entities, tapText), stamp(message));
}

function stamp(message) {
  return h(
    "span",
    { class: "stamp" },
    message.edit_date && h("span", {}, `${t("edited")} `),
    h("time", { title: `${day(message.date)} ${time(message.date)}` }, time(message.date)),
  );
}

// ——— buttons beneath ———

function buttons(message, pressing) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return h("div", { class: "inline-keyboard" }, rows.map((row, y) => h("div", { class: `row${row.length > 3 ? " many" : ""}` }, row.map((button, x) => inlineButton(message, button, y, x, pressing)))));
}

function inlineButton(message, button, row, column, pressing) {
  const busy = pressing.includes(pressKey(state.open, message.message_id, row, column));
  return h(
    "button",
    { key: `b${row}.${column}`, type: "button", class: `inline-button${button.style ? ` ${button.style}` : ""}`, "aria-busy": busy ? "true" : null, onclick: () => pressInline(message, button, row, column) },
    h("span", {}, button.text),
    busy ? h("span", { class: "spinner", role: "img", "aria-label": t("waiting") }) : button.url || button.copy_text ? h("span", { class: "corner", "aria-hidden": "true" }, icon(button.url ? icons.window : icons.copy)) : null,
  );
}

// ——— what I can do with it ———

function tools(message) {
  return h(
    "span",
    { class: "tools" },
    h("button", { type: "button", tabindex: -1, title: t("reply"), "aria-label": t("reply"), onclick: () => replyTo(message.message_id) }, icon(icons.reply)),
    h("button", { type: "button", tabindex: -1, title: t("more"), "aria-label": t("message_menu"), onclick: () => openSheet("message", { message }) }, icon(icons.more)),
  );
}

function openMenu(event, message) {
  if (event.target.closest("a, button") || getSelection()?.toString()) return;
  event.preventDefault();
  openSheet("message", { message });
}

function holdFor(event, message) {
  letGo();
  if (event.target.closest("a, button")) return;
  holdFor.timer = setTimeout(() => openSheet("message", { message }), 550);
}

function letGo() {
  clearTimeout(holdFor.timer);
}

function keyOn(event, message) {
  if (event.target !== event.currentTarget) return;
  if (event.key === "Enter") openSheet("message", { message });
  else if (event.key === "r" || event.key === "R") replyTo(message.message_id);
  else if ((event.ctrlKey || event.metaKey) && event.key === "c" && !getSelection()?.toString()) copy(message.text ?? message.caption ?? "");
  else return;
  event.preventDefault();
}
