/** A message in one line, who said it, and what happened in the group. */

import { nameOf } from "./acts.js";
import { language, t } from "./words.js";

export function senderOf(message) {
  if (message.sender_chat) return { id: message.sender_chat.id, name: message.sender_chat.title ?? message.sender_chat.username ?? "", bot: false };
  return { id: message.from?.id ?? 0, name: nameOf(message.from), bot: message.from?.is_bot ?? false };
}

/** One line that stands for a message: in the list, in a quote, over the input. */
export function summary(message) {
  if (!message) return "";
  const service = serviceLine(message);
  if (service) return service;
  const kind = message.photo ? t("photo") : message.voice ? `${t("voice")} ${t("seconds", { n: message.voice.duration })}` : message.document ? (message.document.file_name ?? t("document")) : message.poll ? `${t("poll")}: ${message.poll.question}` : message.location ? t("location") : message.contact ? t("contact") : "";
  const text = (message.text ?? message.caption ?? "").replace(/\s+/g, " ").trim();
  return [kind && `[${kind}]`, text].filter(Boolean).join(" ");
}

export function serviceLine(message) {
  const name = senderOf(message).name;
  if (message.new_chat_members) return joinedLine(message, name);
  if (message.left_chat_member) return leftLine(message, name);
  if (message.pinned_message) {
    const text = summary(message.pinned_message).slice(0, 40);
    return text ? t("pinned_by", { name, text }) : t("pinned_something", { name });
  }
  if (message.new_chat_title) return t("titled", { name, title: message.new_chat_title });
  if (message.group_chat_created || message.supergroup_chat_created) return t("created", { name });
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return t("migrated");
  if (message.forum_topic_created) return t("topic_created", { name, topic: message.forum_topic_created.name });
  if (message.forum_topic_closed) return t("topic_closed");
  if (message.forum_topic_reopened) return t("topic_reopened");
  return message.delete_chat_photo || message.new_chat_photo || message.message_auto_delete_timer_changed ? t("service") : null;
}

function joinedLine(message, who) {
  const names = message.new_chat_members.map(nameOf).join(language() === "zh" ? "、" : ", ");
  const byThemselves = message.new_chat_members.some((person) => person.id === message.from?.id);
  return byThemselves || !message.from ? t("joined", { name: names }) : t("added", { who, name: names });
}

function leftLine(message, who) {
  const name = nameOf(message.left_chat_member);
  return message.left_chat_member.id === message.from?.id ? t("left", { name }) : t("removed", { who, name });
}
