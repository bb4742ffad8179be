// For 404.html: makes its links lead to the folder that this script is in.
for (const link of document.querySelectorAll("[data-home]")) {
  link.href = new URL("./", document.currentScript.src).href;
  link.removeAttribute("data-home");
}
