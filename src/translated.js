// Keeps live text alive while a browser's translator is at work.
//
// A translator takes each text out of the document and puts its translation there, in an element
// <font>. The page goes on writing into the text it has made, which nobody sees any more. So each
// such text is put back beside its translation, empty; when the page writes into it or takes it
// away, the translation goes, and the translator can translate what is new.

(() => {
  // What stands there for a text, and the words of all texts that an element stands for.
  const translation = new WeakMap();
  const originals = new WeakMap();

  function translated(text, font) {
    if (!originals.has(font)) originals.set(font, new Map());
    originals.get(font).set(text, text.data);
    translation.set(text, font);
    text.data = "";
    font.before(text);
    observer.observe(text, { characterData: true });
  }

  function written(text) {
    const font = translation.get(text);
    // What has been written counts, even if it is nothing.
    originals.get(font).delete(text);
    translation.delete(text);
    if (!text.isConnected) font.before(text);
    undo(font);
  }

  function undo(font) {
    for (const [text, words] of originals.get(font)) {
      translation.delete(text);
      text.data = words;
    }
    originals.delete(font);
    font.remove();
  }

  const observer = new MutationObserver((records) => {
    const fonts = records.flatMap(({ addedNodes }) =>
      [...addedNodes].filter((node) => node.nodeName === "FONT"),
    );
    for (const { target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      if (translation.has(target)) written(target);
      for (const node of removedNodes) {
        const beside = [...addedNodes, previousSibling, nextSibling];
        const near = beside.filter((other) => fonts.includes(other));
        const font = near.find((other) => !originals.has(other)) ?? near[0];
        if (font && node.nodeType === Node.TEXT_NODE && !node.isConnected) translated(node, font);
        else if (translation.has(node)) undo(translation.get(node));
        else if (originals.has(node)) undo(node);
      }
    }
    // These were changes of our own.
    observer.takeRecords();
  });
  observer.observe(document.documentElement, { childList: true, subtree: true });
})();
