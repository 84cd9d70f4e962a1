package answerbook.check;

import java.util.zip.Deflater;

/** Ways to find out how many bytes a content takes when it is compressed by gzip. */
enum Scales {
  /** An upper bound, in a third of the time. */
  QUICK(Deflater.BEST_SPEED, 64),

  EXACT(Deflater.DEFAULT_COMPRESSION, Integer.MAX_VALUE);

  /** Of gzip's head and its checksum. */
  private static final int FRAME = 18;

  private static final int BUFFER = 1 << 16;

  private final int level;

  /** The part of a weight that is added: what is done quickly may be shorter by a few bytes. */
  private final int margin;

  Scales(int level, int margin) {
    this.level = level;
    this.margin = margin;
  }

  int weigh(byte[] content) {
    Deflater deflater = new Deflater(level, true);
    try {
      deflater.setInput(content);
      deflater.finish();
      byte[] buffer = new byte[BUFFER];
      while (!deflater.finished()) {
        deflater.deflate(buffer);
      }
      int weight = FRAME + (int) deflater.getBytesWritten();
      return weight + weight / margin;
    } finally {
      deflater.end();
    }
  }
}
