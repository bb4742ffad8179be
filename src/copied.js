// Puts formulas on the clipboard as a line of text: copied as they are, each sign has a line.

document.addEventListener(
  "copy",
  (event) => {
    const selection = getSelection();
    if (selection.isCollapsed) return;
    const range = selection.getRangeAt(0).cloneRange();
    // A formula is copied whole.
    const formula = (node) => (node.closest ? node : node.parentElement)?.closest("math");
    const [first, last] = [range.startContainer, range.endContainer].map(formula);
    if (first) range.setStartBefore(first);
    if (last) range.setEndAfter(last);
    const copy = document.createElement("div");
    copy.append(range.cloneContents());
    const html = copy.innerHTML;
    const formulas = copy.querySelectorAll("math[alttext]");
    if (!formulas.length) return;
    for (const math of formulas) math.replaceWith(math.getAttribute("alttext"));
    // Only what is laid out has the line breaks of the page.
    copy.style.position = "fixed";
    copy.style.left = "-200vw";
    document.body.append(copy);
    const text = copy.innerText.replaceAll("−", "-");
    copy.remove();
    event.clipboardData.setData("text/plain", text);
    event.clipboardData.setData("text/html", html);
    event.preventDefault();
  },
  true,
);
