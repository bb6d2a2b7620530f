/** Frames as a golden conversation, in the form of docs/PROTOCOL.md. */

/**
 * @typedef {object} Frame
 * @property {number} at milliseconds, of one clock for all badges of a page
 * @property {string} badge whose frame it is
 * @property {"connect" | "sent" | "received" | "closed" | "left"} kind
 * @property {string} text the message; of audio its bytes
 * @property {boolean} audio
 */

/** Silence that is worth a line. */
const PAUSE_MS_MIN = 500;

/**
 * @param {readonly Frame[]} frames in the order of time
 * @returns {string}
 */
export function conversation(frames) {
  const named = new Set(frames.map((frame) => frame.badge)).size > 1;
  /** @type {string[]} */
  const lines = [];
  let before = frames[0]?.at ?? 0;
  let repeated = 1;
  for (const [index, frame] of frames.entries()) {
    if (frame.at - before >= PAUSE_MS_MIN) {
      lines.push(`@ ${duration(frame.at - before)}`);
    }
    const next = frames[index + 1];
    const follows = next !== undefined && next.at - frame.at < PAUSE_MS_MIN;
    before = frame.at;
    if (follows && same(frame, next)) {
      repeated += 1;
      continue;
    }
    lines.push((named ? frame.badge : "") + line(frame, repeated));
    repeated = 1;
  }
  return lines.join("\n") + "\n";
}

/** @param {Frame} one @param {Frame} other */
function same(one, other) {
  return one.badge === other.badge && one.kind === other.kind && one.text === other.text && one.audio === other.audio;
}

/** @param {Frame} frame @param {number} repeated */
function line(frame, repeated) {
  const times = repeated > 1 ? `${repeated} x ` : "";
  const what = times + (frame.audio ? `audio ${frame.text}` : frame.text);
  switch (frame.kind) {
    case "connect":
      return `! connect ${frame.text}`;
    case "sent":
      return `> ${what}`;
    case "received":
      return `< ${what}`;
    case "closed":
      return `< close ${frame.text}`.trimEnd();
    case "left":
      return "! bye";
  }
}

/** @param {number} millis to a tenth of a second */
function duration(millis) {
  const tenths = Math.round(millis / 100);
  return tenths % 10 === 0 ? `${tenths / 10}s` : `${tenths * 100}ms`;
}
