/** The page `/console/`: what the team's badges do. */

import { one } from "../common/dom.js";
import { say, settle } from "../common/language.js";
import { ask, attempt, keepAsking, Refusal } from "./api.js";
import { Devices } from "./devices.js";
import { Meetings } from "./meetings.js";
import { Numbers } from "./numbers.js";
import { Tasks } from "./tasks.js";

/** Well below the ten requests a second that an address has (REST-1). */
const LOOK_MS = 5_000;

settle();
const state = one(document, "#state", HTMLElement);
const signIn = one(document, "#sign-in", HTMLFormElement);
const signOut = one(document, "#sign-out", HTMLButtonElement);
const devices = one(document, "#devices", HTMLElement);
const guarded = one(document, "#guarded", HTMLElement);
const views = {
  devices: new Devices(devices),
  meetings: new Meetings(one(document, "#meetings", HTMLElement)),
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
    }
    if (!guarded.hidden) {
      await independently(() => views.meetings.refresh());
      await independently(() => views.tasks.refresh());
    }
  }
  if (problems.length === 0) {
    told("open", say("Connected"));
  } else {
    told("waiting", problems[0] instanceof Refusal ? problems[0].message : say("The server does not answer; asked again soon."));
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
