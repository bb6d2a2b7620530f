/** REST, as everybody has it; the cookie of who has signed in goes along by itself. */

/** A request that the server did not grant. */
export class Refusal extends Error {
  /** @param {number} status @param {string} message */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** An answer that takes longer is none. */
const ANSWER_MS_MAX = 15_000;

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
  const response = await fetch(`../supie/${path}`, request);
  const envelope = await response.json();
  if (!envelope.success) {
    throw new Refusal(response.status, envelope.error ?? String(response.status));
  }
  return envelope.data;
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
