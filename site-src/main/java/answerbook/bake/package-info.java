/**
 * Pages: the rendered book poured into templates by JBake and Freemarker, with their assets.
 *
 * <p>The only user of JBake and Freemarker. JBake crawls, keeps documents, names files and renders;
 * Markdown and front matter were read before and are only looked up here.
 */
package answerbook.bake;
