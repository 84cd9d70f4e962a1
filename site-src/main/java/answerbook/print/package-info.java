/**
 * The book on paper: PDF editions made from the rendered fragments, without a browser.
 *
 * <p>The only user of openhtmltopdf and PDFBox. Turns fragments into one XHTML document that its
 * style sheet sets in pages; knows nothing of the site's pages and of where the values came from.
 */
package answerbook.print;
