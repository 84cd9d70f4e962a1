/**
 * The finished site looked at from outside: its links, anchors, addresses and texts for images.
 *
 * <p>Knows files of HTML; knows nothing of how they were made. Authors' mistakes are found before;
 * what is found here is mostly a mistake in a template.
 */
package answerbook.check;
