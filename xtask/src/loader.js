// Loads the parts of the module. Dozens of modules that parts share are joined into a few files, whose
// first line lists them: the size of each with a bit for each part that needs it, or the part whose
// own module it is. The build fills in the parts, the bits of each file, and which part is in one.
const import1 = (() => {
  const parts = {parts};
  const files = {files};
  const homes = {homes};

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

  const listed = (file) =>
    once(`list ${file}`, async () => {
      const bytes = new Uint8Array(await fetched(file));
      let end = bytes.indexOf(10) + 1;
      const list = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
      return list.map(([size, bits, own]) => ({ file, start: end, end: (end += size), bits, own }));
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
      const home = homes[part];
      // Asked for together with what it needs.
      fetched(home ?? part).catch(() => {});
      const needed = files.filter(([, bits]) => bits & bit).map(([file]) => listed(file));
      const shared = (await Promise.all(needed)).flat().filter(({ bits }) => bits & bit);
      await Promise.all(shared.map(started));
      const own = home && (await listed(home)).find((one) => one.own === part);
      return started(own ?? { file: part, start: 0 });
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
