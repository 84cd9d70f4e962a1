/**
 * The bundle: a zip of the whole site, to be read from a folder.
 *
 * <p>Knows the folder of the baked site alone.
 */
package answerbook.export.bundle;
