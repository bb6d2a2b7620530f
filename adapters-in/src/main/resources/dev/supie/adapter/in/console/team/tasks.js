/** The board of a group: open and done, by mouse, finger or keyboard. */

import { element, memory, one } from "../common/dom.js";
import { say } from "../common/language.js";
import { ask, attempt } from "./api.js";

/** @typedef {{id: string, title: string, status: "open" | "done", owner: string, priority: number, due?: string}} Task */

const SHOWN_MAX = 400;
const KEY = "supie.group";
const KIND = "application/x-supie-task";

export class Tasks {
  #root;
  #group;
  #filter;
  /** @type {Task[]} */
  #tasks = [];
  #drawn = "";

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#group = one(root, ".group", HTMLInputElement);
    this.#filter = one(root, ".filter", HTMLInputElement);
    this.#group.value = memory.recall(KEY) ?? "browser-";
    this.#group.addEventListener("change", () => {
      memory.keep(KEY, this.#group.value.trim());
      attempt(one(root, ".trouble", HTMLElement), () => this.refresh());
    });
    this.#filter.addEventListener("input", () => this.#draw());
    one(root, ".add", HTMLFormElement).addEventListener("submit", (event) => {
      event.preventDefault();
      this.#add();
    });
    for (const status of /** @type {const} */ (["open", "done"])) {
      const column = one(root, `.column.${status}`, HTMLElement);
      column.addEventListener("dragover", (event) => {
        if (event.dataTransfer?.types.includes(KIND)) {
          event.preventDefault();
        }
      });
      column.addEventListener("drop", (event) => {
        event.preventDefault();
        this.#move(event.dataTransfer?.getData(KIND) ?? "", status);
      });
    }
  }

  async refresh() {
    const group = this.#group.value.trim();
    if (group === "") {
      return;
    }
    const page = await ask(`workflow?limit=${SHOWN_MAX}&groupKey=${encodeURIComponent(group)}`);
    this.#tasks = page.tasks;
    this.#draw();
  }

  async #add() {
    const title = one(this.#root, ".add input", HTMLInputElement);
    const id = `t-${crypto.getRandomValues(new Uint32Array(2)).join("-")}`;
    await this.#change({ id, title: title.value.trim() });
    title.value = "";
  }

  /** @param {string} id @param {"open" | "done"} status */
  async #move(id, status) {
    const task = this.#tasks.find((each) => each.id === id);
    if (task !== undefined && task.status !== status) {
      await this.#change({ id, status });
    }
  }

  /** @param {object} task */
  async #change(task) {
    await attempt(one(this.#root, ".trouble", HTMLElement), async () => {
      await ask("workflow/tasks", "POST", { groupKey: this.#group.value.trim(), tasks: [task] });
      await this.refresh();
    });
  }

  #draw() {
    const wanted = this.#filter.value.trim().toLowerCase();
    const shown = this.#tasks.filter((task) => `${task.title} ${task.owner}`.toLowerCase().includes(wanted));
    const state = JSON.stringify(shown);
    if (state === this.#drawn) {
      return;
    }
    this.#drawn = state;
    for (const status of /** @type {const} */ (["open", "done"])) {
      const tasks = shown.filter((task) => task.status === status);
      const column = one(this.#root, `.column.${status}`, HTMLElement);
      one(column, ".number", HTMLElement).textContent = String(tasks.length);
      one(column, "ul", HTMLElement).replaceChildren(...tasks.map((task) => this.#card(task)));
    }
  }

  /** @param {Task} task */
  #card(task) {
    const card = element("li", "task");
    card.draggable = true;
    card.addEventListener("dragstart", (event) => event.dataTransfer?.setData(KIND, task.id));
    card.append(element("b", task.priority === 0 ? "urgent" : "", task.title));
    card.append(element("span", "quiet", [task.owner, task.due].filter(Boolean).join(" · ")));
    const other = task.status === "open" ? "done" : "open";
    const button = element("button", "", task.status === "open" ? say("Done") : say("Open again"));
    button.type = "button";
    button.setAttribute("aria-label", `${button.textContent}: ${task.title}`);
    button.addEventListener("click", () => this.#move(task.id, other));
    card.append(button);
    return card;
  }
}
