/** Who is let in, who waits to be, who is here, and what waits for them. For administrators. */

import { element, one } from "../common/dom.js";
import { say } from "../common/language.js";
import { VirtualList } from "../common/virtual-list.js";
import { ask, attempt, Refusal } from "./api.js";

/** @typedef {{deviceId: string, state: string, code?: string, about: string}} Enrolled */
/** @typedef {{deviceId: string, mode: string, address: string, lastHeardMs: number}} Present */
/** @typedef {{deviceId: string, waiting: number}} Queue */
/** @typedef {{deviceId: string, state: string, about: string, present: Present | undefined, waiting: number}} Device */

const SHOWN_MAX = 500;
const ROW_PIXELS = 52;
const NOT_FOUND = 404;

export class Devices {
  #root;
  /** @type {VirtualList<Device>} */
  #list;
  #drawn = "";
  /** Whether this server tells who is here. */
  #tellsPresence = true;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#list = new VirtualList(
      one(root, ".devices", HTMLElement),
      ROW_PIXELS,
      (row, device) => this.#fill(row, device),
      (device) => device.deviceId,
    );
  }

  async refresh() {
    /** @type {Enrolled[]} */
    const enrolled = (await ask(`admin/devices?limit=${SHOWN_MAX}`)).devices;
    /** @type {Present[]} */
    const present = await this.#ifTold("admin/devices/online");
    /** @type {Queue[]} */
    const queues = await this.#ifTold("admin/queues");
    const devices = together(enrolled, present, queues);
    // Moments pass all the time; only what they are about is news.
    const state = JSON.stringify([enrolled, devices.map((device) => [device.present?.mode, device.waiting, device.deviceId])]);
    if (state === this.#drawn) {
      return;
    }
    this.#drawn = state;
    const applicants = enrolled.filter((device) => device.state === "pending");
    one(this.#root, ".pending", HTMLElement).replaceChildren(...applicants.map((device) => this.#applicant(device)));
    one(this.#root, ".devices", HTMLElement).hidden = devices.length === 0;
    one(this.#root, ".none", HTMLElement).hidden = devices.length + applicants.length > 0;
    this.#list.show(devices);
  }

  /** @param {string} path @returns {Promise<any[]>} */
  async #ifTold(path) {
    if (!this.#tellsPresence) {
      return [];
    }
    try {
      return await ask(path);
    } catch (problem) {
      if (problem instanceof Refusal && problem.status === NOT_FOUND) {
        this.#tellsPresence = false;
        return [];
      }
      throw problem;
    }
  }

  /** @param {Enrolled} device */
  #applicant(device) {
    const row = element("li", "applicant");
    row.append(element("b", "", device.code ?? ""), element("span", "", `${device.deviceId} · ${device.about}`));
    row.append(
      this.#button(say("Approve"), device.deviceId, "approve", { code: device.code }),
      this.#button(say("Reject"), device.deviceId, "reject", { code: device.code }),
    );
    return row;
  }

  /** @param {HTMLElement} row @param {Device} device */
  #fill(row, device) {
    const here = device.present;
    const told = this.#tellsPresence ? say(here === undefined ? "away" : "online") : "";
    const facts = element("span", here === undefined ? "quiet" : "here");
    facts.textContent = [
      told,
      here?.mode ?? "",
      device.waiting > 0 ? say("{count} messages wait", { count: device.waiting }) : "",
      device.state === "revoked" ? say("revoked") : "",
      here?.address ?? device.about,
    ].filter(Boolean).join(" · ");
    const text = element("span", "facts");
    text.append(element("b", "", device.deviceId), facts);
    row.append(text);
    if (here !== undefined) {
      row.append(this.#button(say("Disconnect"), device.deviceId, "kick", { deviceId: device.deviceId }));
    }
  }

  /** @param {string} text @param {string} whom @param {string} verb @param {object} body */
  #button(text, whom, verb, body) {
    const button = element("button", "", text);
    button.type = "button";
    button.setAttribute("aria-label", `${text}: ${whom}`);
    button.addEventListener("click", () =>
      attempt(one(this.#root, ".trouble", HTMLElement), async () => {
        await ask(`admin/devices/${verb}`, "POST", body);
        await this.refresh();
      }),
    );
    return button;
  }
}

/**
 * Every badge once; those that are here first.
 *
 * @param {Enrolled[]} enrolled @param {Present[]} present @param {Queue[]} queues
 * @returns {Device[]}
 */
function together(enrolled, present, queues) {
  const waiting = new Map(queues.map((queue) => [queue.deviceId, queue.waiting]));
  const decided = new Map(enrolled.filter((each) => each.state !== "pending").map((each) => [each.deviceId, each]));
  const here = new Map(present.map((each) => [each.deviceId, each]));
  const ids = new Set([...here.keys(), ...decided.keys(), ...waiting.keys()]);
  return [...ids].map((deviceId) => ({
    deviceId,
    state: decided.get(deviceId)?.state ?? "",
    about: decided.get(deviceId)?.about ?? "",
    present: here.get(deviceId),
    waiting: waiting.get(deviceId) ?? 0,
  }));
}
