// Names texts whose contrast to what is behind them is below 4.5:1. Unlike axe it looks through the shades at the edges of
// what scrolls: they are of the same paper, but for a hair.
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const known = new Map();
const rgba = (color) => {
  if (!known.has(color)) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    known.set(color, [...canvas.getImageData(0, 0, 1, 1).data]);
  }
  return known.get(color);
};
const luminance = ([r, g, b]) => {
  const [x, y, z] = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};
const ratio = (one, other) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};
const papers = new Map();
const paper = (element) => {
  if (!papers.has(element)) {
    const own = rgba(getComputedStyle(element).backgroundColor);
    papers.set(element, own[3] === 255 || !element.parentElement ? own : paper(element.parentElement));
  }
  return papers.get(element);
};

const found = new Map();
let texts = 0;
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
  node.data.trim() && node.parentElement.checkVisibility() && !node.parentElement.closest("svg, .katex-mathml, .visually-hidden")
    ? NodeFilter.FILTER_ACCEPT
    : NodeFilter.FILTER_SKIP,
);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  const contrast = ratio(rgba(getComputedStyle(element).color), paper(element));
  texts++;
  if (contrast < 4.5) {
    found.set(`${element.localName}.${element.className}: ${contrast.toFixed(2)} in "${walker.currentNode.data.trim().slice(0, 30)}"`, 0);
  }
}
return texts < 10 ? [`only ${texts} texts`] : [...found.keys()].slice(0, 20);
