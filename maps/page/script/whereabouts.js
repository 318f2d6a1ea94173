/** Where the page was opened from, as far as a link to it matters. */

const THIS_MACHINE = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Return "served", "local" (a server on this machine), "file", or "nowhere" (a frame without an address). */
export function whereOpened({ protocol, hostname } = location) {
  if (protocol === "file:") return "file";
  if (!hostname) return "nowhere";
  return THIS_MACHINE.test(hostname) ? "local" : "served";
}

/** Return this page's address without what follows the #; only its name where it is a file. */
export function bareAddress(place = location) {
  const bare = place.href.split("#")[0];
  if (whereOpened(place) === "file") return bare.split("/").at(-1);
  return whereOpened(place) === "nowhere" ? "zones.html" : bare;
}
