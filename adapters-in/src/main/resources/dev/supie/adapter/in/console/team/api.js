/** REST, as everybody has it; the cookie of who has signed in goes along by itself. */

import { say } from "../common/language.js";

/** What came of a request that was not granted. Its message is for people, in the language of the page. */
export class Refusal extends Error {
  /**
   * @param {number} status of HTTP; 0 if there was no answer
   * @param {string} message
   * @param {string[]} [problems] one by one, if there may be several
   */
  constructor(status, message, problems = []) {
    super(message);
    this.status = status;
    this.problems = problems;
  }
}

/** An answer that takes longer is none. */
const ANSWER_MS_MAX = 15_000;

/** What the server says to who has signed in with the other token. */
const FOR_READING = "that token is for reading only";

/**
 * @param {string} path below `/supie/`
 * @param {string} [method]
 * @param {object} [body]
 * @returns {Promise<any>}
 */
export async function ask(path, method = "GET", body = undefined) {
  /** @type {RequestInit} */
  const request = { method, signal: AbortSignal.timeout(ANSWER_MS_MAX), headers: {} };
  if (body !== undefined) {
    request.headers = { "Content-Type": "application/json" };
    request.body = JSON.stringify(body);
  }
  const { status, envelope } = await answer(path, request);
  if (!envelope.success) {
    throw refused(status, envelope);
  }
  return envelope.data;
}

/** @param {string} path @param {RequestInit} request @returns {Promise<{status: number, envelope: any}>} */
async function answer(path, request) {
  try {
    const response = await fetch(`../supie/${path}`, request);
    return { status: response.status, envelope: await response.json() };
  } catch {
    throw new Refusal(0, say("The server does not answer."));
  }
}

/** @param {number} status @param {any} envelope */
function refused(status, envelope) {
  return new Refusal(status, inWords(status, envelope.error ?? String(status)), envelope.problems);
}

/**
 * What every question may be refused with is said in the language of the page, and what only one may be in the
 * words of the server.
 *
 * @param {number} status @param {string} error
 */
function inWords(status, error) {
  switch (status) {
    case 401:
      return say("You are not signed in any more.");
    case 403:
      return error === FOR_READING ? say("Your token is for reading only.") : error;
    case 429:
      return say("Too many requests; wait a moment.");
    default:
      return error;
  }
}

/**
 * A file, once all of it is here, for which having signed in is not enough. However large it is: there is no limit of
 * time.
 *
 * @param {string} path below `/supie/`
 * @param {string} token
 * @returns {Promise<{name: string, content: Blob}>}
 */
export async function download(path, token) {
  const request = { headers: { Authorization: `Bearer ${token}` } };
  const response = await fetch(`../supie/${path}`, request).catch(() => {
    throw new Refusal(0, say("The server does not answer."));
  });
  if (response.status === 401) {
    throw new Refusal(401, say("That is no token of this server."));
  }
  if (!response.ok) {
    throw refused(response.status, await response.json().catch(() => ({})));
  }
  const name = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? "supie";
  // The server breaks off what it cannot bring to its end, and a part of a file is worth nothing.
  const content = await response.blob().catch(() => {
    throw new Refusal(0, say("It broke off before its end; nothing was kept."));
  });
  return { name, content };
}

/**
 * Asks again and again, one question at a time, while the page is looked at.
 *
 * @param {number} everyMs
 * @param {() => Promise<void>} question
 */
export function keepAsking(everyMs, question) {
  const next = async () => {
    if (!document.hidden) {
      await question();
    }
    setTimeout(next, everyMs);
  };
  next();
}

/**
 * Does what a button is for, and says beside it if that was not possible.
 *
 * @param {HTMLElement} trouble
 * @param {() => Promise<void>} action
 */
export async function attempt(trouble, action) {
  trouble.textContent = "";
  try {
    await action();
  } catch (problem) {
    trouble.textContent = problem instanceof Error ? problem.message : String(problem);
  }
}
