package org.shouyue.contract.reading;

import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Frequency;

/// Frequencies in Chinese, for messages to people.
final class FrequencyWords {
  private FrequencyWords() {}

  static String of(@Nullable Frequency frequency) {
    return switch (frequency) {
      case null -> "未写明";
      case Frequency.Every every -> "每" + period(every.period()) + "一次";
      case Frequency.Times times -> "每" + period(times.period()) + times.count() + "次";
      case Frequency.Plain plain ->
          switch (plain) {
            case CONTINUOUS -> "持续";
            case ON_EVENT -> "事件发生时";
            case ON_REQUEST -> "按需";
            case ONCE -> "一次";
          };
    };
  }

  static String period(Period period) {
    long months = period.toTotalMonths();
    if (months == 0) {
      int days = CycleGrammar.days(period);
      return days == 1 ? "日" : days == 7 ? "周" : days + "天";
    }
    if (months % 12 == 0) {
      return months == 12 ? "年" : months / 12 + "年";
    }
    return months == 1 ? "月" : months == 3 ? "季度" : months == 6 ? "半年" : months + "个月";
  }
}
