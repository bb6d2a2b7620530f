/** What administrators do to the server itself: its configuration, its log, a copy of all it keeps. */

import { element, one } from "../common/dom.js";
import { say } from "../common/language.js";
import { ask, attempt, download, Refusal } from "./api.js";

/** @typedef {{changed: string[], needRestart: string[]}} Changes */

/** The browser writes the file meanwhile. */
const FILE_MS_MAX = 60_000;

export class Administration {
  #log;
  /** Whose level is shown; empty for everybody. */
  #logger = "";

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#log = one(root, ".log", HTMLFormElement);
    act(one(root, ".configuration", HTMLElement), reload);
    const safe = one(root, ".backup", HTMLFormElement);
    act(safe, (outcome) => backup(one(safe, "input", HTMLInputElement), outcome));
    one(this.#log, ".logger", HTMLInputElement).addEventListener("change", () => this.#attempt(() => this.#look()));
    this.#log.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#attempt(() => this.#change());
    });
  }

  /** The level may be changed elsewhere, too. */
  async refresh() {
    const logger = this.#logger;
    const now = await ask(`admin/log-level?logger=${encodeURIComponent(logger)}`);
    if (logger === this.#logger) {
      this.#tell(now);
    }
  }

  /** @param {() => Promise<void>} action */
  #attempt(action) {
    return attempt(one(this.#log, ".trouble", HTMLElement), action);
  }

  /** Shows the level of who was typed in. */
  async #look() {
    const name = one(this.#log, ".logger", HTMLInputElement);
    const select = one(this.#log, "select", HTMLSelectElement);
    const before = select.value;
    const logger = name.value.trim();
    const now = await ask(`admin/log-level?logger=${encodeURIComponent(logger)}`);
    if (name.value.trim() !== logger) {
      return;
    }
    this.#logger = logger;
    this.#tell(now);
    // What was chosen meanwhile is what is wanted.
    if (select.value === before) {
      select.value = now.level;
    }
  }

  async #change() {
    const logger = one(this.#log, ".logger", HTMLInputElement).value.trim();
    const level = one(this.#log, "select", HTMLSelectElement).value;
    const now = await ask("admin/log-level", "POST", { logger, level });
    this.#logger = logger;
    this.#tell(now);
  }

  /** @param {{logger: string, level: string}} now */
  #tell(now) {
    const text = say("Now: {level}", { level: now.level });
    const line = one(this.#log, ".outcome", HTMLElement);
    // Written only when it changes, because it is read out.
    if (line.textContent !== text) {
      const first = line.textContent === "";
      line.textContent = text;
      if (first) {
        one(this.#log, "select", HTMLSelectElement).value = now.level;
      }
    }
  }
}

/**
 * Makes the button of a place or form do something, not twice at a time, and say there what came of it.
 *
 * @param {HTMLElement} place
 * @param {(outcome: HTMLElement) => Promise<void>} action
 */
function act(place, action) {
  const button = one(place, "button", HTMLButtonElement);
  const outcome = one(place, ".outcome", HTMLElement);
  const pressed = async () => {
    if (button.ariaDisabled === "true") {
      return;
    }
    // Not `disabled`, which would take the focus from it.
    button.ariaDisabled = "true";
    outcome.replaceChildren();
    await attempt(one(place, ".trouble", HTMLElement), () => action(outcome));
    button.ariaDisabled = null;
  };
  if (place instanceof HTMLFormElement) {
    place.addEventListener("submit", (event) => {
      event.preventDefault();
      pressed();
    });
  } else {
    button.addEventListener("click", pressed);
  }
}

/** CFG-3. @param {HTMLElement} outcome */
async function reload(outcome) {
  try {
    outcome.replaceChildren(...told(await ask("admin/reload", "POST")));
  } catch (problem) {
    if (!(problem instanceof Refusal) || problem.problems.length === 0) {
      throw problem;
    }
    outcome.replaceChildren(
      element("p", "refused", say("Nothing was changed. Problems: {count}", { count: problem.problems.length })),
      list(problem.problems.map((text) => element("li", "", text))),
    );
  }
}

/** @param {Changes} changes */
function told({ changed, needRestart }) {
  if (changed.length === 0) {
    return [element("p", "", say("Nothing has changed."))];
  }
  const rows = changed.map((key) => {
    const row = element("li");
    row.append(element("code", "", key));
    if (needRestart.includes(key)) {
      row.append(" ", element("b", "refused", say("from the next start on")));
    }
    return row;
  });
  return [element("p", "", say("Changed: {count}", { count: changed.length })), list(rows)];
}

/** @param {HTMLLIElement[]} rows */
function list(rows) {
  const made = element("ul", "findings");
  made.append(...rows);
  return made;
}

/**
 * The file holds the token itself, so a browser that is left alone and signed in must not be enough for it.
 *
 * @param {HTMLInputElement} token
 * @param {HTMLElement} outcome
 */
async function backup(token, outcome) {
  outcome.textContent = say("It is being made …");
  try {
    const { name, content } = await download("admin/backup", token.value);
    token.value = "";
    const address = URL.createObjectURL(content);
    Object.assign(element("a"), { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), FILE_MS_MAX);
    outcome.textContent = say("{name}, {size} MB", { name, size: (content.size / 1e6).toFixed(1) });
  } catch (problem) {
    outcome.textContent = "";
    throw problem;
  }
}
