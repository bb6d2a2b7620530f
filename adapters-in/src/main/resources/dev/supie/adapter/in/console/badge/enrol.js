/** What a badge asks before it connects: where, and whether it has been let in (OTA-1). */

/**
 * @typedef {object} Answer
 * @property {string} url where to connect
 * @property {string} token empty if none is needed, or none is to be had yet
 * @property {string} code what an administrator has to approve first; empty if nothing
 */

/**
 * @param {string} device
 * @param {string} client this browser's secret name, to which alone a token is told
 * @returns {Promise<Answer>}
 */
export async function enrol(device, client) {
  const response = await fetch("../supie/ota/", {
    method: "POST",
    headers: { "Device-Id": device, "Client-Id": client, "Content-Type": "application/json" },
    body: JSON.stringify({ application: { name: "console", version: "1.0.0" } }),
  });
  if (!response.ok) {
    throw new Error(`the server answered ${response.status}`);
  }
  const answer = await response.json();
  return {
    url: reachable(answer.websocket?.url ?? ""),
    token: answer.websocket?.token ?? "",
    code: answer.activation?.code ?? "",
  };
}

/**
 * A badge is told an address of the LAN. This page comes from the server too, under a name that
 * certainly works here, and only pages of the badges' own host are let in (AUTH-4). A name that
 * somebody has configured stays.
 *
 * @param {string} told
 */
export function reachable(told) {
  const url = new URL(told);
  if (/^[0-9.]+$|^\[|^localhost$/.test(url.hostname)) {
    url.hostname = location.hostname;
  }
  if (location.protocol === "https:") {
    url.protocol = "wss:";
  }
  return url.href;
}
