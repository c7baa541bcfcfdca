/** What a message carries besides words: pictures, voice, files, polls. */

import { nameOf, votePoll } from "./acts.js";
import { h, icon } from "./dom.js";
import { icons } from "./icons.js";
import { key, state } from "./store.js";
import { t } from "./words.js";

export function mediaView(message) {
  if (message.photo) return picture(message.photo.at(-1));
  if (message.voice) return voice(message.voice);
  if (message.document) return file(message.document);
  if (message.poll) return poll(message, message.poll);
  if (message.location) return thing(icons.pin, message.venue?.title ?? t("location"), `${message.location.latitude.toFixed(4)}, ${message.location.longitude.toFixed(4)}`);
  if (message.contact) return thing(icons.people, nameOf(message.contact), message.contact.phone_number);
  if (message.dice) return h("p", { class: "huge" }, `${message.dice.emoji} ${message.dice.value}`);
  if (message.sticker) return h("p", { class: "huge" }, message.sticker.emoji ?? t("sticker"));
  if (message.video || message.audio || message.animation || message.video_note) return thing(icons.play, t("video"), "");
  return message.text === undefined && message.caption === undefined ? h("p", { class: "forwarded" }, t("unsupported")) : null;
}

function picture(photo) {
  return h("img", { class: "photo", src: fileAddress(photo), width: photo.width, height: photo.height, alt: t("photo"), loading: "lazy", onerror: drawnInstead });
}

const fileAddress = (file) => `/play/file/${encodeURIComponent(file.file_id)}`;

/** Where the picture itself cannot be had, a quiet one of its own colours stands for it. */
function drawnInstead(event) {
  const image = event.currentTarget;
  image.onerror = null;
  const hue = [...image.src].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3" fill="hsl(${hue} 35% 78%)"/><circle cx="3" cy=".9" r=".4" fill="hsl(${hue + 40} 70% 88%)"/><path d="M0 3V2.200L1.200 1.200 2.200 2.100 2.900 1.600 4 2.500V3z" fill="hsl(${hue} 30% 48%)"/></svg>`;
  image.src = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
}

/** A file under its name; a picture among them is seen at once, a PDF opens beside the page, the rest is saved. */
function file(document) {
  const name = document.file_name ?? t("document");
  const address = fileAddress(document);
  const opens = /^(image\/(png|jpeg|gif|webp)|application\/pdf)$/.test(document.mime_type ?? "");
  const seen = opens && document.mime_type.startsWith("image/");
  return h(
    "div",
    { class: "file" },
    seen && h("a", { href: address, target: "_blank", rel: "noopener", "aria-label": name }, h("img", { class: "photo", src: address, alt: name, loading: "lazy", onload: (event) => event.currentTarget.classList.add("there"), onerror: (event) => event.currentTarget.remove() })),
    h("a", { class: "thing", href: address, download: opens ? null : name, target: opens ? "_blank" : null, rel: "noopener", "data-testid": "file" }, h("span", { class: "disc" }, icon(icons.file)), h("span", {}, h("strong", {}, name), h("span", { class: "detail" }, [size(document.file_size), t(opens ? "open_file" : "save_file")].filter(Boolean).join(" · ")))),
  );
}

function voice({ duration }) {
  const bars = Array.from({ length: 22 }, (_, index) => h("i", { style: `height:${25 + ((index * 37 + duration * 13) % 70)}%` }));
  return h("p", { class: "voice", title: t("voice_plays") }, h("span", { class: "disc" }, icon(icons.play)), h("span", { class: "bars", "aria-hidden": "true" }, bars), h("span", { class: "length", "aria-hidden": "true" }, `${Math.floor(duration / 60)}:${String(duration % 60).padStart(2, "0")}`), h("span", { class: "sr" }, t("voice_length", { n: duration })));
}

function thing(path, title, detail) {
  return h("p", { class: "thing" }, h("span", { class: "disc" }, icon(path)), h("span", {}, h("strong", {}, title), detail && h("span", { class: "detail" }, detail)));
}

const size = (bytes) => (bytes > 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : bytes ? `${Math.ceil(bytes / 1024)} KB` : "");

function poll(message, asked) {
  const mine = state.votes.get(key(state.open, `poll${message.message_id}`)) ?? [];
  const total = Math.max(1, asked.total_voter_count);
  const about = [t(asked.type === "quiz" ? "quiz" : "poll"), t(asked.is_anonymous ? "poll_anonymous" : "poll_open"), asked.is_closed && t("poll_closed")].filter(Boolean).join(" · ");
  return h(
    "div",
    { class: "poll" },
    h("p", { class: "question" }, asked.question),
    h("p", { class: "detail" }, about),
    h("ul", {}, asked.options.map((option, index) => pollOption(message, option, index, total, mine.includes(index)))),
    h("p", { class: "detail" }, t("poll_votes", { n: asked.total_voter_count })),
  );
}

function pollOption(message, option, index, total, chosen) {
  const press = { type: "button", disabled: message.poll.is_closed, "aria-pressed": String(chosen), onclick: () => votePoll(message, index) };
  return h("li", { key: `o${index}` }, h("button", press, h("span", {}, `${chosen ? "✓ " : ""}${option.text}`), h("b", {}, option.voter_count), h("span", { class: "share", "aria-hidden": "true" }, h("i", { style: `width:${(100 * option.voter_count) / total}%` }))));
}
