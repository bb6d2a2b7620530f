/** One badge on the page: its connection, its screen, its buttons. */

import { element, memory, one } from "../common/dom.js";
import { say, translate } from "../common/language.js";
import { enrol } from "./enrol.js";
import { Inbox } from "./inbox.js";
import { Inspector } from "./inspector.js";
import { Link } from "./link.js";
import { HELLO, letter, parsed, typed } from "./messages.js";
import { BLANK, heard, ME, withPending } from "./model.js";
import { draw } from "./screen.js";
import { Speaker } from "./speaker.js";
import { Talking } from "./talking.js";

/** @typedef {import("./messages.js").Message} Message */
/** @typedef {import("./messages.js").Mode} Mode */
/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Panel} Panel */
/** @typedef {import("./link.js").State} State */
/** @typedef {import("./link.js").Payload} Payload */

/** Between two questions whether an administrator has approved; for ten minutes. */
const ASK_AGAIN_MS = 3_000;
const QUESTIONS_MAX = 200;

export class BadgeView {
  /** @type {Model} */
  #model = BLANK;
  #root;
  #name;
  #client;
  #link;
  #inspector;
  /** @type {Inbox} */
  #inbox;
  #speaker = new Speaker((seconds) => this.#count("played", Math.round(seconds * 1000)));
  #talking;
  #asking = 0;

