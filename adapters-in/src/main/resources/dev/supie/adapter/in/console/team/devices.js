/** Who is let in, who waits to be, and who is here. For administrators. */

import { element, one } from "../common/dom.js";
import { say } from "../common/language.js";
import { VirtualList } from "../common/virtual-list.js";
import { ask, attempt } from "./api.js";

/** @typedef {{deviceId: string, state: string, code?: string, since: string, about: string, online?: boolean, mode?: string, lastSeen?: string}} Device */

const SHOWN_MAX = 500;
const ROW_PIXELS = 44;

export class Devices {
  #root;
  /** @type {VirtualList<Device>} */
  #list;
  #drawn = "";

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#list = new VirtualList(one(root, ".devices", HTMLElement), ROW_PIXELS, (row, device) => fill(row, device));
  }

  async refresh() {
    const page = await ask(`admin/devices?limit=${SHOWN_MAX}`);
    /** @type {Device[]} */
    const devices = page.devices;
    const state = JSON.stringify(devices);
    if (state === this.#drawn) {
      return;
    }
    this.#drawn = state;
    const waiting = devices.filter((device) => device.state === "pending");
    one(this.#root, ".pending", HTMLElement).replaceChildren(...waiting.map((device) => this.#applicant(device)));
    one(this.#root, ".devices", HTMLElement).hidden = waiting.length === devices.length;
    this.#list.show(devices.filter((device) => device.state !== "pending"));
    one(this.#root, ".none", HTMLElement).hidden = devices.length > 0;
  }

  /** @param {Device} device */
  #applicant(device) {
    const row = element("li", "applicant");
    row.append(element("b", "", device.code ?? ""), element("span", "", `${device.deviceId} · ${device.about}`));
    for (const verb of /** @type {const} */ (["approve", "reject"])) {
      const button = element("button", "", verb === "approve" ? say("Approve") : say("Reject"));
      button.type = "button";
      button.setAttribute("aria-label", `${button.textContent}: ${device.deviceId}`);
      button.addEventListener("click", () =>
        attempt(one(this.#root, ".trouble", HTMLElement), async () => {
          await ask(`admin/devices/${verb}`, "POST", { code: device.code });
          await this.refresh();
        }),
      );
      row.append(button);
    }
    return row;
  }
}

/** @param {HTMLElement} row @param {Device} device */
function fill(row, device) {
  row.append(element("b", "", device.deviceId));
  row.append(element("span", device.online === true ? "here" : "quiet", [
    device.online === undefined ? "" : device.online ? say("online") : say("away"),
    device.mode ?? "",
    device.state === "revoked" ? say("revoked") : "",
    device.about,
  ].filter(Boolean).join(" · ")));
}
