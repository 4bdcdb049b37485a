package org.shouyue.contract.reading;

import java.util.regex.Pattern;

/// The words by which contracts promise that the client is told.
final class Telling {
  private static final String[] TOLD = {"反馈", "告知", "通知甲方", "通知用户", "通报甲方", "向甲方报告"};
  private static final String[] ANSWERED = {"响应", "应答", "受理", "接单", "答复", "回应"};

  /// 如无法处理完成提前告知用户.
  private static final Pattern FOREWARNING =
      Pattern.compile("(无法|不能|未能|难以)[^。;]{0,16}(提前|事先|事前)[^。;]{0,6}(告知|通知|说明|报告)");

  private Telling() {}

  /// Whether a limit that reads like one for an answer is one for telling the client: 4小时内向甲方进行反馈.
  ///
  /// @param front the words between the limit and what comes before it
  /// @param behind the words between the limit and what comes after it
  static boolean isLimit(String front, String behind) {
    String near = behind.substring(0, Math.min(12, behind.length()));
    return Text.hasAny(near, TOLD) && !Text.hasAny(near, ANSWERED) && !front.endsWith("响应");
  }

  /// Whether a sentence has the client told before a limit is missed.
  static boolean isForewarning(String sentence) {
    return FOREWARNING.matcher(sentence).find();
  }
}
