/** The list of the chats of the person I am. */

import { h, icon } from "./dom.js";
import { icons } from "./icons.js";
import { avatar } from "./message.js";
import { senderOf, summary } from "./summary.js";
import { arrows, askForGroup, askForLink } from "./sheets.js";
import { address, now, openChat, state } from "./store.js";
import { onePane, welcomeView } from "./tips.js";
import { short } from "./when.js";
import { t } from "./words.js";

export function chatsView() {
  return [
    h("header", { key: "head", class: "pane-head" }, h("h1", {}, h("span", { class: "seal-mark", "aria-hidden": "true" }, "邻里"), t("chats")), h("button", { type: "button", class: "round", title: t("scan"), "aria-label": t("scan"), "aria-haspopup": "dialog", "data-testid": "scan", onclick: askForLink }, icon(icons.scan)), h("button", { type: "button", class: "round", title: t("new_group"), "aria-label": t("new_group"), onclick: askForGroup }, icon(icons.plus))),
    h(
      "div",
      { key: "list", class: "chat-list" },
      h("ul", { onkeydown: arrows }, (state.chats ?? []).map(chatItem)),
      state.chats?.length === 0 && h("p", { class: "quiet" }, t("chats_none")),
      onePane.matches && state.chats && state.open === null ? welcomeView() : null,
    ),
  ];
}

function chatItem(chat) {
  const open = chat.id === state.open;
  const press = (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    openChat(chat.id);
  };
  return h(
    "li",
    { key: `chat${chat.id}` },
    h(
      "a",
      { class: "chat", href: address(state.as, chat.id), "data-testid": `chat-${chat.id}`, "aria-current": open ? "true" : null, onclick: press },
      avatar({ id: chat.id === "bot" ? 0 : chat.id, name: chat.title, bot: chat.id === "bot" }, "large"),
      h("span", { class: "title" }, h("bdi", {}, chat.title), chat.id === "bot" && h("span", { class: "tag" }, t("bot"))),
      h("span", { class: "when" }, chat.last ? short(chat.last.date, now()) : ""),
      h("span", { class: "last" }, lastLine(chat)),
      chat.unread > 0 ? h("span", { class: "badge", "aria-label": t("unread", { n: chat.unread }) }, chat.unread > 99 ? "99+" : chat.unread) : null,
    ),
  );
}

function lastLine(chat) {
  if (!chat.last) return chat.id === "bot" ? t("start_hint") : "";
  const line = summary(chat.last);
  const sender = chat.last.mine ? t("you") : senderOf(chat.last).name;
  const named = chat.id !== "bot" && !line.startsWith(sender) ? [h("b", {}, `${sender}: `)] : [];
  return [...named, line];
}
