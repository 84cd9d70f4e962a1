// What is kept on the device. Where storage is forbidden, it lasts as long as the page.
globalThis.answerbook ??= {};
(() => {
  const memory = new Map();

  const read = (key) => {
    try {
      return JSON.parse(localStorage.getItem(`answerbook.${key}`)) ?? memory.get(key) ?? null;
    } catch {
      return memory.get(key) ?? null;
    }
  };

  const write = (key, value) => {
    memory.set(key, value);
    try {
      localStorage.setItem(`answerbook.${key}`, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  };

  answerbook.store = { read, write };
})();
