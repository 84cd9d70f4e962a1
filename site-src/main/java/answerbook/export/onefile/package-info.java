/**
 * The whole book as one HTML file that needs nothing beside it.
 *
 * <p>Put together from the baked site: its pages, styles, scripts and fonts. Knows what the
 * templates write, nothing of Markdown and of programs.
 */
package answerbook.export.onefile;
