/**
 * The button to speak: listens from a press of it until the wearer pauses or presses it again, and says why where
 * it cannot.
 */

import { one } from "../common/dom.js";
import { say } from "../common/language.js";
import { canHear, Microphone } from "./microphone.js";

/** @typedef {import("./messages.js").Message} Message */

/** The server makes a piece of speech no longer than this (LIS-3). */
const PRESSED_MS_MAX = 60_000;

export class Talking {
  #button;
  #line;
  #sink;
  /** @type {Microphone | null} */
  #microphone = null;
  #busy = false;
  #limit = 0;

  /**
   * @param {HTMLElement} root
   * @param {{message: (message: Message) => boolean, packet: (packet: ArrayBuffer) => void}} sink
   */
  constructor(root, sink) {
    this.#sink = sink;
    this.#button = one(root, ".talk", HTMLButtonElement);
    this.#line = one(root, ".hearing", HTMLElement);
    const possibility = canHear();
    if (possibility === "ready") {
      this.#button.addEventListener("click", () => this.#toggle());
      return;
    }
    this.#button.disabled = true;
    this.#line.textContent =
      possibility === "insecure"
        ? say("Browsers give the microphone to HTTPS pages and to localhost only. Typing works everywhere.")
        : say("This browser cannot make Opus (WebCodecs). Typing works everywhere.");
  }

  /** Ends what is being said, if anything. */
  stop() {
    if (this.#microphone !== null) {
      this.#toggle();
    }
  }

  async #toggle() {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    try {
      if (this.#microphone === null) {
        await this.#start();
      } else {
        await this.#end();
      }
    } catch (problem) {
      this.#line.textContent = say("The microphone cannot be used: {why}", {
        why: problem instanceof Error ? problem.message : String(problem),
      });
    } finally {
      this.#busy = false;
      this.#show();
    }
  }

  async #start() {
    this.#line.textContent = "";
    const microphone = await Microphone.open(
      (packet) => this.#sink.packet(packet),
      (problem) => {
        this.#line.textContent = say("The microphone cannot be used: {why}", { why: problem.message });
        this.stop();
      },
    );
    // The server notices the pause (LIS-1).
    if (!this.#sink.message({ type: "listen", state: "start", mode: "auto" })) {
      await microphone.close();
      return;
    }
    this.#microphone = microphone;
    this.#limit = setTimeout(() => this.stop(), PRESSED_MS_MAX);
  }

  async #end() {
    clearTimeout(this.#limit);
    const microphone = this.#microphone;
    this.#microphone = null;
    await microphone?.close();
    this.#sink.message({ type: "listen", state: "stop" });
  }

  #show() {
    const on = this.#microphone !== null;
    this.#button.setAttribute("aria-pressed", String(on));
    this.#button.textContent = on ? say("Done speaking") : say("Speak");
  }
}
