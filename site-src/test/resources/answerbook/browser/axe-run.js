// Runs axe by the rules of the given tags, and gives a sentence for each violation.
const [tags, done] = arguments;
const sentence = (rule, node) => `${rule.id} (${rule.help}): ${node.target.join(" ")} ${node.html.slice(0, 160)}`;
axe
  .run({ runOnly: tags, resultTypes: ["violations"] })
  .then(({ violations }) => done(violations.flatMap((rule) => rule.nodes.map((node) => sentence(rule, node)))))
  .catch((error) => done([`axe failed: ${error.message}`]));
