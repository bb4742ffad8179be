// Shows all digits of the number in a box while it is edited; at rest it has six.

for (const type of ["focusin", "focusout"])
  document.addEventListener(type, ({ target }) => {
    const all = target.matches("input[role=spinbutton]") && target.getAttribute("aria-valuenow");
    if (!all) return;
    const few = String(+(+all).toPrecision(6));
    const [before, after] = type === "focusin" ? [few, all] : [all, few];
    // A text that is still being read is neither.
    if (all.length < 7 || target.value !== before) return;
    target.value = after;
    if (after === all) target.select();
  });
