/** Draws what a badge knows onto its e-ink screen: black, white and red, no greys, no motion. */

import { element } from "../common/dom.js";
import { say } from "../common/language.js";
import { ME, SERVER } from "./model.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Line} Line */

const TASKS_MAX = 12;

/**
 * @param {HTMLElement} root
 * @param {Model} model
 */
export function draw(root, model) {
  root.replaceChildren(...content(model));
  // Paper shows the newest line, as a badge has nobody who scrolls.
  root.scrollTop = model.panel === "talk" ? root.scrollHeight : 0;
}

/** @param {Model} model @returns {HTMLElement[]} */
function content(model) {
  switch (model.panel) {
    case "talk":
      return talk(model);
    case "minutes":
      return minutes(model);
    case "tasks":
      return tasks(model);
    case "build":
      return build(model);
    case "letters":
      return letters(model);
  }
}

/** @param {Model} model */
function talk(model) {
  const lines = model.mode === "meeting" ? [...model.captions, ...model.pending] : model.talk;
  return lines.length === 0
    ? [nothing(model.mode === "meeting" ? say("The meeting is being recorded.") : say("Say or type something."))]
    : lines.map(spokenLine);
}

/** @param {Line} line */
function spokenLine(line) {
  const row = element("p", `line ${line.who === SERVER ? "answer" : ""}`);
  if (line.who !== ME && line.who !== SERVER) {
    row.append(element("b", "", `${line.who} `));
  }
  row.append(line.text);
  return row;
}

/** @param {Model} model */
function minutes(model) {
  const summary = model.minutes;
  if (summary === null) {
    return [nothing(say("No minutes yet."))];
  }
  return [
    element("h4", "", summary.title ?? ""),
    element("p", "small", summary.duration ?? ""),
    ...points(say("Points"), summary.bullets),
    ...points(say("Decisions"), summary.decisions, true),
    ...points(say("To do"), summary.actions),
    ...points(say("Risks"), summary.risks, true),
    ...points(say("Next"), summary.nextSteps),
  ];
}

/** @param {string} title @param {string[] | undefined} items @param {boolean} [red] */
function points(title, items, red = false) {
  if (items === undefined || items.length === 0) {
    return [];
  }
  const list = element("ul");
  list.append(...items.map((item) => element("li", "", item)));
  return [element("h5", red ? "red" : "", title), list];
}

/** @param {Model} model */
function tasks(model) {
  if (model.tasks.length === 0) {
    return [nothing(say("No tasks."))];
  }
  const list = element("ol", "tasks");
  for (const task of model.tasks.slice(0, TASKS_MAX)) {
    const item = element("li", task.status === "done" ? "done" : "");
    item.append(element("span", task.priority === 0 && task.status !== "done" ? "red" : "", task.title));
    item.append(element("span", "small", ` ${task.owner ?? ""}`));
    list.append(item);
  }
  return [list];
}

/** @param {Model} model */
function build(model) {
  const advice = model.advice;
  if (advice === null) {
    return [nothing(say("No build yet."))];
  }
  return [
    ...points(say("What happens"), advice.insights),
    ...points(say("Risks"), advice.risks, true),
    ...points(say("To do"), advice.actions),
    ...points(say("Next"), advice.nextSteps),
  ];
}

/** @param {Model} model */
function letters(model) {
  if (model.letters.length === 0) {
    return [nothing(say("No messages."))];
  }
  return [...model.letters].reverse().map((letter) => {
    const row = element("p", "line");
    row.append(element("b", letter.category === "task" ? "red" : "", `${letter.from} `), letter.text);
    return row;
  });
}

/** @param {string} text */
function nothing(text) {
  return element("p", "nothing", text);
}
