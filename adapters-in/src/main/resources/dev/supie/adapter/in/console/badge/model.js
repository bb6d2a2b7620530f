/** What a badge knows and shows: a pure function of what it was told. */

/** @typedef {import("./messages.js").Message} Message */
/** @typedef {import("./messages.js").Mode} Mode */
/** @typedef {"talk" | "minutes" | "tasks" | "build" | "letters"} Panel */
/** @typedef {{who: string, text: string}} Line */
/** @typedef {{id: string, title: string, status: string, priority: number, owner: string}} Task */
/** @typedef {{id: string, from: string, text: string, category: string}} Letter */
/** @typedef {{text: string, grave: boolean}} Notice */

/** @type {readonly Panel[]} */
export const PANELS = ["talk", "minutes", "tasks", "build", "letters"];

/** The screen is small; what is older is in the archive. */
const LINES_MAX = 40;
const LETTERS_MAX = 20;

/** Who speaks, where it is not another badge. */
export const ME = "me";
export const SERVER = "supie";

/**
 * @typedef {object} Model
 * @property {Mode} mode
 * @property {Panel} panel
 * @property {readonly Line[]} talk
 * @property {readonly Line[]} captions what the server has written down of the meeting
 * @property {readonly Line[]} pending captions that are not written down yet
 * @property {Message | null} minutes
 * @property {readonly Task[]} tasks
 * @property {Message | null} advice
 * @property {readonly Letter[]} letters
 * @property {readonly string[]} online
 * @property {Notice | null} notice
 * @property {boolean} speaking
 * @property {string} session
 */

/** @type {Model} */
export const BLANK = Object.freeze({
  mode: "chat",
  panel: "talk",
  talk: [],
  captions: [],
  pending: [],
  minutes: null,
  tasks: [],
  advice: null,
  letters: [],
  online: [],
  notice: null,
  speaking: false,
  session: "",
});

/** @type {Record<Mode, Panel>} */
const PANEL_OF = { chat: "talk", meeting: "talk", working: "tasks", coding: "build" };

/**
 * @param {Model} model
 * @param {Message} message from the server
 * @returns {Model}
 */
export function heard(model, message) {
  if (message.status === "error" || message.type === "error") {
    return { ...model, notice: { text: `${message.code}: ${message.message}`, grave: true } };
  }
  switch (message.type) {
    case "hello":
      // The mode of a connection begins with it (MODE-1).
      return message.session_id === model.session
        ? model
        : { ...model, session: message.session_id, mode: "chat", speaking: false };
    case "mode":
      return switched(model, message);
    case "stt":
      return said(model, message);
    case "audio":
      return captioned(model, message);
    case "tts":
      return spoken(model, message);
    case "meeting":
      return met(model, message);
    case "workflow":
      return worked(model, message);
    case "coding":
      return advised(model, message);
    case "peer":
      return written(model, message);
    case "system":
      return { ...model, notice: { text: message.message ?? message.event, grave: true } };
    case "server":
      return message.event === "stats" ? { ...model, online: message.online ?? [] } : model;
    default:
      return model;
  }
}

/** @param {Model} model @param {Line} line @returns {Model} */
export function withLine(model, line) {
  return { ...model, panel: "talk", talk: [...model.talk, line].slice(-LINES_MAX) };
}

/**
 * What was typed into a meeting is shown at once, like what is said.
 *
 * @param {Model} model @param {Line} line @returns {Model}
 */
export function withPending(model, line) {
  return { ...model, panel: "talk", pending: [...model.pending, line].slice(-LINES_MAX) };
}

/** @param {Model} model @param {Message} message @returns {Model} */
function switched(model, message) {
  /** @type {Mode} */
  const mode = message.state === "start" ? message.mode : "chat";
  const fresh = mode === "meeting" && message.resumed !== true && message.idempotent !== true;
  return {
    ...model,
    mode,
    panel: message.state === "start" ? PANEL_OF[mode] : model.panel,
    captions: fresh ? [] : model.captions,
    pending: fresh ? [] : model.pending,
    notice: message.joinCode ? { text: `# ${message.joinCode}`, grave: false } : null,
  };
}

/** @param {Model} model @param {Message} message @returns {Model} */
function said(model, message) {
  // In a meeting the transcription says it too, with the speaker's name.
  if (model.mode === "meeting" || message.final === false) {
    return model;
  }
  return withLine({ ...model, notice: null }, { who: ME, text: message.text });
}

/** @param {Model} model @param {Message} message @returns {Model} */
function captioned(model, message) {
  return model.mode === "meeting" && message.event === "transcription"
    ? withPending(model, { who: message.speaker ?? message.speakerId ?? ME, text: message.text })
    : model;
}

/** @param {Model} model @param {Message} message @returns {Model} */
function spoken(model, message) {
  switch (message.state) {
    case "start":
      return { ...model, speaking: true };
    case "sentence_start":
      return withLine(model, { who: SERVER, text: message.text ?? "" });
    case "stop":
      return { ...model, speaking: false };
    default:
      return model;
  }
}

/** @param {Model} model @param {Message} message @returns {Model} */
function met(model, message) {
  switch (message.phase) {
    case "transcript":
      return {
        ...model,
        captions: (message.segments ?? [])
          .slice(-LINES_MAX)
          .map((/** @type {any} */ each) => ({
            who: each.speaker ?? each.speakerId ?? "",
            text: each.text,
          })),
        pending: [],
      };
    case "summary":
      return { ...model, minutes: message, panel: "minutes", notice: null };
    case "progress":
      return { ...model, notice: message.stage === "done" ? null : { text: `… ${message.stage}`, grave: false } };
    default:
      return model;
  }
}

/** @param {Model} model @param {Message} message @returns {Model} */
function worked(model, message) {
  if (message.event === "update" && Array.isArray(message.tasks)) {
    return { ...model, tasks: message.tasks };
  }
  if (message.event !== "command") {
    return model;
  }
  const title = model.tasks.find((task) => task.id === message.id)?.title ?? "";
  return { ...model, panel: "tasks", notice: { text: `${message.intent}: ${title}`, grave: false } };
}

/** @param {Model} model @param {Message} message @returns {Model} */
function advised(model, message) {
  return message.event === "insight" || message.event === "summary"
    ? { ...model, advice: message, panel: "build", notice: null }
    : model;
}

/** @param {Model} model @param {Message} message @returns {Model} */
function written(model, message) {
  if (message.event === "message") {
    /** @type {Letter} */
    const letter = {
      id: message.id,
      from: message.from,
      text: message.payload?.text ?? message.summary ?? "",
      category: message.category ?? "",
    };
    return { ...model, panel: "letters", letters: [...model.letters, letter].slice(-LETTERS_MAX) };
  }
  if (message.status === "done") {
    const waiting = message.enqueued?.length ?? 0;
    const arrived = message.delivered?.length ?? 0;
    return { ...model, notice: { text: `✉ ${arrived} ✓  ${waiting} …`, grave: false } };
  }
  return model;
}
