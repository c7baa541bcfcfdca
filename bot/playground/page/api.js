/** The control API (docs/playground.md): reading, acting, and the live stream of one person. */

export class Refusal extends Error {}
export class Away extends Error {}

/** Reads `/play/<path>` with the query given; empty values are left out. */
export function read(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return ask(`/play/${path}?${new URLSearchParams(given)}`);
}

/** Acts: POSTs `body` to `/play/<path>`. */
export function act(path, body) {
  return ask(`/play/${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

async function ask(address, options) {
  let response;
  try {
    response = await fetch(address, options);
  } catch {
    throw new Away();
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(answer.error ?? `${response.status}`);
  return answer;
}

/** Listens as one person; calls `heard(event)`, `opened()` on every (re)connection, `lost()` when the server is away. Returns how to stop. */
export function listen(as, { heard, opened, lost }) {
  let source;
  let retry;
  const connect = () => {
    source = new EventSource(`/play/live?as=${as}`);
    source.onopen = opened;
    source.onmessage = (event) => heard(JSON.parse(event.data));
    source.onerror = () => {
      lost();
      if (source.readyState === EventSource.CLOSED) retry = setTimeout(connect, 2000);
    };
  };
  connect();
  return () => {
    clearTimeout(retry);
    source.close();
  };
}

/** `work`, but never twice at once: a call while it runs makes it run once more at the end. */
export function oneAtATime(work) {
  let running = null;
  let again = false;
  const run = async () => {
    do {
      again = false;
      await work();
    } while (again);
  };
  return () => {
    if (running) again = true;
    else running = run().finally(() => (running = null));
    return running;
  };
}
