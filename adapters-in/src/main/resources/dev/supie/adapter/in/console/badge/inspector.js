/** Shows every frame of a badge, finds some, and gives them as a golden conversation. */

import { element, one } from "../common/dom.js";
import { say } from "../common/language.js";
import { VirtualList } from "../common/virtual-list.js";
import { conversation } from "./conversation.js";

/** @typedef {import("./conversation.js").Frame} Frame */

/** Older frames make room; half an hour of talk with audio is fewer. */
const FRAMES_MAX = 2_000;
const ROW_PIXELS = 26;

export class Inspector {
  /** @type {Frame[]} */
  #frames = [];
  /** @type {VirtualList<Frame>} */
  #list;
  #filter;
  #audio;
  #detail;
  #count;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#filter = one(root, ".filter", HTMLInputElement);
    this.#audio = one(root, ".with-audio", HTMLInputElement);
    this.#detail = one(root, ".detail", HTMLPreElement);
    this.#count = one(root, ".count", HTMLElement);
    const frames = one(root, ".frames", HTMLElement);
    const key = (/** @type {Frame} */ frame, /** @type {number} */ index) => `${frame.at} ${index}`;
    this.#list = new VirtualList(frames, ROW_PIXELS, (row, frame) => this.#fill(row, frame), key);
    this.#filter.addEventListener("input", () => this.#show());
    this.#audio.addEventListener("change", () => this.#show());
    const text = one(root, ".conversation", HTMLTextAreaElement);
    one(root, ".copy", HTMLButtonElement).addEventListener("click", () => hand(text, conversation(this.#shown())));
    one(root, ".clear", HTMLButtonElement).addEventListener("click", () => {
      this.#frames = [];
      this.#detail.hidden = true;
      this.#show();
    });
  }

  get frames() {
    return this.#frames;
  }

  /** @param {Frame} frame */
  add(frame) {
    this.#frames.push(frame);
    if (this.#frames.length > FRAMES_MAX) {
      this.#frames.splice(0, this.#frames.length - FRAMES_MAX);
    }
    this.#show();
  }

  #shown() {
    const wanted = this.#filter.value.trim().toLowerCase();
    return this.#frames.filter(
      (frame) => (this.#audio.checked || !frame.audio) && (wanted === "" || frame.text.toLowerCase().includes(wanted)),
    );
  }

  #show() {
    const shown = this.#shown();
    this.#count.textContent = say("{shown} of {all} frames", { shown: shown.length, all: this.#frames.length });
    this.#list.show(shown, true);
  }

  /** @param {HTMLElement} row @param {Frame} frame */
  #fill(row, frame) {
    const button = element("button", `frame ${frame.kind}`);
    button.type = "button";
    button.append(
      element("time", "", new Date(frame.at).toISOString().slice(11, 23)),
      element("span", "mark", MARKS[frame.kind]),
      element("code", "", frame.audio ? `audio ${frame.text}` : frame.text),
    );
    button.addEventListener("click", () => {
      this.#detail.textContent = indented(frame.text);
      this.#detail.hidden = false;
    });
    row.append(button);
  }
}

/** @type {Record<Frame["kind"], string>} */
const MARKS = { connect: "!", sent: "›", received: "‹", closed: "×", left: "!" };

/** @param {string} text */
function indented(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/**
 * Into the clipboard, and into a field from which it can be copied by hand: over plain HTTP browsers
 * keep their clipboard to themselves.
 *
 * @param {HTMLTextAreaElement} field
 * @param {string} text
 */
export function hand(field, text) {
  field.hidden = false;
  field.value = text;
  field.select();
  navigator.clipboard?.writeText(text).catch(() => field.select());
}
