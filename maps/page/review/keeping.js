/** Work kept in this browser, by the texts that it is about. */

const REVIEWER = "zonemap reviewer";

/** Return the keeper of the work on some texts. */
export function createKeeper(documents) {
  const key = `zonemap review ${documents.map((document) => document.sha256).join(" ")}`;
  return {
    key,
    /** Return what was kept, null if nothing was; throw if this browser keeps nothing. */
    load() {
      const text = localStorage.getItem(key);
      localStorage.setItem(key, text ?? "null");
      return understood(text);
    },
    /** Keep something, and return whether that went well. */
    save(value) {
      try {
        localStorage.setItem(key, JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Return the name under which somebody reviewed last in this browser. */
export function knownReviewer() {
  try {
    return localStorage.getItem(REVIEWER) ?? "";
  } catch {
    return "";
  }
}

/** Remember the reviewer's name; where that fails it is asked again next time. */
export function rememberReviewer(name) {
  try {
    localStorage.setItem(REVIEWER, name);
  } catch {
    // a page whose work is not kept says so already
  }
}

function understood(text) {
  try {
    const kept = JSON.parse(text);
    const { decisions, added, left, next } = kept?.state ?? {};
    const whole = decisions && Array.isArray(added) && Array.isArray(left) && Number.isInteger(next);
    return whole ? kept : null;
  } catch {
    return null;
  }
}
