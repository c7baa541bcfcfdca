/** Where links lead: the bot's own deep links and links to messages stay here, the rest opens outside. */

import { addressed, nameOf, pressStart, sayText } from "./acts.js";
import { read, Refusal } from "./api.js";
import { attempt, chatOf, closeSheet, draw, key, loadChats, loadOlder, openChat, openSheet, peopleLike, say, state, threadOf, topicOf } from "./store.js";
import { t } from "./words.js";

/** Follows a link as Telegram would. */
export async function follow(address) {
  const place = telegramPlace(address);
  if (!place) return void window.open(address, "_blank", "noopener,noreferrer");
  const { domain, start, chat, message, invitation, group, share } = place;
  if (share !== undefined) return openSheet("share", { text: share });
  if (invitation || (group && isBot(domain))) return askFirst(address);
  if (isBot(domain)) {
    await openChat("bot");
    if (start !== null) await pressStart(start);
    return;
  }
  if (chat && chatOf(chat)) return reveal(chat, message);
  say(t("not_here", { url: address }));
}

const isBot = (domain) => Boolean(domain) && domain === state.world?.bot.username?.toLowerCase();

/** Shows which group a link leads to, or which ones the bot may come to, before anything happens. */
async function askFirst(address) {
  try {
    const led = await read("link", { as: state.as, link: address });
    openSheet(led.kind, { ...led, address });
  } catch (error) {
    say(error instanceof Refusal ? t("refused", { why: error.message }) : t("not_done"));
  }
}

/** What was asked first is done; `chat` is the group a bot is brought to. */
export async function goThrough(address, chat) {
  closeSheet();
  const done = await attempt("open", { as: state.as, link: address, ...(chat ? { chat } : {}) });
  if (!done) return;
  await loadChats();
  if (done.kind === "asked") return say(t("asked_to_join"));
  if (chatOf(done.chat)) await openChat(done.chat);
}

/** A link that was pasted or scanned: only one that leads somewhere here. */
export async function followPasted(text) {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  const place = telegramPlace(address);
  if (!place) return say(t("not_here", { url: text }));
  closeSheet();
  await follow(address);
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
    if (asked.has("invite")) return { invitation: asked.get("invite") };
    if (/^(\/\/)?msg_url/.test(url.host + url.pathname)) return { share: shared(asked) };
    if (asked.has("domain")) return { domain: asked.get("domain").toLowerCase(), start: asked.get("start"), group: asked.has("startgroup") };
    if (asked.has("channel")) return { chat: Number(`-100${asked.get("channel")}`), message: Number(asked.get("post")) };
    return {};
  }
  if (!/^(www\.)?(t|telegram)\.(me|dog)$/.test(url.hostname)) return null;
  const [first, ...others] = url.pathname.split("/").filter(Boolean);
  if (first === "c") return { chat: Number(`-100${others[0]}`), message: Number(others.at(-1)) };
  if (first?.startsWith("+") || first === "joinchat") return { invitation: first === "joinchat" ? others[0] : first.slice(1) };
  if (first === "share") return { share: shared(asked) };
  return { domain: first?.toLowerCase(), start: asked.get("start"), group: asked.has("startgroup") };
}

/** As Telegram puts it into the message: the address, then the words. */
const shared = (asked) => [asked.get("url"), asked.get("text")].filter(Boolean).join("\n");

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