  /**
   * @param {HTMLElement} root made from the template
   * @param {string} name of this badge on the page
   * @param {{device: string, client: string}} identity
   */
  constructor(root, name, identity) {
    this.#root = root;
    this.#name = name;
    this.#client = identity.client;
    this.#inbox = new Inbox(identity.device);
    translate(root);
    this.#field("device").value = identity.device;
    this.#inspector = new Inspector(one(root, ".inspector", HTMLElement));
    this.#link = new Link({
      changed: (state, detail, delayMs) => this.#changed(state, detail, delayMs),
      connecting: (place) => this.#note("connect", `${new URL(place.url).pathname} Device-Id: ${place.device}`),
      heard: (payload) => this.#heard(payload),
      said: (payload) => this.#notePayload("sent", payload),
      ended: (code, reason) => this.#note(code === 1000 ? "left" : "closed", `${code} ${reason}`),
    });
    this.#talking = new Talking(root, {
      message: (message) => this.#send(message),
      packet: (packet) => {
        if (this.#link.send(packet)) {
          this.#count("spoken", 1);
        }
      },
    });
    this.#listen();
    this.#redraw();
  }

  get frames() {
    return this.#inspector.frames;
  }

  get device() {
    return this.#field("device").value.trim().toLowerCase();
  }

  /** Asks the server where to connect, and whether that is allowed, and does it. */
  async begin() {
    clearTimeout(this.#asking);
    await this.#ask(QUESTIONS_MAX);
  }

  /** @param {number} left */
  async #ask(left) {
    try {
      const answer = await enrol(this.device, this.#client);
      this.#field("url").value = answer.url;
      if (answer.code === "" || this.#field("token").value !== "") {
        this.#connect(answer.token);
        return;
      }
      this.#state("waiting", say("Ask your administrator to approve code {code}", { code: answer.code }));
      this.#update({ ...this.#model, notice: { text: `# ${answer.code}`, grave: true } });
    } catch {
      this.#state("waiting", say("The server does not answer; asked again soon."));
    }
    if (left > 0) {
      this.#asking = setTimeout(() => this.#ask(left - 1), ASK_AGAIN_MS);
    }
  }

  /** @param {string} token what the server gave, if nothing was typed */
  #connect(token) {
    this.#model = { ...BLANK };
    this.#inbox = new Inbox(this.device);
    one(this.#root, ".name", HTMLElement).textContent = this.device;
    one(this.#root, ".screen", HTMLElement).setAttribute("aria-label", say("Screen of {device}", { device: this.device }));
    this.#redraw();
    this.#link.connect({
      url: this.#field("url").value,
      device: this.device,
      token: this.#field("token").value.trim() || token,
    });
  }

  #listen() {
    const root = this.#root;
    root.addEventListener("pointerdown", () => this.#speaker.wake());
    root.addEventListener("keydown", () => this.#speaker.wake());
    this.#onSubmit(".place", () => {
      memory.keep(`supie.device.${this.#name}`, this.device);
      clearTimeout(this.#asking);
      this.#connect("");
    });
    this.#onSubmit(".speak", () => this.#speakTyped());
    this.#onSubmit(".letter", () => {
      if (this.#send(letter(this.#field("to").value, this.#field("text").value))) {
        this.#field("text").value = "";
      }
    });
    this.#onClick(".disconnect", () => {
      clearTimeout(this.#asking);
      this.#link.disconnect();
    });
    this.#onClick(".finalize", () => this.#send({ type: "mode", state: "end", mode: "meeting" }));
    this.#onClick(".demo", () => this.#send({ type: "coding", event: "start", demo: true }));
    this.#onClick(".hush", () => {
      this.#speaker.hush();
      this.#send({ type: "abort", reason: "user" });
    });
    for (const button of root.querySelectorAll("button[data-mode]")) {
      const mode = /** @type {Mode} */ (button.getAttribute("data-mode"));
      button.addEventListener("click", () => this.#send({ type: "mode", state: "start", mode }));
    }
    for (const button of root.querySelectorAll("button[data-panel]")) {
      const panel = /** @type {Panel} */ (button.getAttribute("data-panel"));
      button.addEventListener("click", () => this.#update({ ...this.#model, panel }));
    }
  }

  /** @param {string} form @param {() => void} action */
  #onSubmit(form, action) {
    one(this.#root, form, HTMLFormElement).addEventListener("submit", (event) => {
      event.preventDefault();
      action();
    });
  }

  /** @param {string} button @param {() => void} action */
  #onClick(button, action) {
    one(this.#root, button, HTMLButtonElement).addEventListener("click", action);
  }

  #speakTyped() {
    const text = this.#field("words").value.trim();
    if (text === "" || !this.#send(typed(this.#model.mode, text))) {
      return;
    }
    this.#field("words").value = "";
    if (this.#model.mode === "meeting") {
      this.#update(withPending(this.#model, { who: ME, text }));
    }
  }

  /** @param {Message} message */
  #send(message) {
    const sent = this.#link.send(JSON.stringify(message));
    if (!sent) {
      this.#update({ ...this.#model, notice: { text: say("Not connected"), grave: true } });
    }
    return sent;
  }

  /** @param {Payload} payload */
  #heard(payload) {
    this.#notePayload("received", payload);
    if (typeof payload !== "string") {
      this.#speaker.play(payload);
      return;
    }
    const message = parsed(payload);
    if (message === null) {
      return;
    }
    if (message.type === "hello") {
      this.#inbox.welcome(message);
    }
    if (message.type === "peer" && message.event === "message") {
      const isNew = this.#inbox.takes(message);
      this.#send(this.#inbox.acknowledgement());
      if (!isNew) {
        return;
      }
    }
    if (message.type === "tts" && message.state === "start") {
      this.#speaker.hush();
    }
    // A turn is over once it is understood; a meeting goes on.
    if (message.type === "stt" && message.final !== false && this.#model.mode !== "meeting") {
      this.#talking.stop();
    }
    this.#update(heard(this.#model, message));
  }

  /** @param {State} state @param {string} detail @param {number} delayMs */
  #changed(state, detail, delayMs) {
    if (state === "open") {
      this.#send(HELLO);
    } else {
      this.#talking.stop();
    }
    this.#state(state, described(state, detail, delayMs));
  }

  /** @param {State} state @param {string} text */
  #state(state, text) {
    const line = one(this.#root, ".state", HTMLElement);
    line.dataset.state = state;
    line.textContent = text;
  }

  /** @param {Model} model */
  #update(model) {
    const told = model.notice !== this.#model.notice ? model.notice?.text : news(this.#model, model);
    this.#model = model;
    this.#redraw();
    if (told) {
      one(this.#root, ".announce", HTMLElement).textContent = told;
    }
  }

  #redraw() {
    const model = this.#model;
    const root = this.#root;
    draw(one(root, ".content", HTMLElement), model);
    one(root, ".mode", HTMLElement).textContent = say(MODE_WORDS[model.mode]);
    one(root, ".online", HTMLElement).textContent = model.speaking ? "♪" : model.online.length > 0 ? `${model.online.length} ●` : "";
    one(root, ".clock", HTMLElement).textContent = new Date().toTimeString().slice(0, 5);
    const notice = one(root, ".notice", HTMLElement);
    notice.textContent = model.notice?.text ?? "";
    notice.classList.toggle("red", model.notice?.grave === true);
    for (const button of root.querySelectorAll("button[data-mode]")) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-mode") === model.mode));
    }
    for (const button of root.querySelectorAll("button[data-panel]")) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-panel") === model.panel));
    }
    one(root, ".finalize", HTMLElement).hidden = model.mode !== "meeting";
    one(root, ".demo", HTMLElement).hidden = model.mode !== "coding";
    suggest(model.online);
  }

  /** @param {"sent" | "received"} kind @param {Payload} payload */
  #notePayload(kind, payload) {
    if (typeof payload === "string") {
      this.#note(kind, payload);
    } else {
      this.#note(kind, String(payload.byteLength), true);
    }
  }

  /** @param {import("./conversation.js").Frame["kind"]} kind @param {string} text @param {boolean} [audio] */
  #note(kind, text, audio = false) {
    this.#inspector.add({ at: Date.now(), badge: this.#name, kind, text, audio });
  }

  /**
   * How much sound went out (packets) and came in (milliseconds), for those who test sound without
   * ears.
   *
   * @param {"spoken" | "played"} what
   * @param {number} more
   */
  #count(what, more) {
    this.#root.dataset[what] = String(Number(this.#root.dataset[what] ?? 0) + more);
  }

  /** @param {string} name */
  #field(name) {
    return one(this.#root, `input.${name}`, HTMLInputElement);
  }
}

