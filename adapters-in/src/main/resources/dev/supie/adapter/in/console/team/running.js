/** The meetings that run right now, with who takes part. For administrators. */

import { element, one } from "../common/dom.js";
import { say } from "../common/language.js";
import { VirtualList } from "../common/virtual-list.js";
import { ask } from "./api.js";

/** @typedef {{id: string, deviceId: string, guests: string[], phase: string, startedAtMs: number, totalSegments: number}} Run */

const ROW_PIXELS = 52;
const SHOWN_PIXELS_MAX = 4 * ROW_PIXELS;

export class Running {
  #root;
  #place;
  /** @type {VirtualList<Run>} */
  #list;
  #drawn = "";
  /** Changes when somebody else is here; what was asked before is not for him. */
  #looks = 0;

  /**
   * @param {HTMLElement} root
   * @param {(id: string) => void} open
   */
  constructor(root, open) {
    this.#root = root;
    this.#place = one(root, ".runs", HTMLElement);
    const fill = (/** @type {HTMLElement} */ row, /** @type {Run} */ run) => {
      const button = element("button", "run");
      button.type = "button";
      button.append(element("b", "", [run.deviceId, ...run.guests].join(", ")), element("span", "quiet", facts(run)));
      button.addEventListener("click", () => open(run.id));
      row.append(button);
    };
    this.#list = new VirtualList(this.#place, ROW_PIXELS, fill, (run) => run.id);
  }

  /** Whoever is here now must not see it. */
  forget() {
    this.#looks += 1;
    this.#drawn = "";
    this.#root.hidden = true;
    this.#list.show([]);
  }

  async refresh() {
    const look = this.#looks;
    /** @type {Run[]} */
    const runs = await ask("admin/meetings/running");
    if (look !== this.#looks) {
      return;
    }
    const state = JSON.stringify(runs);
    if (state !== this.#drawn) {
      this.#drawn = state;
      this.#root.hidden = runs.length === 0;
      this.#place.style.height = `${Math.min(SHOWN_PIXELS_MAX, runs.length * ROW_PIXELS)}px`;
      this.#list.show(runs);
    }
  }
}

/** @param {Run} run */
function facts(run) {
  return [
    say(run.phase === "recording" ? "live" : "minutes are being written"),
    say("since {time}", { time: new Date(run.startedAtMs).toLocaleTimeString([], { timeStyle: "short" }) }),
    say("Segments: {count}", { count: run.totalSegments }),
  ].join(" · ");
}
