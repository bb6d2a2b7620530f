/** The page `/console/badge`: one badge, or two side by side with `?two`. */

import { memory, one } from "../common/dom.js";
import { frame } from "../common/frame.js";
import { say } from "../common/language.js";
import { conversation } from "./conversation.js";
import { hand } from "./inspector.js";
import { random } from "./messages.js";
import { BadgeView } from "./view.js";

/** The id of this browser's badges stays the same, so that it finds its letters and its meeting again. */
function browserName() {
  const kept = memory.recall("supie.browser");
  const name = kept ?? random(4);
  memory.keep("supie.browser", name);
  return name;
}

/** @param {string} name */
function identity(name) {
  const key = `supie.client.${name}`;
  const client = memory.recall(key) ?? crypto.randomUUID?.() ?? random(32);
  memory.keep(key, client);
  // The first eight characters are the group (WF-2), which all badges in browsers share.
  const device = memory.recall(`supie.device.${name}`) ?? `browser-${browserName()}-${name}`;
  return { device, client };
}

frame();
const wanted = new URLSearchParams(location.search).has("two") ? ["one", "two"] : ["one"];
const place = one(document, "#badges", HTMLElement);
const template = one(document, "template#badge", HTMLTemplateElement);
const views = wanted.map((name) => {
  const root = one(/** @type {DocumentFragment} */ (template.content.cloneNode(true)), ".badge", HTMLElement);
  place.append(root);
  return new BadgeView(root, name, identity(name));
});
const layout = one(document, "#layout", HTMLAnchorElement);
if (views.length === 2) {
  document.body.classList.add("two");
  layout.textContent = say("Only one");
  layout.href = "badge";
  const together = one(document, "#together", HTMLElement);
  together.hidden = false;
  one(together, ".copy", HTMLButtonElement).addEventListener("click", () => {
    const frames = views.flatMap((view) => view.frames).toSorted((before, after) => before.at - after.at);
    hand(one(together, ".conversation", HTMLTextAreaElement), conversation(frames));
  });
}
for (const view of views) {
  view.begin();
}
