// Loads the parts of the module. Dozens of modules that parts share are joined into a few files: the
// build fills in, for each, the sizes of its modules with a bit for each part that needs one, or the
// part whose own module it is.
const import1 = (() => {
  const parts = {parts};
  const files = {files};

  const modules = files.flatMap(([file, ...list]) => {
    let end = 0;
    return list.map(([size, bits, own]) => ({ file, start: end, end: (end += size), bits, own }));
  });

  // What has come is kept, what has not is asked for again.
  const kept = {};
  const once = (key, make) =>
    (kept[key] ??= make().catch((error) => {
      delete kept[key];
      throw error;
    }));

  const fetched = (file) =>
    once(file, async () => {
      const answer = await fetch(new URL(`./{folder}/${file}-{build}.wasm`, import.meta.url));
      if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
      return answer.arrayBuffer();
    });

  // Any MIME type will do: a plain file server may not know the right one.
  const started = ({ file, start, end }) =>
    once(`${file} ${start}`, async () => {
      const bytes = (await fetched(file)).slice(start, end);
      return WebAssembly.instantiate(bytes, { __wasm_split: initSync() });
    });

  const loaded = (part) =>
    once(`part ${part}`, async () => {
      const bit = 1 << parts.indexOf(part);
      const own = modules.find((one) => one.own === part) ?? { file: part, start: 0 };
      // Asked for together with what it needs.
      fetched(own.file).catch(() => {});
      await Promise.all(modules.filter(({ bits }) => bits & bit).map(started));
      return started(own);
    });

  const load = (part) => async (callback, data) => {
    let success = true;
    try {
      await loaded(part);
    } catch (error) {
      console.error(error);
      success = false;
    }
    initSync().__indirect_function_table.get(callback)(data, success);
  };
  return Object.fromEntries(parts.map((part) => [`__wasm_split_load_${part}`, load(part)]));
})();
