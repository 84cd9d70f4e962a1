/**
 * The preview: watches what authors write, serves the site to this machine alone, and refreshes
 * open pages in place.
 *
 * <p>Knows files, mistakes and HTTP; knows nothing of how a site is made. What it adds to a page,
 * it adds when the page is served, so that the site itself is the one that would be published.
 */
package answerbook.serve;
