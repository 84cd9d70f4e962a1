// Names what is wider than the page, or cut off, and not inside a scroller of its own; and scrollers that keys do not reach.
const page = document.documentElement.clientWidth;
const found = [];

const name = (element) => {
  const classes = element.getAttribute("class");
  const holder = element.closest("[id]");
  const place = holder && holder !== element ? `#${holder.id} ` : "";
  return `${place}${element.localName}${classes ? `.${classes.split(" ").join(".")}` : ""}`;
};

// Text for screen readers alone, in a box of one pixel or clipped away.
const unseen = (element) => {
  for (let each = element; each; each = each.parentElement) {
    const style = getComputedStyle(each);
    if (style.clipPath.startsWith("inset(50%") || style.clip.startsWith("rect(") || style.visibility === "hidden") {
      return true;
    }
  }
  return false;
};

// The nearest ancestor that scrolls sideways, if a reader can get there.
const scroller = (element) => {
  for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) {
    if (["auto", "scroll"].includes(getComputedStyle(each).overflowX)) {
      return each;
    }
  }
  return null;
};

// Within a drawing that cuts off what is outside of it, as KaTeX's roots and braces do.
const cut = (element) => {
  const drawing = element.parentElement.closest("svg");
  return drawing && getComputedStyle(drawing).overflowX === "hidden";
};

if (document.documentElement.scrollWidth > page) {
  found.push(`the page is ${document.documentElement.scrollWidth} wide`);
}

for (const element of document.body.querySelectorAll("*")) {
  const box = element.getBoundingClientRect();
  const out = box.width > 0 && (box.right > page + 1 || box.left < -1);
  if (out && !scroller(element) && !cut(element) && !unseen(element)) {
    found.push(`${name(element)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)}`);
  }
}

for (const element of document.body.querySelectorAll("*")) {
  const scrolls = element.scrollWidth > element.clientWidth + 1 && scroller(element.firstElementChild ?? element) === element;
  if (scrolls && element.tabIndex < 0) {
    found.push(`${name(element)} scrolls, but takes no focus`);
  }
  if (scrolls && element.matches("pre, .scroll, .formula") && !(element.ariaLabel && element.role)) {
    found.push(`${name(element)} scrolls, but has no name`);
  }
}

return found.slice(0, 20);
