/** What goes over the wire, as far as a badge in a browser has to know it. */

/** @typedef {{type: string, [field: string]: any}} Message */

/** @typedef {"chat" | "meeting" | "working" | "coding"} Mode */

/** @type {readonly Mode[]} */
export const MODES = ["chat", "meeting", "working", "coding"];

/**
 * The JSON object in a text frame, or null if it is none (MSG-1).
 *
 * @param {string} text
 * @returns {Message | null}
 */
export function parsed(text) {
  try {
    const value = JSON.parse(text);
    return typeof value?.type === "string" ? value : null;
  } catch {
    return null;
  }
}

/** What a badge says of itself after the welcome (CON-2, PEER-7). */
export const HELLO = Object.freeze({
  type: "hello",
  version: 1,
  transport: "websocket",
  features: { peer_ack: true, receipts: true },
  audio_params: { format: "opus", sample_rate: 16000, channels: 1, frame_duration: 60 },
});

/**
 * What was typed, as the mode takes it: a note for the minutes, a line of a build, or words that
 * count as spoken (MTG-2, COD-1, CHAT-2).
 *
 * @param {Mode} mode
 * @param {string} text
 * @returns {Message}
 */
export function typed(mode, text) {
  switch (mode) {
    case "meeting":
      return { type: "meeting", phase: "snippet", items: [{ tag: "note", text }] };
    case "coding":
      return { type: "coding", event: "log", text };
    case "chat":
    case "working":
      return { type: "listen", state: "detect", text };
  }
}

/**
 * One letter to others (PEER-1). Its `mid` makes sending it again harmless (PEER-7).
 *
 * @param {string} to ids with commas between them, or `broadcast`
 * @param {string} text
 * @returns {Message}
 */
export function letter(to, text) {
  const targets = to.split(/[\s,，]+/).filter(Boolean);
  return { type: "peer", mid: `web-${random(12)}`, to: targets, payload: { text } };
}

/** @param {number} digits @returns {string} hexadecimal; ids need no secrecy */
export function random(digits) {
  const bytes = crypto.getRandomValues(new Uint8Array(Math.ceil(digits / 2)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, digits);
}
