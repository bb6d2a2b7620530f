/**
 * The connection of a badge, which comes back by itself as firmware does (MSG-10).
 *
 * States: `away` (not wanted), `opening`, `open`, `waiting` (for the next try), `asleep` (the server
 * found it idle; it comes back when it is used) and `refused` (it must not come back by itself).
 */

/** @typedef {"away" | "opening" | "open" | "waiting" | "asleep" | "refused"} State */
/** @typedef {{url: string, device: string, token: string}} Place */
/** @typedef {string | ArrayBuffer} Payload */

/**
 * @typedef {object} Listener
 * @property {(state: State, detail: string, delayMs: number) => void} changed
 * @property {(place: Place) => void} connecting
 * @property {(payload: Payload) => void} heard
 * @property {(payload: Payload) => void} said
 * @property {(code: number, reason: string) => void} ended
 */

const FIRST_PAUSE_MS = 1_000;
const PAUSE_MS_MAX = 30_000;

/** A server that shuts down asks for this much patience (MSG-10). */
const RESTART_PAUSE_MS = { least: 1_000, most: 10_000 };

/** Without a sign of life for so long a server is dead (MSG-8). */
const SILENCE_MS_MAX = 120_000;

/** What one socket may hold back before audio is left out. */
const BUFFERED_BYTES_MAX = 256 * 1024;

const NORMAL = 1000;
const GOING_AWAY = 1001;
const REPLACED = 4001;
const UNAUTHORISED = 4003;
const IDLE = 4009;

export class Link {
  /** @type {WebSocket | null} */
  #socket = null;
  /** @type {Place | null} */
  #place = null;
  /** @type {State} */
  #state = "away";
  #listener;
  #tries = 0;
  #timer = 0;
  #silence = 0;
  /** @type {Payload | null} what woke it up */
  #unsaid = null;

  /** @param {Listener} listener */
  constructor(listener) {
    this.#listener = listener;
  }

  get state() {
    return this.#state;
  }

  /** @param {Place} place */
  connect(place) {
    this.#drop();
    this.#place = place;
    this.#tries = 0;
    this.#open();
  }

  /** Ends it for good, as the wearer wants it. */
  disconnect() {
    this.#drop();
    this.#become("away", "");
  }


  /**
   * Sends, or wakes the connection up and sends then. False if there is none.
   *
   * @param {Payload} payload
   */
  send(payload) {
    if (this.#state === "asleep" && typeof payload === "string") {
      this.#unsaid = payload;
      this.#open();
      return true;
    }
    if (this.#socket === null || this.#state !== "open") {
      return false;
    }
    if (typeof payload !== "string" && this.#socket.bufferedAmount > BUFFERED_BYTES_MAX) {
      return false;
    }
    this.#socket.send(payload);
    this.#listener.said(payload);
    return true;
  }

  #open() {
    const place = this.#place;
    if (place === null) {
      return;
    }
    const url = new URL(place.url);
    // Browsers let no page set headers of a WebSocket, so id and token go into the query (HS-1, HS-2).
    url.searchParams.set("device-id", place.device);
    if (place.token !== "") {
      url.searchParams.set("token", place.token);
    }
    this.#become("opening", "");
    this.#listener.connecting(place);
    const socket = new WebSocket(url);
    socket.binaryType = "arraybuffer";
    this.#socket = socket;
    let opened = false;
    socket.addEventListener("open", () => {
      opened = true;
      this.#tries = 0;
      this.#become("open", "");
      this.#watch();
      this.#sayUnsaid();
    });
    socket.addEventListener("message", (event) => {
      this.#watch();
      this.#listener.heard(event.data);
    });
    socket.addEventListener("close", (event) => {
      if (this.#socket === socket) {
        this.#socket = null;
        clearTimeout(this.#silence);
        this.#listener.ended(event.code, event.reason);
        this.#after(event.code, opened);
      }
    });
  }

  #sayUnsaid() {
    if (this.#unsaid !== null) {
      const payload = this.#unsaid;
      this.#unsaid = null;
      this.send(payload);
    }
  }

  /** @param {number} code @param {boolean} opened */
  #after(code, opened) {
    if (code === NORMAL || code === REPLACED || code === UNAUTHORISED) {
      this.#become("refused", String(code));
    } else if (code === IDLE) {
      this.#become("asleep", String(code));
    } else if (code === GOING_AWAY) {
      const { least, most } = RESTART_PAUSE_MS;
      this.#again(least + Math.random() * (most - least), "restart");
    } else {
      const pause = Math.min(PAUSE_MS_MAX, FIRST_PAUSE_MS * 2 ** this.#tries);
      this.#tries += 1;
      // Half of it by chance, so that a room of badges does not come back in one moment.
      this.#again(pause * (0.5 + Math.random() / 2), opened ? "lost" : "unreachable");
    }
  }

  /** @param {number} pauseMs @param {string} why */
  #again(pauseMs, why) {
    this.#become("waiting", why, pauseMs);
    this.#timer = setTimeout(() => this.#open(), pauseMs);
  }

  #watch() {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#socket?.close(), SILENCE_MS_MAX);
  }

  #drop() {
    clearTimeout(this.#timer);
    clearTimeout(this.#silence);
    const socket = this.#socket;
    this.#socket = null;
    this.#unsaid = null;
    if (socket !== null) {
      this.#listener.ended(NORMAL, "");
      socket.close(NORMAL);
    }
  }

  /** @param {State} state @param {string} detail @param {number} [delayMs] */
  #become(state, detail, delayMs = 0) {
    this.#state = state;
    this.#listener.changed(state, detail, delayMs);
  }
}
