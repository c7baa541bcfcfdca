/** A message's text with its entities as elements. Offsets are UTF-16 units, which is how JavaScript counts. */

import { h } from "./dom.js";
import { t } from "./words.js";

/** These stand on lines of their own: the line break after them is already there. */
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/** Nodes for `text`; `tap(kind, value)` is called for links, commands and mentions. */
export function formatted(text, entities, tap) {
  const ordered = [...(entities ?? [])]
    .filter((entity) => entity.length > 0 && entity.offset < text.length)
    .sort((one, other) => one.offset - other.offset || other.length - one.length);
  return within(text, 0, text.length, ordered, tap);
}

function within(text, from, to, entities, tap) {
  const nodes = [];
  let at = from;
  let rest = entities;
  while (rest.length) {
    const [entity, ...others] = rest;
    const begin = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    rest = others;
    if (begin >= end) continue;
    const inside = others.filter((other) => other.offset < end);
    const beyond = others.filter((other) => other.offset + other.length > end);
    if (begin > at) nodes.push(text.slice(at, begin));
    nodes.push(dressed(entity, text.slice(begin, end), within(text, begin, end, inside, tap), tap));
    at = BLOCKS.has(entity.type) && text[end] === "\n" ? end + 1 : end;
    rest = beyond;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function dressed(entity, words, content, tap) {
  switch (entity.type) {
    case "bold": return h("strong", {}, content);
    case "italic": return h("em", {}, content);
    case "underline": return h("u", {}, content);
    case "strikethrough": return h("s", {}, content);
    case "code": return h("code", {}, content);
    case "pre": return h("pre", {}, h("code", {}, content));
    case "blockquote": return h("blockquote", {}, content);
    case "expandable_blockquote": return h("blockquote", { class: "long", tabindex: 0, onclick: unfold, onkeydown: onEnter(unfold) }, content);
    case "spoiler": return h("span", { class: "spoiler", role: "button", tabindex: 0, "aria-label": t("spoiler"), onclick: reveal, onkeydown: onEnter(reveal) }, content);
    case "url": return link(withScheme(words), content, tap);
    case "text_link": return link(entity.url, content, tap);
    case "email": return link(`mailto:${words}`, content, tap);
    case "phone_number": return link(`tel:${words.replace(/[^+\d]/g, "")}`, content, tap);
    case "text_mention": return inline(content, () => tap("person", entity.user));
    case "mention": return inline(content, () => tap("mention", words.slice(1)));
    case "bot_command": return inline(content, () => tap("command", words));
    default: return h("span", {}, content);
  }
}

const withScheme = (words) => (/^[a-z][a-z0-9+.-]*:/i.test(words) ? words : `https://${words}`);

function link(address, content, tap) {
  if (!/^(https?|tg|tel|mailto):/i.test(address)) return h("span", {}, content);
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer", onclick: (event) => tap("url", address, event) }, content);
}

const inline = (content, press) => h("button", { class: "inline", type: "button", onclick: press }, content);

const onEnter = (press) => (event) => {
  if (event.key === "Enter" || event.key === " ") press(event);
};

function reveal(event) {
  event.preventDefault();
  const spoiler = event.currentTarget;
  spoiler.classList.add("seen");
  spoiler.removeAttribute("aria-label");
  spoiler.removeAttribute("role");
}

const unfold = (event) => event.currentTarget.classList.toggle("unfolded");
