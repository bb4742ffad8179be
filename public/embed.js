// For pages that embed Activation Explorer: gives its frames the height they need and the sharpness
// they are shown at, and adds the element <activation-explorer fn="elu" alpha="1.5">, whose attributes
// are the keys of the address.
(() => {
  const NAME = "activation-explorer";
  // A page may have this script twice, once for every snippet it pasted.
  if (customElements.get(NAME)) return;

  // The folder this script is in, and with it the page: from its own `data-src`, its address, or,
  // where it is a module, the place of this line. None for a script that was bundled or put in as
  // text; its elements need `src`.
  const script = document.currentScript;
  const own = /^.*\/(?=embed\.js(?:$|[?#:]))/;
  const here = /\b[a-z-]+:\/\/[^\s()]+\/(?=embed\.js[?#:])/.exec(new Error().stack)?.[0];
  const base = script?.dataset.src || own.exec(script?.src ?? "")?.[0] || here;

  // The frames of our elements, and those in the document and in the shadow trees below it.
  const mine = new Set();
  function* frames(root = document) {
    for (const element of root.querySelectorAll("*")) {
      if (element.tagName === "IFRAME") yield element;
      if (element.shadowRoot) yield* frames(element.shadowRoot);
    }
  }
  // The frame that spoke, wherever it stands and whatever its address has become.
  const known = new Map();
  function frameOf(source) {
    const before = known.get(source);
    if (before?.isConnected && before.contentWindow === source) return before;
    const speaks = (frame) => frame.contentWindow === source;
    const frame = [...mine].find(speaks) ?? [...frames()].find(speaks);
    if (frame) known.set(source, frame);
    return frame;
  }
  const say = (frame, message) => frame.contentWindow?.postMessage({ source: NAME, ...message }, "*");

  // A frame cannot see that a transform of the page around it enlarges it; `zoom` it sees.
  const ratios = new WeakMap();
  function sharpen(frame) {
    const scale = frame.getBoundingClientRect().width / frame.offsetWidth / (frame.currentCSSZoom ?? 1);
    const ratio = scale > 1.05 ? Math.min(Math.round(scale * 20) / 20, 4) : 1;
    if ((ratios.get(frame) ?? 1) !== ratio) {
      ratios.set(frame, ratio);
      say(frame, { type: "set", state: { ratio } });
    }
  }
  addEventListener("resize", () => {
    for (const [source, frame] of known) frame.isConnected ? sharpen(frame) : known.delete(source);
  });

  addEventListener("message", ({ source, data }) => {
    if (data?.source !== NAME || !source) return;
    const frame = frameOf(source);
    if (!frame) return;
    if (data.height > 0) frame.style.height = `${Math.min(data.height, 20000)}px`;
    if (data.type === "error") console.warn("Activation Explorer:", data.reason, data.unused ?? "", frame);
    if (data.type === "ready") ratios.delete(frame);
    frame.parentElement?.heard?.(data);
    sharpen(frame);
  });

  // Those that were ready before this script tell their height again.
  for (const frame of frames()) {
    if (/[?&#]embed=1\b/.test(frame.src) || (base && frame.src.startsWith(base))) say(frame, { type: "get" });
  }

  // Attributes that are no keys of the address: those of every element, and those of tools, which
  // have a dash or a colon in their name.
  const others = new Set(
    "id class style title height width src slot part is role hidden inert dir tabindex translate draggable nonce popover autofocus contenteditable spellcheck accesskey".split(" "),
  );
  const isKey = (name) => /^[a-z][\w.]*$/.test(name) && !others.has(name) && !/^on./.test(name);

  customElements.define(
    NAME,
    class extends HTMLElement {
      #frame;
      #ready = false;
      // The last state it told, as the keys of an address: moving a frame loads it anew. It counts
      // for as long as the attributes are those it came from.
      #told;
      #from;
      // Whatever is set in the task that puts it on the page counts from the start.
      #watch = new MutationObserver((changes) => this.#changed(changes.map((c) => c.attributeName)));

      connectedCallback() {
        this.#watch.observe(this, { attributes: true });
        this.#ready = false;
        if (this.#from !== `${this.#keys()}`) this.#told = undefined;
        this.#show();
      }

      disconnectedCallback() {
        this.#watch.disconnect();
        mine.delete(this.#frame);
        // This may come when the element stands elsewhere already and its frame has begun to load the
        // first address. One that is sent to another at once stays blank in Chromium now and then:
        // the state goes into a new frame.
        this.#frame = undefined;
      }

      // A move that keeps the frame alive.
      connectedMoveCallback() {}

      // What the frame says.
      heard({ type, state, url }) {
        if (type === "ready") this.#ready = true;
        if (!state || !url) return;
        this.#told = new URL(url).searchParams;
        this.#from = `${this.#keys()}`;
        for (const key of ["embed", "hide", "zoom", "autoplay"]) this.#told.set(key, state[key]);
      }

      #keys() {
        return [...this.attributes].filter(({ name }) => isKey(name)).map(({ name, value }) => [name, value]);
      }

      // The page in the state it told last, or in that of the attributes; none without a folder.
      #address() {
        const folder = this.getAttribute("src") || base;
        if (!folder) return undefined;
        const keys = this.#told ?? new URLSearchParams([["embed", "1"], ["view", "function"]]);
        if (!this.#told) for (const [name, value] of this.#keys()) keys.set(name, value);
        return `${new URL(folder, document.baseURI).href.replace(/[?#].*/, "")}?${keys}`;
      }

      #show() {
        const address = this.#address();
        if (!address) {
          console.error(`<${NAME}>: this script was bundled or put in as text and cannot know where the page is. Give the element src="https://…/", the address of the page.`, this);
          return;
        }
        if (this.#frame?.src === address) return;
        this.#frame ??= Object.assign(document.createElement("iframe"), {
          loading: "lazy",
          allow: "fullscreen; clipboard-write",
        });
        mine.add(this.#frame);
        this.#frame.style.cssText ||= "border:0;display:block;width:100%";
        this.#size();
        this.#frame.src = address;
        if (this.#frame.parentElement !== this) this.replaceChildren(this.#frame);
        this.style.display ||= "block";
      }

      #size() {
        const named = this.getAttribute("fn") || this.getAttribute("view") || "function";
        this.#frame.title = this.title || `Activation Explorer: ${named}`;
        if (!this.#ready) this.#frame.style.height = `${parseInt(this.getAttribute("height")) || 520}px`;
      }

      #changed(names) {
        if (!this.#frame || names.includes("src")) return this.#show();
        this.#size();
        const changed = new Set(names.filter(isKey));
        if (changed.size === 0) return;
        const gone = [...changed].some((name) => !this.hasAttribute(name));
        // A frame that does not listen yet, and a key that is no longer there, need a new address.
        if (!this.#ready || gone) {
          this.#told = undefined;
          this.#ready = false;
          return this.#show();
        }
        const all = changed.has("fn") || changed.has("view");
        const keys = this.#keys().filter(([name]) => all || changed.has(name));
        say(this.#frame, { type: "set", state: Object.fromEntries(keys) });
      }
    },
  );
})();
