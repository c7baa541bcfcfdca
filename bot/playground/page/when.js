/** Times as residents read them: the community's zone, date first, 24 hours. */

import { language } from "./words.js";

let zone = "Asia/Shanghai";

export const useZone = (name) => (zone = name || zone);

/** 09:05 */
export function time(unix) {
  const { hour, minute } = parts(unix);
  return `${two(hour)}:${two(minute)}`;
}

/** 11月6日（周五）, Fri 6 Nov */
export function day(unix) {
  const at = new Date(unix * 1000);
  const { month, day } = parts(unix);
  const weekday = new Intl.DateTimeFormat(language() === "zh" ? "zh-CN" : "en-GB", { timeZone: zone, weekday: "short" }).format(at);
  if (language() === "zh") return `${month}月${day}日（${weekday}）`;
  return `${weekday} ${day} ${new Intl.DateTimeFormat("en-GB", { timeZone: zone, month: "short" }).format(at)}`;
}

/** The time of day today, else the date, short enough for a list. */
export function short(unix, now) {
  if (sameDay(unix, now)) return time(unix);
  const { month, day: date } = parts(unix);
  return language() === "zh" ? `${month}月${date}日` : day(unix).replace(/^\S+ /, "");
}

export const sameDay = (one, other) => dayNumber(one) === dayNumber(other);
export const daysBefore = (unix, now) => dayNumber(now) - dayNumber(unix);

/** The next day's `hour` o'clock in the community's zone, as Unix seconds. */
export function tomorrowAt(now, hour) {
  const { year, month, day } = parts(now);
  return unixOf(Date.UTC(year, month - 1, day + 1, hour) / 1000);
}

const two = (number) => String(number).padStart(2, "0");

function dayNumber(unix) {
  const { year, month, day } = parts(unix);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

function parts(unix) {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
  });
  return Object.fromEntries(format.formatToParts(new Date(unix * 1000)).map(({ type, value }) => [type, Number(value)]));
}

/** From wall-clock seconds in the zone to Unix; twice, so that a change of summer time is met. */
function unixOf(wall) {
  let unix = wall;
  for (let round = 0; round < 2; round += 1) unix = wall - aheadOfUtc(unix);
  return unix;
}

function aheadOfUtc(unix) {
  const { year, month, day, hour, minute, second } = parts(unix);
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - Math.floor(unix);
}
