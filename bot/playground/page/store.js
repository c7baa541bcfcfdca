/** What the page knows, and how it learns more: the person I am, their chats, the open chat's messages, the clock. */

import { act, Away, listen, oneAtATime, read, Refusal } from "./api.js";
import { language, speak, t } from "./words.js";
import { useZone } from "./when.js";

const PAGE = 50;

export const state = {
  as: null,
  me: null,
  world: null,
  clockAhead: 0,
  people: new Map(),
  chats: null,
  open: null,
  threads: new Map(),
  topics: new Map(),
  drafts: new Map(),
  unreadFrom: null,
  unseen: 0,
  pressing: new Set(),
  notes: new Map(),
  prompted: new Set(),
  votes: new Map(),
  keyboardHidden: new Set(),
  anonymous: new Set(),
  connected: true,
  sheet: null,
  toast: "",
  alert: null,
  tips: false,
  failed: false,
};

let redraw = () => {};
let drawing = false;
let stopListening = () => {};
let hushed;
const watchers = { spoken: () => {}, opened: () => {} };

export const onDraw = (work) => (redraw = work);
/** `spoken(message)` for each message that arrives in the open chat; `opened(chat)` once its messages are there. */
export const onEvents = (events) => Object.assign(watchers, events);

/** Asks for one redraw, however often it is called before that. */
export function draw() {
  if (drawing) return;
  drawing = true;
  queueMicrotask(() => {
    drawing = false;
    redraw();
  });
}

export const now = () => Date.now() / 1000 + state.clockAhead;
export const chatOf = (id = state.open) => state.chats?.find((chat) => chat.id === id) ?? null;
export const threadOf = (id = state.open) => state.threads.get(key(id)) ?? null;
export const topicOf = (id = state.open) => state.topics.get(key(id)) ?? null;
export const isAnonymous = (id = state.open) => state.anonymous.has(key(id));
export const key = (chat, more = "") => `${state.as}/${chat}/${more}`;

/** What is being written in a chat: text, and the message it replies to or changes. */
export function draft(id = state.open) {
  if (!state.drafts.has(key(id))) state.drafts.set(key(id), { text: "", reply: null, edit: null });
  return state.drafts.get(key(id));
}

// ——— who I am and where ———

export async function begin() {
  const asked = new URLSearchParams(location.search);
  speak(asked.get("lang") ?? (navigator.language.startsWith("zh") ? "zh" : "en"));
  await loadWorld();
  const first = (await peopleLike("", 60))[0];
  const as = Number(asked.get("as")) || state.world?.featured[0]?.id || first?.id;
  if (!as) return fail();
  await become(as, chatId(asked.get("chat")), { replace: true });
}

function fail() {
  state.failed = true;
  draw();
  setTimeout(() => begin().catch(fail), 3000);
}

/** Switches the person this window is; stays in the open chat where that person is a member, or in the one tapped meanwhile. */
export async function become(as, chat = state.open, { replace = false, silent = false } = {}) {
  stopListening();
  Object.assign(state, { as, me: state.people.get(as) ?? null, chats: null, open: null, sheet: null, failed: false, notes: new Map() });
  if (!silent) history[replace ? "replaceState" : "pushState"]({}, "", address(as, chat));
  draw();
  stopListening = listen(as, { heard, opened: caughtUp, lost });
  await Promise.all([loadChats(), state.me ?? findMe(as)]);
  if (state.as !== as || state.open !== null) return;
  await openChat(chatOf(chat) ? chat : null, { replace: true });
}

async function findMe(as) {
  const found = await read("people", { q: as, limit: 200 }).catch(() => ({ people: [] }));
  remember(found.people);
  if (state.as === as) state.me = state.people.get(as) ?? { id: as, first_name: String(as) };
  draw();
}

export async function openChat(id, { replace = false, silent = false } = {}) {
  Object.assign(state, { open: id, unseen: 0, unreadFrom: null, tips: false });
  if (!silent) history[replace ? "replaceState" : "pushState"]({}, "", address());
  if (id === null) return draw();
  const unread = chatOf(id)?.unread ?? 0;
  await loadThread();
  if (state.open !== id) return;
  const messages = threadOf(id)?.messages ?? [];
  if (unread > 0 && unread < messages.length) state.unreadFrom = messages[messages.length - unread].message_id;
  watchers.opened(id);
  draw();
  markRead();
}

/** Where this window is, for reloading, going back, and handing to another window. */
export function address(as = state.as, chat = state.open) {
  const place = new URLSearchParams({ as, lang: language() });
  if (chat !== null) place.set("chat", chat);
  return `?${place}`;
}

export async function goWhereTheAddressSays() {
  const asked = new URLSearchParams(location.search);
  const as = Number(asked.get("as")) || state.as;
  speak(asked.get("lang") ?? language());
  if (as !== state.as) await become(as, chatId(asked.get("chat")), { silent: true });
  else await openChat(chatOf(chatId(asked.get("chat"))) ? chatId(asked.get("chat")) : null, { silent: true });
}

const chatId = (text) => (text === null || text === "bot" ? text : Number(text));

// ——— learning what is new ———

function heard(event) {
  if (event.kind === "clock") setClock(event.now);
  if (event.kind === "bot" && state.world) state.world.bot.online = event.online;
  if (event.kind === "chat" || event.kind === "chats") loadChats();
  if (event.kind === "chat" && String(event.chat) === String(state.open)) loadThread();
  draw();
}

function caughtUp() {
  clearTimeout(hushed);
  state.connected = true;
  draw();
  refresh();
}

/** A short break is not worth a word; the stream reconnects by itself. */
function lost() {
  clearTimeout(hushed);
  hushed = setTimeout(() => {
    state.connected = false;
    draw();
  }, 1200);
}

