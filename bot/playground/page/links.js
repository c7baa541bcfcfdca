/** Where links lead: the bot's own deep links and links to messages stay here, the rest opens outside. */

import { addressed, nameOf, pressStart, sayText } from "./acts.js";
import { chatOf, draw, key, loadOlder, openChat, peopleLike, say, state, threadOf, topicOf } from "./store.js";
import { t } from "./words.js";

/** Follows a link as Telegram would. */
export async function follow(address) {
  const place = telegramPlace(address);
  if (!place) return void window.open(address, "_blank", "noopener,noreferrer");
  const { domain, start, chat, message } = place;
  if (domain && domain === state.world?.bot.username?.toLowerCase()) {
    await openChat("bot");
    if (start !== null) await pressStart(start);
    return;
  }
  if (chat && chatOf(chat)) return reveal(chat, message);
  say(t("not_here", { url: address }));
}

/** What a t.me or tg: link names; null for any other address. */
export function telegramPlace(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const asked = url.searchParams;
  if (url.protocol === "tg:") {
    if (asked.has("domain")) return { domain: asked.get("domain").toLowerCase(), start: asked.get("start") };
    if (asked.has("channel")) return { chat: Number(`-100${asked.get("channel")}`), message: Number(asked.get("post")) };
    return {};
  }
  if (!/^(www\.)?(t|telegram)\.(me|dog)$/.test(url.hostname)) return null;
  const [first, ...others] = url.pathname.split("/").filter(Boolean);
  if (first === "c") return { chat: Number(`-100${others[0]}`), message: Number(others.at(-1)) };
  return { domain: first?.toLowerCase(), start: asked.get("start") };
}

/** Opens the chat and shows one message of it, fetching older ones as needed. */
export async function reveal(chat, id) {
  if (state.open !== chat) await openChat(chat);
  const there = () => threadOf(chat)?.messages.find((message) => message.message_id === id);
  for (let page = 0; page < 20 && !there() && threadOf(chat)?.more; page += 1) await loadOlder();
  const found = there();
  if (!found) return say(t("message_gone"));
  if (topicOf(chat) && found.message_thread_id !== topicOf(chat)) state.topics.delete(key(chat));
  state.reveal = id;
  draw();
}

/** A tap on something within a text: a link, a command, a name. */
export function tapText(kind, value, event) {
  if (kind === "url") {
    if (!telegramPlace(value)) return;
    event.preventDefault();
    follow(value);
  } else if (kind === "command") sayText(addressed(value));
  else if (kind === "mention" && value.toLowerCase() === state.world?.bot.username?.toLowerCase()) openChat("bot");
  else if (kind === "person") introduce(value);
}

async function introduce(user) {
  if (!state.people.has(user.id)) await peopleLike(user.id, 200);
  const person = state.people.get(user.id) ?? user;
  say(person.about ? t("person_card", { name: nameOf(person), about: person.about }) : nameOf(person));
}
