/** Which letters a badge has had: one number for each inbox (PEER-5). */

import { memory } from "../common/dom.js";

/** @typedef {import("./messages.js").Message} Message */

export class Inbox {
  #key;
  #epoch = "";
  #highest = 0;

  /** @param {string} device */
  constructor(device) {
    this.#key = `supie.inbox.${device}`;
    const kept = memory.recall(this.#key)?.split(" ") ?? [];
    this.#epoch = kept[0] ?? "";
    this.#highest = Number(kept[1] ?? 0);
  }

  /**
   * Another epoch means another inbox, whose numbers begin anew.
   *
   * @param {Message} hello
   */
  welcome(hello) {
    if (typeof hello.inbox_epoch === "string" && hello.inbox_epoch !== this.#epoch) {
      this.#epoch = hello.inbox_epoch;
      this.#highest = 0;
      this.#keep();
    }
  }

  /**
   * Whether the letter is a new one. It is remembered before it is acknowledged.
   *
   * @param {Message} letter
   */
  takes(letter) {
    if (letter.rseq <= this.#highest) {
      return false;
    }
    this.#highest = letter.rseq;
    this.#keep();
    return true;
  }

  /** @returns {Message} */
  acknowledgement() {
    return { type: "peer", event: "ack", upTo: this.#highest };
  }

  #keep() {
    memory.keep(this.#key, `${this.#epoch} ${this.#highest}`);
  }
}
