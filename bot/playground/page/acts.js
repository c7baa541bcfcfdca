/** What I do as a person: write, reply, change, press, follow a link, move the clock. */

import { read } from "./api.js";
import { follow } from "./links.js";
import { attempt, become, chatOf, closeSheet, draft, draw, isAnonymous, key, loadChats, loadThread, loadWorld, now, openChat, openSheet, say, setClock, state, threadOf, topicOf } from "./store.js";
import { day, time, tomorrowAt } from "./when.js";
import { t } from "./words.js";

// ——— writing ———

/** Sends the draft; the text comes back into the input where it could not be sent. */
export async function sendDraft() {
  const { as, open: chat } = state;
  const writing = draft();
  const text = writing.text.trim();
  if (!text) return;
  const { reply, edit } = writing;
  const warning = edit || reply ? null : unheard(text);
  state.drafts.set(key(chat), { text: "", reply: null, edit: null });
  draw();
  const sent = edit
    ? await attempt("edit", { as, chat, message_id: edit, text }, t("not_sent"))
    : await attempt("say", { ...spoken(reply), text }, t("not_sent"));
  if (sent && warning) say(warning, 8);
  if (!sent && state.as === as && !draft(chat).text) state.drafts.set(key(chat), { text: writing.text, reply, edit });
  await settleAfterSending();
  return Boolean(sent);
}

/** Says a ready text: a button of the bottom keyboard, a command. */
export async function sayText(text) {
  const { as, open: chat } = state;
  const { reply } = draft();
  draft().reply = null;
  if (chatOf()?.keyboard?.one_time_keyboard) state.keyboardHidden.add(key(chat));
  if (chat === "bot" && text === "/start") await attempt("start", { as }, t("not_sent"));
  else await attempt("say", { ...spoken(reply), text }, t("not_sent"));
  await settleAfterSending();
}

/** A command as a messenger sends it from its menu: with the bot's name where a plain member hears no other. */
export function addressed(command, chat = chatOf()) {
  const deaf = chat && chat.id !== "bot" && chat.bot === "member";
  return deaf && !command.includes("@") ? command.replace(/^\/\w+/, `$&@${state.world.bot.username}`) : command;
}

/** A bare command reaches a bot that is a plain member only if the bot spoke last; the words for when it will not. */
function unheard(text) {
  const command = text.match(/^\/\w+(?=\s|$)/)?.[0];
  if (!command || addressed(command) === command || threadOf()?.messages.at(-1)?.from?.is_bot) return null;
  return t("unheard", { command: addressed(command) });
}

export async function sendPhoto(album = false) {
  const writing = draft();
  const caption = writing.text.trim();
  Object.assign(writing, { text: "" });
  closeSheet();
  const more = album ? { album: 3 } : {};
  const sent = await attempt("photo", { ...spoken(writing.reply), ...more, ...(caption ? { caption } : {}) }, t("not_sent"));
  if (sent) writing.reply = null;
  else writing.text = caption;
  await settleAfterSending();
}

/** Sends files from this computer, one message each; what is written becomes the caption of the first. */
export async function sendFiles(files) {
  const writing = draft();
  const about = spoken(writing.reply);
  let caption = writing.text.trim();
  writing.text = "";
  closeSheet();
  for (const file of files) {
    const sent = await attempt("document", { ...about, name: file.name, mime: file.type, content: await inBase64(file), ...(caption ? { caption } : {}) }, t("not_sent"));
    if (!sent) break;
    writing.reply = null;
    caption = "";
  }
  writing.text ||= caption;
  await settleAfterSending();
}

async function inBase64(file) {
  const address = await new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
  return address.slice(address.indexOf(",") + 1);
}

/** Says a shared text in one of my chats, as my own message. */
export async function shareInto(chat, text) {
  closeSheet();
  await openChat(chat);
  await attempt("say", { as: state.as, chat, text }, t("not_sent"));
  await settleAfterSending();
}

export async function sendVoice(seconds = 5) {
  const writing = draft();
  closeSheet();
  if (await attempt("voice", { ...spoken(writing.reply), seconds }, t("not_sent"))) writing.reply = null;
  await settleAfterSending();
}

function spoken(reply) {
  const about = { as: state.as, chat: state.open };
  if (reply) about.reply_to = reply;
  if (topicOf()) about.thread = topicOf();
  if (isAnonymous()) about.anonymous = true;
  return about;
}

async function settleAfterSending() {
  state.unseen = 0;
  state.unreadFrom = null;
  state.jumpDown = true;
  draw();
  await Promise.all([loadThread(), loadChats()]);
}

