/** A few numbers of the server as they change, from the same page that Prometheus reads (OBS-1). */

import { element } from "../common/dom.js";
import { say } from "../common/language.js";
import { between, classes, percentile } from "./percentiles.js";

/** @typedef {import("../common/language.js").Phrase} Phrase */
/** @typedef {import("./percentiles.js").Classes} Classes */
/** @typedef {{metrics: Map<string, number>, requests: Classes}} Look what was seen, and the requests of the last minute */

/**
 * @typedef {object} Figure
 * @property {Phrase} title
 * @property {(look: Look) => (number | undefined)[]} values one, or several from the most usual to the rarest
 * @property {string} unit
 */

/** Five minutes at one look every five seconds. */
const SAMPLES_MAX = 60;
/** A minute of them. */
const RECENT = 12;
const WIDTH = 160;
const HEIGHT = 36;
const SVG = "http://www.w3.org/2000/svg";
const SHARES = [0.5, 0.95, 0.99];

/** @type {readonly Figure[]} */
const SHOWN = [
  { title: "Badges connected", values: (look) => [sum(look, "supie_connections")], unit: "" },
  { title: "Answers within, for 50 · 95 · 99 %", values: (look) => SHARES.map((share) => millis(look, share)), unit: " ms" },
  { title: "Messages that wait", values: (look) => [sum(look, "supie_peer_waiting")], unit: "" },
  { title: "Speech in the queue", values: (look) => [sum(look, "supie_speech_queue")], unit: "" },
  { title: "Speech workers busy", values: (look) => [sum(look, "supie_speech_workers_busy")], unit: "" },
  { title: "Time of a model's answer", values: (look) => [ratio(look, "supie_model_seconds_total", "supie_model_calls_total")], unit: " s" },
  { title: "Heap", values: (look) => [Math.round(sum(look, "jvm_memory_heap_used_bytes") / 1024 ** 2)], unit: " MB" },
];

export class Numbers {
  #root;
  /** @type {(number | undefined)[][][]} by figure, then by look */
  #samples = SHOWN.map(() => []);
  /** @type {Classes[]} */
  #requests = [];

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    // They have their place from the beginning, so that nothing moves when they come.
    root.replaceChildren(...SHOWN.map((shown) => figure(say(shown.title), [], shown.unit)));
  }

  async refresh() {
    const response = await fetch("../observe/metrics");
    const text = await response.text();
    const look = { metrics: read(text), requests: this.#recent(classes(text, "supie_request_seconds")) };
    this.#root.replaceChildren(
      ...SHOWN.map((shown, index) => {
        const samples = /** @type {(number | undefined)[][]} */ (this.#samples[index]);
        samples.push(shown.values(look));
        samples.splice(0, samples.length - SAMPLES_MAX);
        return figure(say(shown.title), samples, shown.unit);
      }),
    );
  }

  /** @param {Classes} now @returns {Classes} of the last minute, or since the page was opened */
  #recent(now) {
    this.#requests.push(now);
    this.#requests.splice(0, this.#requests.length - RECENT - 1);
    return between(this.#requests[0] ?? now, now);
  }
}

/**
 * Samples by name, labels left out: those that differ in labels only are added up.
 *
 * @param {string} text in Prometheus' text format
 */
function read(text) {
  /** @type {Map<string, number>} */
  const metrics = new Map();
  for (const line of text.split("\n")) {
    const match = /^([a-z_]+)(?:\{.*\})? (\S+)$/.exec(line);
    if (match !== null) {
      const [, name = "", value = "0"] = match;
      metrics.set(name, (metrics.get(name) ?? 0) + Number(value));
    }
  }
  return metrics;
}

/** @param {Look} look @param {string} name */
function sum(look, name) {
  return look.metrics.get(name) ?? 0;
}

/** @param {Look} look @param {string} above @param {string} below */
function ratio(look, above, below) {
  const count = sum(look, below);
  return count === 0 ? 0 : sum(look, above) / count;
}

/** @param {Look} look @param {number} share */
function millis(look, share) {
  const seconds = percentile(look.requests, share);
  return seconds === undefined ? undefined : seconds * 1000;
}

/** @param {string} title @param {(number | undefined)[][]} samples @param {string} unit */
function figure(title, samples, unit) {
  const now = samples.at(-1) ?? [];
  const text = now.some((value) => value !== undefined) ? `${now.map(written).join(" · ")}${unit}` : "–";
  const made = element("figure", now.length > 1 ? "several" : "");
  made.append(element("figcaption", "quiet", title), element("b", "", text), lines(samples));
  return made;
}

/** With about two digits that say something. @param {number | undefined} value */
function written(value = 0) {
  const digits = value < 1 ? 2 : value < 10 ? 1 : 0;
  return Number.isInteger(value) ? String(value) : value.toFixed(digits);
}

/** @param {(number | undefined)[][]} samples */
function lines(samples) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const most = Math.max(1, ...samples.flat().map((value) => value ?? 0));
  const count = samples.at(-1)?.length ?? 0;
  for (let index = 0; index < count; index++) {
    svg.append(line(samples.map((values) => values[index]), most));
  }
  return svg;
}

/** @param {(number | undefined)[]} samples @param {number} most */
function line(samples, most) {
  const points = samples.flatMap((value, index) => {
    const x = ((index + SAMPLES_MAX - samples.length) * WIDTH) / (SAMPLES_MAX - 1);
    return value === undefined ? [] : [`${x},${HEIGHT - 2 - (value / most) * (HEIGHT - 4)}`];
  });
  const drawn = document.createElementNS(SVG, "polyline");
  drawn.setAttribute("points", points.join(" "));
  return drawn;
}
