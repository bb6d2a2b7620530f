/** Small things that every page does with its elements. */

/**
 * The one element of that kind which has to be there.
 *
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new (...never: any[]) => T} kind
 * @returns {T}
 */
export function one(root, selector, kind) {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) {
    throw new Error(`no ${kind.name} for ${selector}`);
  }
  return found;
}

/**
 * A new element. Text goes in as text, so nothing that a server or a badge says becomes markup.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} [className]
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className !== "") {
    made.className = className;
  }
  if (text !== "") {
    made.textContent = text;
  }
  return made;
}

/**
 * What the browser remembers for this site; without a memory (private windows, files) nothing is
 * remembered and everything else works.
 */
export const memory = {
  /** @param {string} key @returns {string | null} */
  recall(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  /** @param {string} key @param {string} value */
  keep(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Full or forbidden: it is asked for again the next time.
    }
  },
};
