package answerbook.markdown.syntax;

import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.ext.typographic.TypographicExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.misc.Extension;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;

/** The book's Markdown: GitHub's dialect and the constructs of this package. Immutable. */
public final class BookMarkdown {
  /** Options for parser and renderer alike. */
  public static final DataHolder OPTIONS =
      new MutableDataSet()
          .set(
              Parser.EXTENSIONS,
              List.of(
                  AutolinkExtension.create(),
                  FootnoteExtension.create(),
                  StrikethroughExtension.create(),
                  TablesExtension.create(),
                  TaskListExtension.create(),
                  TypographicExtension.create(),
                  new Syntax()))
          .set(TablesExtension.COLUMN_SPANS, false)
          .set(TablesExtension.DISCARD_EXTRA_COLUMNS, false)
          .set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true)
          .set(FootnoteExtension.FOOTNOTE_BACK_REF_STRING, "&#8617;")
          .set(TypographicExtension.ENABLE_SMARTS, true)
          .set(TaskListExtension.ITEM_DONE_MARKER, checkbox("done", " checked"))
          .set(TaskListExtension.ITEM_NOT_DONE_MARKER, checkbox("open", ""))
          .toImmutable();

  private static final Parser PARSER = Parser.builder(OPTIONS).build();

  private BookMarkdown() {}

  private static String checkbox(String label, String state) {
    return "<input type=\"checkbox\" aria-label=\"" + label + "\"" + state + " disabled> ";
  }

  /**
   * Parses Markdown. Offsets of nodes count from the start of {@code text}.
   *
   * @param from where the Markdown starts
   */
  public static Document parse(String text, int from) {
    return PARSER.parse(BasedSequence.of(text).subSequence(from, text.length()));
  }

  private static final class Syntax implements Parser.ParserExtension, Extension {
    @Override
    public void parserOptions(MutableDataHolder options) {}

    @Override
    public void extend(Parser.Builder builder) {
      builder
          .customBlockParserFactory(new BlockSyntax())
          .customInlineParserExtensionFactory(new InlineSyntax());
    }
  }
}
