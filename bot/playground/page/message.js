/** One message: who speaks, what they answer to, what they say, and the buttons beneath. */

import { copy, nameOf, pressInline, pressKey, replyTo, reveal, tapText, votePoll } from "./acts.js";
import { h, icon } from "./dom.js";
import { formatted } from "./entities.js";
import { icons } from "./icons.js";
import { key, openSheet, state, threadOf } from "./store.js";
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
        media(message),
        words(message) ?? stamp(message),
      ),
      buttons(message, pressing),
      note && h("p", { class: "note", role: "status" }, t("no_answer")),
    ),
    tools(message),
  ];
}

// ——— who ———

export function senderOf(message) {
  if (message.sender_chat) return { id: message.sender_chat.id, name: message.sender_chat.title ?? message.sender_chat.username ?? "", bot: false };
  return { id: message.from?.id ?? 0, name: nameOf(message.from), bot: message.from?.is_bot ?? false };
}

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

function media(message) {
  if (message.photo) return picture(message.photo.at(-1));
  if (message.voice) return voice(message.voice);
  if (message.document) return thing(icons.file, message.document.file_name ?? t("document"), size(message.document.file_size));
  if (message.poll) return poll(message, message.poll);
  if (message.location) return thing(icons.pin, message.venue?.title ?? t("location"), `${message.location.latitude.toFixed(4)}, ${message.location.longitude.toFixed(4)}`);
  if (message.contact) return thing(icons.people, nameOf(message.contact), message.contact.phone_number);
  if (message.dice) return h("p", { class: "huge" }, `${message.dice.emoji} ${message.dice.value}`);
  if (message.sticker) return h("p", { class: "huge" }, message.sticker.emoji ?? t("sticker"));
  if (message.video || message.audio || message.animation || message.video_note) return thing(icons.play, t("video"), "");
  return message.text === undefined && message.caption === undefined ? h("p", { class: "forwarded" }, t("unsupported")) : null;
}

function picture(photo) {
  return h("img", { class: "photo", src: fileAddress(photo), width: photo.width, height: photo.height, alt: t("photo"), loading: "lazy", onerror: drawnInstead });
}

const fileAddress = (file) => `/play/file/${encodeURIComponent(file.file_id)}`;

/** Where the picture itself cannot be had, a quiet one of its own colours stands for it. */
function drawnInstead(event) {
  const image = event.currentTarget;
  image.onerror = null;
  const hue = [...image.src].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3" fill="hsl(${hue} 35% 78%)"/><circle cx="3" cy=".9" r=".4" fill="hsl(${hue + 40} 70% 88%)"/><path d="M0 3V2.200L1.200 1.200 2.200 2.100 2.900 1.600 4 2.500V3z" fill="hsl(${hue} 30% 48%)"/></svg>`;
  image.src = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
}

function voice({ duration }) {
  const bars = Array.from({ length: 22 }, (_, index) => h("i", { style: `height:${25 + ((index * 37 + duration * 13) % 70)}%` }));
  return h("p", { class: "voice", title: t("voice_plays") }, h("span", { class: "disc" }, icon(icons.play)), h("span", { class: "bars", "aria-hidden": "true" }, bars), h("span", { class: "length", "aria-hidden": "true" }, `${Math.floor(duration / 60)}:${String(duration % 60).padStart(2, "0")}`), h("span", { class: "sr" }, t("voice_length", { n: duration })));
}

function thing(path, title, detail) {
  return h("p", { class: "thing" }, h("span", { class: "disc" }, icon(path)), h("span", {}, h("strong", {}, title), detail && h("span", { class: "detail" }, detail)));
}

const size = (bytes) => (bytes > 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : bytes ? `${Math.ceil(bytes / 1024)} KB` : "");

