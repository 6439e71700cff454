// What is kept in this phone until the server has it: one entry a draft, under its writer.

const MONTH = 30 * 24 * 3600 * 1000;
const nameOf = (user, key) => `draft:${user}:${key}`;

export function put(user, key, entry) {
  try {
    localStorage.setItem(nameOf(user, key), JSON.stringify({ ...entry, at: Date.now() }));
    return true;
  } catch {
    return false;
  }
}

export function take(user, key) {
  try {
    return JSON.parse(localStorage.getItem(nameOf(user, key)));
  } catch {
    return null;
  }
}

export function drop(user, key) {
  try {
    localStorage.removeItem(nameOf(user, key));
  } catch {
    // A browser without storage has nothing to drop.
  }
}

// Returns the newest draft of this writer that never reached the server, as [key, entry], or null.
export function newestUnsent(user) {
  try {
    const prefix = nameOf(user, "");
    const found = Object.keys(localStorage)
      .filter((name) => name.startsWith(prefix))
      .map((name) => [name.slice(prefix.length), take(user, name.slice(prefix.length))])
      .filter(([, entry]) => entry && !entry.page && Date.now() - entry.at < MONTH);
    return found.sort((a, b) => b[1].at - a[1].at)[0] ?? null;
  } catch {
    return null;
  }
}

// Returns what this person finished and the server never got, of one kind (the beginning of its key).
export function waiting(user, kind) {
  try {
    const prefix = nameOf(user, kind);
    const keys = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
    return keys.map((name) => take(user, name.slice(nameOf(user, "").length))).filter((entry) => entry?.waiting);
  } catch {
    return [];
  }
}
