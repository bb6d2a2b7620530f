/** What all pages have round their content: where they belong, and their language. */

import { element, one } from "./dom.js";
import { settle } from "./language.js";

/** Translates the page and completes its header. */
export function frame() {
  const home = element("a", "home");
  home.href = ".";
  const picture = Object.assign(element("img"), { src: "icon.svg", alt: "", width: 28, height: 28 });
  home.append(picture, "Supie");
  one(document, "header", HTMLElement).prepend(home);
  one(document, "header nav", HTMLElement).append(settle());
}
