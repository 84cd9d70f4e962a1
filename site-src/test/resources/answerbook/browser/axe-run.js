// Runs axe and gives a sentence for each violation.
const done = arguments[arguments.length - 1];
const [context, options] = arguments;
const sentence = (rule, node) => `${rule.id} (${rule.help}): ${node.target.join(" ")} ${node.html.slice(0, 160)}`;
axe
  .run(context, { resultTypes: ["violations"], ...options })
  .then(({ violations }) => done(violations.flatMap((rule) => rule.nodes.map((node) => sentence(rule, node)))))
  .catch((error) => done([`axe failed: ${error.message}`]));
