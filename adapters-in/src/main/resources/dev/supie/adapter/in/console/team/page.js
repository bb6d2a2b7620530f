/** The page `/console/`: what the team's badges do. */

import { one } from "../common/dom.js";
import { frame } from "../common/frame.js";
import { say } from "../common/language.js";
import { Administration } from "./administration.js";
import { ask, attempt, keepAsking, Refusal } from "./api.js";
import { Devices } from "./devices.js";
import { Meetings } from "./meetings.js";
import { Numbers } from "./numbers.js";
import { Running } from "./running.js";
import { Tasks } from "./tasks.js";

/** Well below the ten requests a second that an address has (REST-1). */
const LOOK_MS = 5_000;

frame();
const state = one(document, "#state", HTMLElement);
const signIn = one(document, "#sign-in", HTMLFormElement);
const signOut = one(document, "#sign-out", HTMLButtonElement);
const devices = one(document, "#devices", HTMLElement);
const guarded = one(document, "#guarded", HTMLElement);
const administration = one(document, "#administration", HTMLElement);
const meetings = new Meetings(one(document, "#meetings", HTMLElement));
const views = {
  administration: new Administration(administration),
  devices: new Devices(devices),
  meetings,
  running: new Running(one(document, "#meetings .running", HTMLElement), (id) => meetings.open(id)),
  tasks: new Tasks(one(document, "#tasks", HTMLElement)),
  numbers: new Numbers(one(document, "#numbers .figures", HTMLElement)),
};

/** @type {{role: "administrator" | "reader" | "nobody", readable: boolean}} */
let session = { role: "nobody", readable: false };

/** @param {typeof session} now */
function settleSession(now) {
  session = now;
  const nobody = now.role === "nobody";
  signIn.hidden = !nobody;
  signOut.hidden = nobody;
  devices.hidden = now.role !== "administrator";
  administration.hidden = now.role !== "administrator";
  if (now.role !== "administrator") {
    views.running.forget();
  }
  guarded.hidden = nobody && !now.readable;
}

async function look() {
  /** @type {unknown[]} */
  const problems = [];
  /** @param {() => Promise<void>} question whose failure keeps nobody else from asking */
  const independently = async (question) => {
    try {
      await question();
    } catch (problem) {
      problems.push(problem);
    }
  };
  await independently(async () => settleSession(await ask("admin/session")));
  // A server that does not answer is asked once.
  if (problems.length === 0) {
    await independently(() => views.numbers.refresh());
    if (session.role === "administrator") {
      await independently(() => views.devices.refresh());
      await independently(() => views.administration.refresh());
      await independently(() => views.running.refresh());
    }
    if (!guarded.hidden) {
      await independently(() => views.meetings.refresh());
      await independently(() => views.tasks.refresh());
    }
  }
  if (problems.length === 0) {
    told("open", say("Connected"));
  } else {
    const [problem] = problems;
    const isAnswer = problem instanceof Refusal && problem.status > 0;
    told("waiting", isAnswer ? problem.message : say("The server does not answer; asked again soon."));
  }
}

/** @param {string} kind @param {string} text */
function told(kind, text) {
  // Written only when it changes, because it is read out.
  if (state.textContent !== text) {
    state.dataset.state = kind;
    state.textContent = text;
  }
}

signIn.addEventListener("submit", async (event) => {
  event.preventDefault();
  const token = one(signIn, "input", HTMLInputElement);
  const trouble = one(document, "#sign-in-trouble", HTMLElement);
  trouble.textContent = "";
  try {
    settleSession(await ask("admin/session", "POST", { token: token.value }));
    token.value = "";
    await look();
  } catch (problem) {
    const status = problem instanceof Refusal ? problem.status : 0;
    trouble.textContent =
      status === 401 ? say("That is no token of this server.")
      : status === 429 ? say("Too many attempts; wait a minute.")
      : say("The server does not answer; asked again soon.");
  }
});

signOut.addEventListener("click", () =>
  attempt(one(document, "#sign-in-trouble", HTMLElement), async () => {
    settleSession(await ask("admin/session", "DELETE"));
  }),
);

keepAsking(LOOK_MS, look);
