/** A few numbers of the server as they change, from the same page that Prometheus reads (OBS-1). */

import { element } from "../common/dom.js";
import { say } from "../common/language.js";

/** @typedef {import("../common/language.js").Phrase} Phrase */

/** Five minutes at one look every five seconds. */
const SAMPLES_MAX = 60;
const WIDTH = 160;
const HEIGHT = 36;
const SVG = "http://www.w3.org/2000/svg";

/** @type {readonly {title: Phrase, value: (metrics: Map<string, number>) => number, unit: string}[]} */
const SHOWN = [
  { title: "Badges connected", value: (all) => sum(all, "supie_connections"), unit: "" },
  { title: "Messages that wait", value: (all) => sum(all, "supie_peer_waiting"), unit: "" },
  { title: "Speech in the queue", value: (all) => sum(all, "supie_speech_queue"), unit: "" },
  { title: "Speech workers busy", value: (all) => sum(all, "supie_speech_workers_busy"), unit: "" },
  { title: "Time of a model's answer", value: (all) => ratio(all, "supie_model_seconds_total", "supie_model_calls_total"), unit: " s" },
  { title: "Heap", value: (all) => Math.round(sum(all, "jvm_memory_heap_used_bytes") / 1024 ** 2), unit: " MB" },
];

export class Numbers {
  #root;
  /** @type {number[][]} */
  #samples = SHOWN.map(() => []);

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
  }

  async refresh() {
    const response = await fetch("../observe/metrics");
    const metrics = read(await response.text());
    this.#root.replaceChildren(
      ...SHOWN.map((shown, index) => {
        const samples = /** @type {number[]} */ (this.#samples[index]);
        samples.push(shown.value(metrics));
        samples.splice(0, samples.length - SAMPLES_MAX);
        return figure(say(shown.title), samples, shown.unit);
      }),
    );
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

/** @param {Map<string, number>} metrics @param {string} name */
function sum(metrics, name) {
  return metrics.get(name) ?? 0;
}

/** @param {Map<string, number>} metrics @param {string} above @param {string} below */
function ratio(metrics, above, below) {
  const count = sum(metrics, below);
  return count === 0 ? 0 : sum(metrics, above) / count;
}

/** @param {string} title @param {number[]} samples @param {string} unit */
function figure(title, samples, unit) {
  const now = samples.at(-1) ?? 0;
  const text = `${Number.isInteger(now) ? now : now.toFixed(2)}${unit}`;
  const made = element("figure");
  made.append(element("figcaption", "quiet", title), element("b", "", text), line(samples));
  return made;
}

/** @param {number[]} samples */
function line(samples) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const most = Math.max(1, ...samples);
  const points = samples.map(
    (value, index) => `${((index + SAMPLES_MAX - samples.length) * WIDTH) / (SAMPLES_MAX - 1)},${HEIGHT - 2 - (value / most) * (HEIGHT - 4)}`,
  );
  const drawn = document.createElementNS(SVG, "polyline");
  drawn.setAttribute("points", points.join(" "));
  svg.append(drawn);
  return svg;
}