function poll(message, asked) {
  const mine = state.votes.get(key(state.open, `poll${message.message_id}`)) ?? [];
  const total = Math.max(1, asked.total_voter_count);
  const about = [t(asked.type === "quiz" ? "quiz" : "poll"), t(asked.is_anonymous ? "poll_anonymous" : "poll_open"), asked.is_closed && t("poll_closed")].filter(Boolean).join(" · ");
  return h(
    "div",
    { class: "poll" },
    h("p", { class: "question" }, asked.question),
    h("p", { class: "detail" }, about),
    h("ul", {}, asked.options.map((option, index) => pollOption(message, option, index, total, mine.includes(index)))),
    h("p", { class: "detail" }, t("poll_votes", { n: asked.total_voter_count })),
  );
}

function pollOption(message, option, index, total, chosen) {
  const press = { type: "button", disabled: message.poll.is_closed, "aria-pressed": String(chosen), onclick: () => votePoll(message, index) };
  return h("li", { key: `o${index}` }, h("button", press, h("span", {}, `${chosen ? "✓ " : ""}${option.text}`), h("b", {}, option.voter_count), h("span", { class: "share", "aria-hidden": "true" }, h("i", { style: `width:${(100 * option.voter_count) / total}%` }))));
}

/** One line that stands for a message: in the list, in a quote, over the input. */
export function summary(message) {
  if (!message) return "";
  const service = serviceLine(message);
  if (service) return service;
  const kind = message.photo ? t("photo") : message.voice ? t("voice") : message.document ? (message.document.file_name ?? t("document")) : message.poll ? `${t("poll")}: ${message.poll.question}` : message.location ? t("location") : message.contact ? t("contact") : "";
  const text = (message.text ?? message.caption ?? "").replace(/\s+/g, " ").trim();
  return [kind && `[${kind}]`, text].filter(Boolean).join(" ");
}

// ——— what happened in the group ———

export function serviceLine(message) {
  const name = senderOf(message).name;
  if (message.new_chat_members) return joinedLine(message, name);
  if (message.left_chat_member) return leftLine(message, name);
  if (message.pinned_message) {
    const text = summary(message.pinned_message).slice(0, 40);
    return text ? t("pinned_by", { name, text }) : t("pinned_something", { name });
  }
  if (message.new_chat_title) return t("titled", { name, title: message.new_chat_title });
  if (message.group_chat_created || message.supergroup_chat_created) return t("created", { name });
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return t("migrated");
  if (message.forum_topic_created) return t("topic_created", { name, topic: message.forum_topic_created.name });
  if (message.forum_topic_closed) return t("topic_closed");
  if (message.forum_topic_reopened) return t("topic_reopened");
  return message.delete_chat_photo || message.new_chat_photo || message.message_auto_delete_timer_changed ? t("service") : null;
}

function joinedLine(message, who) {
  const names = message.new_chat_members.map(nameOf).join(language() === "zh" ? "、" : ", ");
  const byThemselves = message.new_chat_members.some((person) => person.id === message.from?.id);
  return byThemselves || !message.from ? t("joined", { name: names }) : t("added", { who, name: names });
}

function leftLine(message, who) {
  const name = nameOf(message.left_chat_member);
  return message.left_chat_member.id === message.from?.id ? t("left", { name }) : t("removed", { who, name });
}

// ——— buttons beneath ———

function buttons(message, pressing) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return h("div", { class: "inline-keyboard" }, rows.map((row, y) => h("div", { class: "row" }, row.map((button, x) => inlineButton(message, button, y, x, pressing)))));
}

function inlineButton(message, button, row, column, pressing) {
  const busy = pressing.includes(pressKey(state.open, message.message_id, row, column));
  return h(
    "button",
    { key: `b${row}.${column}`, type: "button", class: `inline-button${button.style ? ` ${button.style}` : ""}`, "aria-busy": busy ? "true" : null, onclick: () => pressInline(message, button, row, column) },
    h("span", {}, button.text),
    busy ? h("span", { class: "spinner", role: "img", "aria-label": t("waiting") }) : button.url ? h("span", { class: "corner", "aria-hidden": "true" }, icon(icons.window)) : null,
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
