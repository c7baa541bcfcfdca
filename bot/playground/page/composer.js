/** Where one writes: the input, what it replies to, the commands, and the bottom keyboard's big buttons. */

import { addressed, changeMine, dropReplyOrEdit, sayText, sendDraft } from "./acts.js";
import { h, icon } from "./dom.js";
import { icons } from "./icons.js";
import { senderOf, summary } from "./summary.js";
import { draft, draw, isAnonymous, key, openSheet, state, threadOf } from "./store.js";
import { t } from "./words.js";

export function composerView(chat) {
  return [suggestions(chat), about(), writing(chat), keyboard(chat)];
}

// ——— the message replied to or changed ———

function about() {
  const { reply, edit } = draft();
  const message = threadOf()?.messages.find((other) => other.message_id === (edit ?? reply));
  if (!message) return null;
  const title = edit ? t("editing") : t("replying", { name: message.mine ? t("you") : senderOf(message).name });
  return h("div", { key: "about", class: "about", "data-testid": "about" }, icon(edit ? icons.edit : icons.reply), h("p", {}, h("strong", {}, title), h("span", { class: "line" }, summary(message))), h("button", { type: "button", class: "round", "aria-label": t("close"), onclick: dropReplyOrEdit }, icon(icons.close)));
}

// ——— the input ———

function writing(chat) {
  const { text, edit } = draft();
  const send = (event) => {
    event?.preventDefault();
    sendDraft();
    input()?.focus();
  };
  return h(
    "form",
    { key: `writing${key(chat.id)}`, class: "writing", onsubmit: send },
    h("button", { key: "attach", type: "button", class: "round", title: t("attach"), "aria-label": t("attach"), "data-testid": "attach", "aria-haspopup": "dialog", onclick: () => openSheet("attach") }, icon(icons.clip)),
    h("textarea", { key: "input", rows: 1, "data-testid": "composer", "aria-label": t("write_label"), placeholder: placeholder(chat, edit), oninput: typed, onkeydown: (event) => keyed(event, chat, send), role: suggested(chat).length ? "combobox" : null, "aria-expanded": suggested(chat).length ? "true" : null, "aria-controls": suggested(chat).length ? "commands" : null, "aria-activedescendant": suggested(chat).length && state.suggestion >= 0 ? `command${state.suggestion}` : null }, text),
    text ? null : h("button", { key: "slash", type: "button", class: "round slash", title: t("commands"), "aria-label": t("commands"), "aria-expanded": String(Boolean(state.commandsOpen)), "data-testid": "commands", onclick: toggleCommands }, icon(icons.slash)),
    chat.keyboard?.keyboard && h("button", { key: "keys", type: "button", class: "round", title: t("keyboard"), "aria-label": t("keyboard"), "aria-pressed": String(!state.keyboardHidden.has(key(chat.id))), onclick: () => toggleKeyboard(chat) }, icon(icons.keys)),
    h("button", { key: "send", class: "round send", "aria-label": t(edit ? "save" : "send"), title: t(edit ? "save" : "send"), "data-testid": "send", "aria-disabled": text.trim() ? null : "true" }, icon(edit ? icons.check : icons.send)),
  );
}

function placeholder(chat, edit) {
  if (edit) return t("write_edit");
  if (isAnonymous()) return t("write_anonymous");
  return chat.keyboard?.input_field_placeholder || t("write");
}

const input = () => document.querySelector("[data-testid=composer]");

function typed(event) {
  draft().text = event.target.value;
  state.suggestion = -1;
  if (event.target.value) state.commandsOpen = false;
  draw();
}

function keyed(event, chat, send) {
  if (event.isComposing || event.keyCode === 229) return;
  if (suggested(chat).length && chooseByKey(event, suggested(chat))) return event.preventDefault();
  if (event.key === "Enter" && !event.shiftKey) send(event);
  else if (event.key === "Escape") leave();
  else if (event.key === "ArrowUp" && !event.target.value) intoMessages(event);
}

function leave() {
  const { reply, edit } = draft();
  if (reply || edit) dropReplyOrEdit();
  state.commandsOpen = false;
  draw();
}

/** Up from an empty input goes to the last message; with Ctrl, to changing my own last one. */
function intoMessages(event) {
  event.preventDefault();
  const mine = event.ctrlKey && threadOf()?.messages.findLast((message) => message.mine && message.text);
  if (mine) changeMine(mine);
  else [...document.querySelectorAll(".message")].at(-1)?.focus();
}

/** After a redraw: the input shows the draft, is as tall as its text, and has the focus where it was asked for. */
export function settleComposer() {
  const field = input();
  if (!field) return;
  if (field.value !== draft().text) field.value = draft().text;
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight + 2, 180)}px`;
  if (!state.focusComposer) return;
  state.focusComposer = false;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

// ——— commands ———

function suggested(chat) {
  const { text } = draft();
  if (state.commandsOpen && !text) return chat.commands ?? [];
  if (!/^\/\w*$/.test(text)) return [];
  return (chat.commands ?? []).filter(({ command }) => command.startsWith(text.slice(1).toLowerCase()));
}

function suggestions(chat) {
  const list = suggested(chat);
  if (!list.length) return state.commandsOpen ? h("p", { key: "commands", class: "quiet commands" }, t("commands_none")) : null;
  const one = ({ command, description }, index) =>
    h("li", { key: command, id: `command${index}`, role: "option", "aria-selected": String(index === state.suggestion), onclick: () => take(command, true) }, h("strong", {}, `/${command}`), h("span", {}, description));
  return h("ul", { key: "commands", id: "commands", class: "commands", role: "listbox", "aria-label": t("commands") }, list.map(one));
}

function toggleCommands() {
  Object.assign(state, { commandsOpen: !state.commandsOpen, suggestion: -1, focusComposer: true });
  draw();
}

/** Arrows choose, Tab fills in, Enter says it, Escape closes; anything else is typing. */
function chooseByKey(event, list) {
  const { key: pressed } = event;
  const chosen = list[state.suggestion ?? -1];
  if (pressed === "ArrowDown") state.suggestion = ((state.suggestion ?? -1) + 1) % list.length;
  else if (pressed === "ArrowUp") state.suggestion = ((state.suggestion ?? 0) + list.length - 1) % list.length;
  else if (pressed === "Tab" && !event.shiftKey) take((chosen ?? list[0]).command, false);
  else if (pressed === "Enter" && chosen) take(chosen.command, true);
  else if (pressed === "Escape" && state.commandsOpen) state.commandsOpen = false;
  else return false;
  draw();
  return true;
}

function take(command, now) {
  Object.assign(state, { commandsOpen: false, suggestion: -1, focusComposer: true });
  const words = addressed(`/${command}`);
  draft().text = now ? "" : `${words} `;
  if (now) sayText(words);
  draw();
}

// ——— the bottom keyboard ———

function keyboard(chat) {
  const rows = chat.keyboard?.keyboard;
  if (!rows || state.keyboardHidden.has(key(chat.id))) return null;
  return h(
    "div",
    { key: "keyboard", class: "reply-keyboard", "data-testid": "reply-keyboard", role: "group", "aria-label": t("keyboard") },
    rows.map((row) => h("div", { class: "row" }, row.map((button, place) => {
      const words = button.text ?? button;
      return h("button", { key: `${place}${words}`, type: "button", class: "big", onclick: () => sayText(words) }, words);
    }))),
  );
}

function toggleKeyboard(chat) {
  const place = key(chat.id);
  if (!state.keyboardHidden.delete(place)) state.keyboardHidden.add(place);
  draw();
}
