// Photos that wait for their turn, kept in this phone (IndexedDB) so that the page may be left and come back to.

function open() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("jianghao-photos", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("photos", { keyPath: "id" });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

async function ask(mode, question) {
  const base = await open();
  return new Promise((resolve, reject) => {
    const asked = question(base.transaction("photos", mode).objectStore("photos"));
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  }).finally(() => base.close());
}

// Keeps a photo; says whether this phone could.
export async function shelve(photo) {
  try {
    await ask("readwrite", (store) => store.put(photo));
    return true;
  } catch {
    return false;
  }
}

export async function unshelve(id) {
  await ask("readwrite", (store) => store.delete(id)).catch(() => undefined);
}

export async function shelved(draft) {
  const all = await ask("readonly", (store) => store.getAll()).catch(() => []);
  return all.filter((photo) => photo.draft === draft);
}
