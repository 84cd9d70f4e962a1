// Runs axe by the rules of the given tags, and gives a sentence for each violation.
const [tags, done] = arguments;

// Axe reads the same few colours thousands of times, which was half of its time; what a text means as a colour never changes.
const { prototype } = axe.commons.color.Color;
if (!prototype.known) {
  const read = prototype.parseString;
  prototype.known = new Map();
  prototype.parseString = function (text) {
    const { known } = prototype;
    if (known.has(text)) {
      return Object.assign(this, known.get(text));
    }
    const { r, g, b, alpha } = read.call(this, text);
    known.set(text, { r, g, b, alpha });
    return this;
  };
}

const sentence = (rule, node) => `${rule.id} (${rule.help}): ${node.target.join(" ")} ${node.html.slice(0, 160)}`;
axe
  .run({ runOnly: tags, resultTypes: ["violations"] })
  .then(({ violations }) => done(violations.flatMap((rule) => rule.nodes.map((node) => sentence(rule, node)))))
  .catch((error) => done([`axe failed: ${error.message}`]));
