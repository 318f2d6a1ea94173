/** What the reader has chosen: one object, and who wants to know when it changes. */

/** Return a store over an initial state. */
export function createStore(initial) {
  let state = Object.freeze({ ...initial });
  const listeners = [];
  return {
    get: () => state,
    /** Change some keys and tell those who listen to any of them, with the names of those that changed. */
    set(change) {
      const changed = Object.keys(change).filter((key) => !same(state[key], change[key]));
      if (!changed.length) return;
      state = Object.freeze({ ...state, ...change });
      for (const [keys, listener] of listeners)
        if (keys.some((key) => changed.includes(key))) listener(state, changed);
    },
    /** Tell those who listen to a key, though it is what it was. */
    touch(key) {
      for (const [keys, listener] of listeners) if (keys.includes(key)) listener(state);
    },
    on(keys, listener) {
      listeners.push([keys, listener]);
      listener(state);
    },
  };
}

function same(a, b) {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
