/** The page: draws what the store knows, and starts. */

import { nameOf } from "./acts.js";
import { chatView } from "./chat.js";
import { chatsView } from "./chats.js";
import { settleComposer } from "./composer.js";
import { h, show } from "./dom.js";
import { senderOf, summary } from "./summary.js";
import { keepScroll, noteScroll } from "./scroll.js";
import { sheetView } from "./sheets.js";
import { begin, chatOf, closeSheet, draw, goWhereTheAddressSays, onDraw, onEvents, rest, state } from "./store.js";
import { stripView } from "./strip.js";
import { onePane } from "./tips.js";
import { language, t } from "./words.js";

const at = (id) => document.getElementById(id);

function page() {
  noteScroll();
  document.documentElement.lang = language() === "zh" ? "zh-CN" : "en";
  document.title = title();
  document.body.classList.toggle("chat-open", state.open !== null);
  at("skip").textContent = t("skip");
  at("chats").setAttribute("aria-label", t("chats"));
  show(at("strip"), stripView());
  show(at("chats"), ...chatsView());
  show(at("chat"), ...chatView());
  show(at("away"), state.connected ? null : h("p", {}, h("span", { class: "spinner" }), t("away")));
  at("toast").textContent = state.toast;
  dialog(at("sheet"), sheetView());
  dialog(at("alert"), alertView());
  settleComposer();
  keepScroll();
}

function title() {
  const unread = (state.chats ?? []).reduce((sum, chat) => sum + chat.unread, 0);
  return [unread ? `(${unread})` : "", state.me ? nameOf(state.me) : "", t("app")].filter(Boolean).join(" ");
}

function dialog(box, view) {
  const before = box.firstElementChild;
  show(box, view);
  if (view && !box.open) box.showModal();
  else if (view && box.firstElementChild !== before) (box.querySelector("[autofocus]") ?? box.querySelector("button"))?.focus();
  if (!view && box.open) box.close();
}

function alertView() {
  if (!state.alert) return null;
  return h("div", { class: "alert" }, h("p", { id: "alert-text" }, state.alert), h("button", { type: "button", class: "action strong", autofocus: true, onclick: closeAlert }, t("ok")));
}

function closeAlert() {
  state.alert = null;
  draw();
}

/** New messages are read out once, politely, by name and text. */
function readOut(message) {
  const line = h("p", {}, `${senderOf(message).name}: ${summary(message)}`);
  at("log").append(line);
  while (at("log").children.length > 20) at("log").firstChild.remove();
}

function listenToThePage() {
  at("sheet").addEventListener("close", () => state.sheet && closeSheet());
  at("alert").addEventListener("close", () => state.alert && closeAlert());
  for (const box of [at("sheet"), at("alert")]) {
    box.addEventListener("click", (event) => event.target === box && box.close());
  }
  addEventListener("popstate", () => goWhereTheAddressSays());
  addEventListener("keydown", escape);
  document.addEventListener("visibilitychange", () => rest(document.hidden));
  at("toast").addEventListener("click", () => {
    state.toast = "";
    draw();
  });
  at("skip").addEventListener("click", toWriting);
  onePane.addEventListener("change", draw);
  setInterval(draw, 15_000);
}

function toWriting(event) {
  event.preventDefault();
  (document.querySelector("[data-testid=composer]") ?? document.querySelector(".chat"))?.focus();
}

/** Escape in a message goes back to the input. */
function escape(event) {
  if (event.key !== "Escape" || at("sheet").open || at("alert").open) return;
  if (event.target.closest?.(".scroller")) document.querySelector("[data-testid=composer]")?.focus();
}

const roomy = matchMedia("(min-width: 760px) and (hover: hover)");

onDraw(page);
onEvents({
  spoken: readOut,
  opened: () => {
    if (roomy.matches && chatOf()) state.focusComposer = true;
  },
  prompted: () => {
    state.focusComposer = true;
  },
});
listenToThePage();
begin();
