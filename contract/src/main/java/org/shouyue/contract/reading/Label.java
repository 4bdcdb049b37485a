package org.shouyue.contract.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The number in front of a clause.
///
/// @param path the number's parts: 2-15 is [2, 15]
/// @param printed the number as printed, without its closing stop
/// @param rest what follows the number in the line
record Label(Style style, List<Integer> path, String printed, String rest) {

  /// The ways of numbering, those that usually stand higher first.
  enum Style {
    /// 附件一
    PART,
    /// 第一章
    CHAPTER,
    /// 第一节, below a chapter
    SECTION,
    /// 第一条
    ARTICLE,
    /// 一、
    HAN,
    /// （一）
    HAN_PAREN,
    /// 1.
    ARABIC,
    /// 1.1 or 2-15
    DECIMAL,
    /// （1）
    ARABIC_PAREN,
    /// 1）
    ARABIC_HALF,
    /// ①
    CIRCLED,
    /// A.
    LETTER
  }

  /// The last part of the number.
  int ordinal() {
    return path.getLast();
  }

  /// The label that a normalised line starts with, null when it has none.
  static @Nullable Label parse(String spaced) {
    return new LabelScan(spaced.replace('\t', ' ').strip()).read();
  }
}
