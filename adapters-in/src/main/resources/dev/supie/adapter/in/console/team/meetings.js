/** The archive: what runs, what was recorded, and what is in it. */

import { element, one } from "../common/dom.js";
import { say } from "../common/language.js";
import { VirtualList } from "../common/virtual-list.js";
import { ask, attempt, Refusal } from "./api.js";

/** @typedef {{id: string, deviceId: string, title: string, phase: string, startedAtMs: number, durationMs: number, totalSegments: number}} Meeting */
/** @typedef {{n: number, ts: number, speakerId?: string, speaker?: string, text: string}} Segment */

const SHOWN_MAX = 50;
const PAGE = 500;
const SEGMENTS_MAX = 20_000;
/** Between two pages: everything else of the page shares the ten requests a second (REST-1). */
const PAGE_PAUSE_MS = 150;
const ROW_PIXELS = 52;

export class Meetings {
  #root;
  #list;
  #detail;
  /** @type {VirtualList<Segment>} */
  #transcript;
  /** @type {Segment[]} */
  #segments = [];
  /** @type {Meeting | null} */
  #open = null;
  #found = false;
  /** What was chosen last, whatever the order in which answers come. */
  #wanted = "";
  /** The minutes that are shown. */
  #written = "";

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#list = one(root, ".meetings", HTMLElement);
    this.#detail = one(root, ".meeting", HTMLElement);
    this.#transcript = new VirtualList(
      one(root, ".transcript", HTMLElement),
      ROW_PIXELS,
      (row, segment) => this.#fill(row, segment),
      (segment) => String(segment.n),
    );
    one(root, ".search", HTMLFormElement).addEventListener("submit", (event) => {
      event.preventDefault();
      attempt(one(root, ".trouble", HTMLElement), () => this.#search());
    });
  }

  /** @param {HTMLElement} row @param {Segment} segment */
  #fill(row, segment) {
    const button = element("button", "segment");
    button.type = "button";
    button.append(
      element("time", "", clock(segment.ts)),
      element("b", "", segment.speaker ?? segment.speakerId ?? ""),
      element("span", "", segment.text),
    );
    // A row has two lines; who wants more of it gets it below.
    button.addEventListener("click", () => this.#whole(segment.text));
    row.append(button);
  }

  /** @param {string} text of a segment; nothing hides the place for it */
  #whole(text) {
    const place = one(this.#detail, ".whole", HTMLElement);
    place.textContent = text;
    place.hidden = text === "";
  }

  /** What has happened since: the list, and the meeting that is open unless it is over. */
  async refresh() {
    if (!this.#found) {
      this.#show(await ask(`meetings/recent?limit=${SHOWN_MAX}`));
    }
    if (this.#open !== null && this.#open.phase !== "finalized") {
      await this.#unlessGone(this.#open.id, this.#read(this.#open.id));
    }
  }

  /**
   * A meeting that somebody has removed is closed, and is no reason to stop looking.
   *
   * @param {string} id @param {Promise<void>} reading
   */
  async #unlessGone(id, reading) {
    try {
      await reading;
    } catch (problem) {
      if (!(problem instanceof Refusal) || problem.status !== 404) {
        throw problem;
      }
      if (this.#open?.id === id) {
        this.#close();
      }
    }
  }

  #close() {
    this.#open = null;
    this.#segments = [];
    this.#transcript.show([]);
    this.#whole("");
    this.#detail.hidden = true;
    for (const button of this.#list.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", "false");
    }
  }

  async #search() {
    const words = one(this.#root, ".search input", HTMLInputElement).value.trim();
    this.#found = words !== "";
    if (!this.#found) {
      await this.refresh();
      return;
    }
    const answer = await ask(`meetings/search?limit=${SHOWN_MAX}&q=${encodeURIComponent(words)}`);
    this.#show(answer.hits.map((/** @type {any} */ hit) => ({ ...hit.meeting, excerpt: hit.excerpts[0]?.text })));
  }

  /** @param {(Meeting & {excerpt?: string})[]} meetings */
  #show(meetings) {
    const rows = meetings.map((meeting) => {
      const row = element("li");
      const button = element("button", "row");
      button.type = "button";
      button.dataset.meeting = meeting.id;
      button.setAttribute("aria-pressed", String(meeting.id === this.#open?.id));
      button.append(
        element("b", "", meeting.title || say("Without a title")),
        element("span", "quiet", meeting.excerpt ?? `${day(meeting.startedAtMs)} · ${length(meeting.durationMs)} · ${meeting.deviceId}`),
      );
      if (meeting.phase === "recording") {
        button.append(element("span", "live", say("live")));
      }
      button.addEventListener("click", () => this.open(meeting.id));
      row.append(button);
      return row;
    });
    one(this.#root, ".none", HTMLElement).hidden = rows.length > 0;
    if (!sameText(this.#list, rows)) {
      const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.meeting : undefined;
      this.#list.replaceChildren(...rows);
      // Whoever walks through the list with the keyboard stays where he is.
      this.#button(focused)?.focus();
    }
  }

  /** @param {string | undefined} id */
  #button(id) {
    return [...this.#list.querySelectorAll("button")].find((button) => button.dataset.meeting === id);
  }

  /** Shows a meeting. @param {string} id */
  async open(id) {
    this.#wanted = id;
    await attempt(one(this.#root, ".trouble", HTMLElement), async () => {
      const meeting = await ask(`meetings/${encodeURIComponent(id)}`);
      if (id !== this.#wanted) {
        return;
      }
      if (id !== this.#open?.id) {
        this.#segments = [];
        this.#transcript.show([]);
        this.#whole("");
      }
      this.#draw(meeting);
      this.#detail.hidden = false;
      await this.#unlessGone(id, this.#more(id));
    });
  }

  /** What has become of the open meeting. @param {string} id */
  async #read(id) {
    const meeting = await ask(`meetings/${encodeURIComponent(id)}`);
    if (this.#open?.id === id) {
      this.#draw(meeting);
      await this.#more(id);
    }
  }

  /** @param {Meeting & {summary?: object}} meeting */
  #draw(meeting) {
    this.#open = meeting;
    for (const button of this.#list.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.dataset.meeting === meeting.id));
    }
    one(this.#detail, "h3", HTMLElement).textContent = meeting.title || say("Without a title");
    one(this.#detail, ".export", HTMLAnchorElement).href = `../supie/meetings/${encodeURIComponent(meeting.id)}/export.md`;
    const written = `${meeting.id} ${JSON.stringify(meeting.summary)}`;
    if (written !== this.#written) {
      this.#written = written;
      one(this.#detail, ".minutes", HTMLElement).replaceChildren(...minutes(meeting.summary));
    }
  }

  /** @param {string} id */
  async #more(id) {
    let page;
    do {
      if (page !== undefined) {
        await new Promise((done) => setTimeout(done, PAGE_PAUSE_MS));
      }
      page = await ask(`meetings/${encodeURIComponent(id)}/transcript?offset=${this.#segments.length}&limit=${PAGE}`);
      // Another meeting was chosen, or a look of the clock has brought the same page meanwhile.
      if (this.#open?.id !== id || page.offset !== this.#segments.length) {
        return;
      }
      this.#segments.push(...page.segments);
      // Captions that grow are read at their end, what is over from its beginning.
      if (page.segments.length > 0) {
        this.#transcript.show(this.#segments, this.#open.phase === "recording");
      }
      one(this.#detail, ".count", HTMLElement).textContent = say("Segments: {count}", { count: page.total });
    } while (page.segments.length === PAGE && this.#segments.length < SEGMENTS_MAX);
  }
}

/** @param {any} summary */
function minutes(summary) {
  if (summary === undefined || summary === null) {
    return [element("p", "quiet", say("No minutes yet."))];
  }
  return [
    ...points(say("Points"), summary.bullets),
    ...points(say("Decisions"), summary.decisions),
    ...points(say("To do"), summary.actions),
    ...points(say("Risks"), summary.risks),
    ...points(say("Next"), summary.nextSteps),
  ];
}

/** @param {string} title @param {string[] | undefined} items */
function points(title, items) {
  if (items === undefined || items.length === 0) {
    return [];
  }
  const list = element("ul");
  list.append(...items.map((item) => element("li", "", item)));
  return [element("h4", "", title), list];
}

/**
 * Whether drawing would change nothing, so that a list does not jump under a finger.
 *
 * @param {HTMLElement} list @param {HTMLElement[]} rows
 */
function sameText(list, rows) {
  return (
    list.childElementCount === rows.length &&
    rows.length > 0 &&
    rows.every((row, index) => row.textContent === list.children[index]?.textContent)
  );
}

/** @param {number} millis */
function clock(millis) {
  return new Date(millis).toTimeString().slice(0, 8);
}

/** @param {number} millis */
function day(millis) {
  return new Date(millis).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
}

/** @param {number} millis */
function length(millis) {
  return new Date(millis).toISOString().slice(11, 19);
}