export async function pressStart(payload) {
  await attempt("start", { as: state.as, ...(payload ? { payload } : {}) });
  await settleAfterSending();
}

export function replyTo(id) {
  Object.assign(draft(), { reply: id, edit: null });
  state.sheet = null;
  state.focusComposer = true;
  draw();
}

export function changeMine(message) {
  Object.assign(draft(), { reply: null, edit: message.message_id, text: message.text ?? message.caption ?? "" });
  Object.assign(state, { sheet: null, focusComposer: true });
  draw();
}

export function dropReplyOrEdit() {
  const writing = draft();
  if (writing.edit) writing.text = "";
  Object.assign(writing, { reply: null, edit: null });
  state.focusComposer = true;
  draw();
}

// ——— pressing ———

export const pressKey = (chat, message, row, column) => `${chat}/${message}/${row}/${column}`;

export async function pressInline(message, button, row, column) {
  if (button.callback_data !== undefined) return pressCallback(message, button, pressKey(state.open, message.message_id, row, column));
  if (button.url) return follow(button.url);
  if (button.copy_text) return copy(button.copy_text.text);
  say(t("not_in_playground"));
}

async function pressCallback(message, button, place) {
  const { as, open: chat } = state;
  if (state.pressing.has(place)) return;
  const note = `${chat}/${message.message_id}`;
  state.notes.delete(note);
  state.pressing.add(place);
  draw();
  const result = await attempt("press", { as, chat, message_id: message.message_id, data: button.callback_data });
  state.pressing.delete(place);
  if (result && state.as === as) answered(result.answer, note, message);
  draw();
}

function answered(answer, note, message) {
  if (!answer) state.notes.set(note, { edited: message.edit_date ?? 0 });
  else if (answer.url) follow(answer.url);
  else if (answer.text && answer.show_alert) state.alert = answer.text;
  else if (answer.text) say(answer.text);
}

/** Answers a native poll; where several answers are allowed, a press adds or takes back one. */
export async function votePoll(message, index) {
  const place = key(state.open, `poll${message.message_id}`);
  const before = state.votes.get(place) ?? [];
  const taken = before.includes(index);
  const options = taken ? before.filter((other) => other !== index) : message.poll.allows_multiple_answers ? [...before, index] : [index];
  if (!(await attempt("vote", { as: state.as, chat: state.open, message_id: message.message_id, options }))) return;
  state.votes.set(place, options);
  await loadThread();
}

export async function copy(text) {
  const copied = (await navigator.clipboard?.writeText(text).then(() => true, () => false)) ?? false;
  closeSheet();
  say(copied ? t("copied") : t("copy_by_hand", { text }), copied ? 5 : 20);
}

// ——— the chat and the clock ———

/** Acts on the chat and fetches what changed. */
export async function change(path, body, words) {
  closeSheet();
  const done = await attempt(path, body);
  if (done && words) say(words);
  await Promise.all([loadChats(), loadThread()]);
  return done;
}

export async function pushClock(move) {
  const body = move === "tomorrow" ? { to: tomorrowAt(now(), 8) } : move === "alarm" ? { to: "alarm" } : { seconds: move };
  const moved = await attempt("clock", body);
  if (!moved) return;
  setClock(moved.now);
  say(t("clock_moved", { when: `${day(moved.now)} ${time(moved.now)}` }), 4);
  await Promise.all([loadWorld(), loadChats(), loadThread()]);
}

export async function addPerson(name) {
  const made = await attempt("person", { first_name: name });
  if (!made) return;
  state.people.set(made.person.id, made.person);
  await become(made.person.id);
}

/** A group of my own; `link` brings the bot to it at once. */
export async function addGroup(title, link = null) {
  const made = await attempt("group", { title, members: [], admins: [state.as], bot: null });
  closeSheet();
  if (!made) return;
  await loadChats();
  await openChat(made.chat.id);
  if (link) await attempt("open", { as: state.as, link, chat: made.chat.id });
  say(t(link ? "group_with_bot" : "group_created"));
}

export async function showCalls() {
  const answer = await read("calls", { since: 0 }).catch(() => ({ calls: [] }));
  openSheet("calls", { calls: answer.calls.slice(-40).reverse() });
}

/** The whole name, the family name first where it is written in Chinese. */
export function nameOf(person) {
  const { first_name: first = "", last_name: last = "" } = person ?? {};
  if (/\p{Script=Han}/u.test(first) && /\p{Script=Han}/u.test(last)) return last + first;
  return [first, last].filter(Boolean).join(" ") || t("deleted_account");
}
