/** Scrolling: the messages stay where I read, and follow where I am at the end. */

import { draw, loadOlder, state } from "./store.js";

let before = null;

const scroller = () => document.querySelector(".scroller");
const atEnd = (box) => box.scrollHeight - box.scrollTop - box.clientHeight < 60;

/** Before a redraw: what I am looking at. */
export function noteScroll() {
  const box = scroller();
  if (!box) return void (before = null);
  const top = box.getBoundingClientRect().top;
  const looked = [...box.querySelectorAll(".message")].find((line) => line.getBoundingClientRect().bottom > top);
  before = { place: box.dataset.key, end: atEnd(box), looked, at: looked?.getBoundingClientRect().top };
}

/** After a redraw: still there, or at the end, or at the message asked for. */
export function keepScroll() {
  const box = scroller();
  if (!box) return;
  const loaded = Boolean(box.querySelector(".message"));
  if (state.reveal && loaded) showAsked(box);
  else moveTo(box, loaded);
  noticeEnd(box);
}

function moveTo(box, loaded) {
  if (state.jumpDown || !before || before.place !== box.dataset.key || !before.looked) toEnd(box);
  else if (before.end) box.scrollTop = box.scrollHeight;
  else if (before.looked?.isConnected) box.scrollTop += before.looked.getBoundingClientRect().top - before.at;
  if (loaded) state.jumpDown = false;
}

function toEnd(box) {
  const unread = box.querySelector(".unread-line");
  box.scrollTop = box.scrollHeight;
  if (unread && !state.jumpDown && unread.offsetTop < box.scrollTop) box.scrollTop = unread.offsetTop - 60;
}

function showAsked(box) {
  const line = box.querySelector(`#m${state.reveal}`);
  state.reveal = null;
  if (!line) return;
  line.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  line.animate([{ backgroundColor: "var(--glow)" }, { backgroundColor: "transparent" }], { duration: 2200 });
  line.focus({ preventScroll: true });
}

export function scrolled(event) {
  const box = event.currentTarget;
  if (box.scrollTop < 300) loadOlder();
  noticeEnd(box);
}

function noticeEnd(box) {
  const end = atEnd(box);
  if (end === state.atEnd && !(end && state.unseen)) return;
  Object.assign(state, { atEnd: end, unseen: end ? 0 : state.unseen });
  draw();
}
