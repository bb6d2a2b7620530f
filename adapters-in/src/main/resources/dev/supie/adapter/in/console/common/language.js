/** The language of the pages: English as it is written in them, or Chinese. */

import { element, memory } from "./dom.js";
import { chinese } from "./words.js";

/** @typedef {keyof typeof chinese} Phrase */

const KEY = "supie.language";

/** @returns {"en" | "zh"} */
function chosen() {
  const kept = memory.recall(KEY);
  if (kept === "en" || kept === "zh") {
    return kept;
  }
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

export const language = chosen();

/**
 * A phrase in the language of the page; `{name}` stands for a value.
 *
 * @param {Phrase} phrase
 * @param {Record<string, string | number>} [values]
 */
export function say(phrase, values = {}) {
  const text = language === "zh" ? chinese[phrase] : phrase;
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** @param {string} text @returns {text is Phrase} */
function isPhrase(text) {
  return Object.hasOwn(chinese, text);
}

/** @param {string} written */
function translated(written) {
  if (!isPhrase(written)) {
    throw new Error(`not in the list of words: ${written}`);
  }
  return say(written);
}

/**
 * Translates what a page has written: the text of elements with `data-t`, and the attributes that
 * it names, such as `data-t="aria-label"`.
 *
 * @param {ParentNode} root
 */
export function translate(root) {
  for (const place of root.querySelectorAll("[data-t]")) {
    const attributes = (place.getAttribute("data-t") ?? "").split(" ").filter(Boolean);
    if (attributes.length === 0) {
      place.textContent = translated((place.textContent ?? "").trim());
    }
    for (const attribute of attributes) {
      place.setAttribute(attribute, translated(place.getAttribute(attribute) ?? ""));
    }
  }
}

/** Translates the page. @returns {HTMLButtonElement} which chooses the other language */
export function settle() {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  translate(document);
  const button = element("button", "", language === "zh" ? "English" : "中文");
  button.type = "button";
  button.lang = language === "zh" ? "en" : "zh-CN";
  button.addEventListener("click", () => {
    memory.keep(KEY, language === "zh" ? "en" : "zh");
    location.reload();
  });
  return button;
}
