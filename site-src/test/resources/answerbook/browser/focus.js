// Whether what has the focus shows it: by an outline of its own, or of a part that stands for it.
const element = document.activeElement;
if (element === document.body) {
  return "shown"; // past the last stop, the browser has the focus
}
const shows = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
const seen = shows(getComputedStyle(element)) || shows(getComputedStyle(element, "::after"));
return seen ? "shown" : element.outerHTML.slice(0, 150);