export const refresh = () => Promise.all([loadWorld(), loadChats(), loadThread()]);

/** Six windows of one browser share six connections: a hidden window gives its stream back. */
export function rest(hidden) {
  clearTimeout(rest.timer);
  if (!state.as) return;
  if (hidden) rest.timer = setTimeout(() => { stopListening(); rest.resting = true; }, 20_000);
  else if (rest.resting) {
    rest.resting = false;
    stopListening = listen(state.as, { heard, opened: caughtUp, lost });
    refresh();
  }
  if (!hidden) markRead();
}

export async function loadWorld() {
  try {
    state.world = await read("world");
  } catch {
    return;
  }
  useZone(state.world.zone);
  setClock(state.world.now);
  remember(state.world.featured);
}

export function setClock(unix) {
  state.clockAhead = unix - Date.now() / 1000;
}

export async function peopleLike(q, limit = 40) {
  const { people } = await read("people", { q, limit }).catch(() => ({ people: [] }));
  remember(people);
  return people;
}

const remember = (people) => people.forEach((person) => state.people.set(person.id, person));

export const loadChats = oneAtATime(async () => {
  const as = state.as;
  const answer = await read("chats", { as }).catch(() => null);
  if (!answer || state.as !== as) return;
  showNewKeyboards(answer.chats);
  state.chats = answer.chats;
  if (state.open !== null && !chatOf()) state.open = null;
  offerPrompt();
  markRead();
  draw();
});

/** A keyboard folded away, by me or by being for one use only, comes back when the bot sends another. */
function showNewKeyboards(chats) {
  for (const chat of state.chats ? chats : []) {
    if (JSON.stringify(chat.keyboard) !== JSON.stringify(chatOf(chat.id)?.keyboard)) state.keyboardHidden.delete(key(chat.id));
  }
}

export const loadThread = oneAtATime(async () => {
  const { as, open: chat } = state;
  if (chat === null) return;
  const known = threadOf(chat);
  const answer = await read("messages", { as, chat, limit: Math.min(200, Math.max(PAGE, (known?.messages.length ?? 0) + 10)) }).catch(() => null);
  if (!answer || state.as !== as) return;
  state.threads.set(key(chat), joined(known, answer));
  if (known && state.open === chat) tell(known.messages.at(-1)?.message_id ?? 0, answer.messages);
  clearNotes(chat, answer.messages);
  offerPrompt();
  draw();
});

/** The newest page, behind the older ones fetched before. */
function joined(known, { messages, more }) {
  const first = messages[0]?.message_id ?? 0;
  const older = messages.length ? (known?.messages ?? []).filter((message) => message.message_id < first) : [];
  return { messages: [...older, ...messages], more: older.length ? known.more : more, loading: false };
}

function tell(last, messages) {
  const arrived = messages.filter((message) => message.message_id > last && !message.mine);
  if (state.atEnd === false) state.unseen += arrived.length;
  arrived.forEach((message) => watchers.spoken(message));
}

/** A quiet "no answer yet" goes away once its card has changed. */
function clearNotes(chat, messages) {
  for (const message of messages) {
    const note = state.notes.get(`${chat}/${message.message_id}`);
    if (note && note.edited !== (message.edit_date ?? 0)) state.notes.delete(`${chat}/${message.message_id}`);
  }
}

export async function loadOlder() {
  const { as, open: chat } = state;
  const thread = threadOf();
  if (!thread?.more || thread.loading) return;
  thread.loading = true;
  draw();
  const answer = await read("messages", { as, chat, before: thread.messages[0]?.message_id, limit: PAGE }).catch(() => null);
  const latest = state.threads.get(`${as}/${chat}/`);
  if (!answer || !latest) return void (thread.loading = false);
  const first = latest.messages[0]?.message_id ?? Infinity;
  latest.messages = [...answer.messages.filter((message) => message.message_id < first), ...latest.messages];
  Object.assign(latest, { more: answer.more, loading: false });
  draw();
}

export async function markRead() {
  const chat = chatOf();
  if (!chat?.unread || document.hidden) return;
  chat.unread = 0;
  await act("read", { as: state.as, chat: chat.id }).catch(() => {});
}

/** A force_reply shown to me becomes the reply I am writing, once. */
function offerPrompt() {
  const chat = chatOf();
  const thread = threadOf();
  if (!chat?.keyboard?.force_reply || !thread) return;
  const prompt = thread.messages.find((message) => message.message_id === chat.keyboard.message_id) ?? thread.messages.findLast((message) => !message.mine && message.from?.is_bot);
  if (!prompt || state.prompted.has(key(chat.id, prompt.message_id))) return;
  state.prompted.add(key(chat.id, prompt.message_id));
  draft(chat.id).reply = prompt.message_id;
  watchers.prompted?.();
}

// ——— acting ———

/** Acts and shows a refusal as a toast; answers null where it failed. */
export async function attempt(path, body, absent = t("not_done")) {
  state.toast = "";
  try {
    return await act(path, body);
  } catch (error) {
    if (error instanceof Refusal) say(t("refused", { why: error.message }));
    else if (error instanceof Away) say(absent);
    else throw error;
    return null;
  }
}

export function say(words, seconds = 5) {
  clearTimeout(say.timer);
  state.toast = words;
  say.timer = setTimeout(() => {
    state.toast = "";
    draw();
  }, Math.max(seconds, words.length / 8) * 1000);
  draw();
}

export function openSheet(kind, detail = {}) {
  state.sheet = { kind, ...detail };
  draw();
}

export function closeSheet() {
  state.sheet = null;
  draw();
}
