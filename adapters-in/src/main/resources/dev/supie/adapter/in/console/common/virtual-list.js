/**
 * A long list of which only the visible rows exist, so that thousands of them cost no more than a
 * screenful. Rows have one height.
 */

import { element } from "./dom.js";

/** Rows beyond either edge, for quick fingers. */
const SPARE = 6;

/** @template T */
export class VirtualList {
  #root;
  #rowHeight;
  #fill;
  #key;
  #space = element("div", "virtual-space");
  /** @type {readonly T[]} */
  #items = [];
  #drawn = "";
  #asked = false;
  #ticket = 0;

  /**
   * @param {HTMLElement} root it scrolls
   * @param {number} rowHeight in pixels
   * @param {(row: HTMLElement, item: T, index: number) => void} fill
   * @param {(item: T, index: number) => string} key tells what is the same item, drawn anew
   */
  constructor(root, rowHeight, fill, key) {
    this.#root = root;
    this.#rowHeight = rowHeight;
    this.#fill = fill;
    this.#key = key;
    root.classList.add("virtual");
    root.setAttribute("role", "list");
    this.#space.setAttribute("role", "presentation");
    root.append(this.#space);
    root.addEventListener("scroll", () => this.#soon(), { passive: true });
    new ResizeObserver(() => this.#soon()).observe(root);
  }

  /**
   * Shows these. Whoever is at the end stays at the end.
   *
   * @param {readonly T[]} items
   * @param {boolean} [follow] whether the end is what people look at
   */
  show(items, follow = false) {
    const root = this.#root;
    const atEnd = root.scrollTop + root.clientHeight >= root.scrollHeight - this.#rowHeight;
    this.#items = items;
    this.#ticket += 1;
    this.#space.style.height = `${items.length * this.#rowHeight}px`;
    if (follow && atEnd) {
      root.scrollTop = root.scrollHeight;
    }
    this.#soon();
  }

  #soon() {
    if (!this.#asked) {
      this.#asked = true;
      requestAnimationFrame(() => {
        this.#asked = false;
        this.#draw();
      });
    }
  }

  #draw() {
    const height = this.#rowHeight;
    const first = Math.max(0, Math.floor(this.#root.scrollTop / height) - SPARE);
    const seen = Math.ceil(this.#root.clientHeight / height) + 2 * SPARE;
    const last = Math.min(this.#items.length, first + seen);
    const drawn = `${first} ${last} ${this.#ticket}`;
    if (drawn === this.#drawn) {
      return;
    }
    this.#drawn = drawn;
    const rows = [];
    for (let index = first; index < last; index++) {
      rows.push(this.#row(/** @type {T} */ (this.#items[index]), index));
    }
    const focused = this.#focused();
    this.#space.replaceChildren(...rows);
    // Whoever uses the keyboard stays with the same item, or with none; never with another one.
    const again = rows.find((row) => row.dataset.key === focused)?.querySelector("button");
    again?.focus({ preventScroll: true });
  }

  /** The key of the item whose button has the focus. */
  #focused() {
    const row = document.activeElement?.closest(".virtual-row");
    return row instanceof HTMLElement && this.#space.contains(row) ? row.dataset.key : "";
  }

  /** @param {T} item @param {number} index */
  #row(item, index) {
    const row = element("div", "virtual-row");
    row.setAttribute("role", "listitem");
    row.dataset.key = this.#key(item, index);
    row.setAttribute("aria-setsize", String(this.#items.length));
    row.setAttribute("aria-posinset", String(index + 1));
    row.style.transform = `translateY(${index * this.#rowHeight}px)`;
    row.style.height = `${this.#rowHeight}px`;
    this.#fill(row, item, index);
    return row;
  }
}
