/**
 * Elements, and a redraw that never loses focus, typed text or scroll:
 * a view is built anew and the page is morphed into it, children matched by `key`.
 */

const SVG = "http://www.w3.org/2000/svg";

/** `h("button", {class: "big", onclick}, "text", child, null)` builds one element. Text is always text, never markup. */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  element.handlers = {};
  for (const [name, value] of Object.entries(props ?? {})) give(element, name, value);
  element.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return element;
}

/** An icon from its path data, drawn on 24 × 24 with the colour of the text around it. */
export function icon(path) {
  const svg = document.createElementNS(SVG, "svg");
  const line = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

/** Makes `root` hold what `views` show; a focused element that was moved keeps its focus. */
export function show(root, ...views) {
  const focused = document.activeElement;
  const fresh = root.cloneNode(false);
  fresh.append(...views.filter(Boolean));
  morphChildren(root, fresh);
  if (focused && focused !== document.activeElement && focused.isConnected) focused.focus({ preventScroll: true });
}

function give(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "key") element.dataset.key = value;
  else if (name === "same") element.same = value;
  else if (name.startsWith("on")) element[name] = element.handlers[name] = value;
  else element.setAttribute(name, value === true ? "" : value);
}

function morph(old, fresh) {
  if (!alike(old, fresh)) return old.replaceWith(fresh);
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  if (fresh.same !== undefined && old.same === fresh.same) return; // such a `fresh` may be hollow
  old.same = fresh.same;
  morphAttributes(old, fresh);
  morphHandlers(old, fresh);
  if (old.nodeName !== "TEXTAREA") morphChildren(old, fresh);
}

function morphAttributes(old, fresh) {
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && name !== "open" && name !== "style") old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}

function morphHandlers(old, fresh) {
  for (const name of Object.keys({ ...old.handlers, ...fresh.handlers })) old[name] = fresh.handlers?.[name] ?? null;
  old.handlers = fresh.handlers;
}

function morphChildren(old, fresh) {
  const wanted = new Set([...fresh.children].map(keyOf).filter(Boolean));
  const kept = new Map();
  for (const child of [...old.children]) {
    const key = keyOf(child);
    if (key && wanted.has(key)) kept.set(key, child);
    else if (key) child.remove();
  }
  let here = old.firstChild;
  for (const child of [...fresh.childNodes]) {
    const key = keyOf(child);
    const match = key ? kept.get(key) : here && alike(here, child) ? here : null;
    if (!match) old.insertBefore(child, here);
    else {
      if (match === here) here = here.nextSibling;
      else old.insertBefore(match, here);
      morph(match, child);
    }
  }
  while (here) {
    const next = here.nextSibling;
    here.remove();
    here = next;
  }
}

const keyOf = (node) => node.dataset?.key;
const alike = (one, other) => one.nodeName === other.nodeName && keyOf(one) === keyOf(other);
