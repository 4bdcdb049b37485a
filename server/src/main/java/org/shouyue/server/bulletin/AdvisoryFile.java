package org.shouyue.server.bulletin;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A file with bulletins: CSAF 2.0 JSON (one document, or an array of them), RSS or Atom.
final class AdvisoryFile {
  /// The largest that is read. The largest published CSAF documents have about 15 MB.
  static final int LARGEST_BYTES = 32 << 20;

  private AdvisoryFile() {}

  /// What a file is.
  ///
  /// @param way `csaf` or `feed`
  record Contents(String way, List<ReadItem> items) {
    Contents {
      items = List.copyOf(items);
    }
  }

  /// Reads a file, whatever it is called: what it begins with tells what it is.
  static Contents read(byte[] content) {
    if (content.length == 0) {
      return refused("空文件，请重新下载后再导入");
    }
    if (content.length > LARGEST_BYTES) {
      return refused("文件超过 %d MB，请拆分后再导入".formatted(LARGEST_BYTES >> 20));
    }
    return switch (firstSign(content)) {
      case '{', '[' -> new Contents("csaf", CsafReading.read(content));
      case '<' -> new Contents("feed", FeedReading.read(content));
      default -> refused("不是 CSAF 2.0 JSON，也不是 RSS 或 Atom，请核对下载的文件");
    };
  }

  private static Contents refused(String remedy) {
    return new Contents("feed", List.of(new ReadItem.Refused("文件", "content", remedy)));
  }

  private static char firstSign(byte[] content) {
    String head = new String(content, 0, Math.min(content.length, 200), StandardCharsets.UTF_8);
    String plain = head.replaceFirst("^\uFEFF", "").stripLeading();
    return plain.isEmpty() ? ' ' : plain.charAt(0);
  }
}
