/**
 * The site as readers have it: in a real Chromium, in both themes, on a phone and a wide screen,
 * with and without scripts; by the rules of HTML and of accessible pages; within its budgets.
 *
 * <p>A new kind of page is tested as soon as the site has it, since {@link Site#sample} takes one
 * of each. Knows the built site alone, not how it comes about.
 */
package answerbook.browser;