/** @type {Record<Mode, "Chat" | "Meeting" | "Working" | "Coding">} */
const MODE_WORDS = { chat: "Chat", meeting: "Meeting", working: "Working", coding: "Coding" };

/**
 * What has come in, for those who hear the page.
 *
 * @param {Model} before @param {Model} now
 */
function news(before, now) {
  if (now.talk !== before.talk) {
    return now.talk.at(-1)?.text;
  }
  if (now.letters !== before.letters) {
    return `${now.letters.at(-1)?.from}: ${now.letters.at(-1)?.text}`;
  }
  if (now.minutes !== before.minutes) {
    return now.minutes?.title;
  }
  return now.advice !== before.advice ? now.advice?.insights?.[0] : undefined;
}

/** @param {State} state @param {string} detail @param {number} delayMs */
function described(state, detail, delayMs) {
  const seconds = Math.ceil(delayMs / 1000);
  switch (state) {
    case "away":
      return say("Not connected");
    case "opening":
      return say("Connecting …");
    case "open":
      return say("Connected");
    case "waiting":
      return detail === "unreachable"
        ? say("Not let in or not reachable (id, token, address?); next try in {seconds} s", { seconds })
        : say("The connection was lost; next try in {seconds} s", { seconds });
    case "asleep":
      return say("Asleep; it wakes up when you use it");
    case "refused":
      return detail === "4001"
        ? say("Another connection of this badge has taken over")
        : say("The server has ended the connection");
  }
}

/** Proposes whom to write to. @param {readonly string[]} online */
function suggest(online) {
  const list = document.querySelector("#online");
  if (list !== null && list.children.length !== online.length) {
    list.replaceChildren(...online.map((id) => Object.assign(element("option"), { value: id })));
  }
}
