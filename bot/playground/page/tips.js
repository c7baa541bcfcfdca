/** What to try: in an empty chat, behind the lamp in a chat's head, and where no chat is open. */

import { addressed, nameOf } from "./acts.js";
import { h } from "./dom.js";
import { become, chatOf, draft, draw, openChat, state } from "./store.js";
import { t } from "./words.js";

/** One pane at a time: the list and the chat cannot both be seen. */
export const onePane = matchMedia("(max-width: 760px)");

export function welcomeView() {
  const group = state.chats.find((chat) => chat.id !== "bot" && chat.bot === "administrator") ?? state.chats.find((chat) => chat.id !== "bot");
  return h("section", { key: "welcome", class: "welcome" }, h("span", { class: "seal-mark great", "aria-hidden": "true" }, "邻里"), h("h2", {}, t("try_title")), h("p", {}, t("try_intro")), steps(group ?? chatOf("bot")));
}

export function tipsView(chat, brief) {
  return h("section", { key: "tips", class: "tips" }, brief ? null : h("h3", {}, t("try_title")), steps(chat));
}

function steps(chat) {
  if (!chat) return null;
  const kind = chat.id === "bot" ? "bot" : "group";
  const words = addressed(t(`try_${kind}_1_text`), chat);
  return h(
    "ol",
    { class: "steps" },
    kind === "bot" && !chat.started ? h("li", {}, h("p", {}, t("try_bot_start"))) : h("li", {}, h("p", {}, t(`try_${kind}_1`)), h("code", {}, words), fillButton(chat, words)),
    h("li", {}, h("p", {}, t(`try_${kind}_2`)), kind === "group" ? neighbours() : null),
    h("li", {}, h("p", {}, t(`try_${kind}_3`))),
  );
}

function fillButton(chat, text) {
  const fill = async () => {
    if (state.open !== chat.id) await openChat(chat.id);
    draft(chat.id).text = text;
    state.focusComposer = true;
    draw();
  };
  return h("button", { type: "button", class: "action strong", "data-testid": "fill", onclick: fill }, state.open === chat.id ? t("fill") : t("fill_in"));
}

function neighbours() {
  const others = (state.world?.featured ?? []).filter((person) => person.id !== state.as).slice(0, 3);
  return h("div", { class: "row" }, others.map((person) => h("button", { key: `n${person.id}`, type: "button", class: "chip", onclick: () => become(person.id) }, t("switch_to", { name: nameOf(person) }))));
}
