/** How long something takes for most, from the classes of a histogram as Prometheus has them (OBS-1). */

/** How many took at most so many seconds, from the shortest on; the last one is for all. */
/** @typedef {{seconds: number, count: number}[]} Classes */

/**
 * @param {string} text in Prometheus' text format
 * @param {string} name of the histogram
 * @returns {Classes}
 */
export function classes(text, name) {
  const line = new RegExp(`^${name}_bucket\\{le="([^"]+)"\\} (\\S+)$`, "gm");
  return [...text.matchAll(line)].map(([, most = "", count = ""]) => ({
    seconds: most === "+Inf" ? Infinity : Number(most),
    count: Number(count),
  }));
}

/**
 * What has come between two looks. A server that was started anew has counted from the beginning.
 *
 * @param {Classes} before
 * @param {Classes} now
 * @returns {Classes}
 */
export function between(before, now) {
  const since = now.map(({ seconds, count }, index) => ({ seconds, count: count - (before[index]?.count ?? 0) }));
  return since.some(({ count }) => count < 0) ? now : since;
}

/**
 * Seconds within which that share was done, as if everything were spread evenly over its class; nothing if there
 * was nothing.
 *
 * @param {Classes} all
 * @param {number} share of 1
 * @returns {number | undefined}
 */
export function percentile(all, share) {
  const wanted = (all.at(-1)?.count ?? 0) * share;
  if (wanted === 0) {
    return undefined;
  }
  let below = { seconds: 0, count: 0 };
  for (const here of all) {
    if (here.count >= wanted) {
      // Of what took longer than the last bound nobody knows how long.
      return here.seconds === Infinity
        ? below.seconds
        : below.seconds + ((here.seconds - below.seconds) * (wanted - below.count)) / (here.count - below.count);
    }
    below = here;
  }
  return below.seconds;
}
