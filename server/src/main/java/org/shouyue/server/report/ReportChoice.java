package org.shouyue.server.report;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;
import org.shouyue.contract.Frequency;
import org.shouyue.contract.ServiceItem;

/// Says which kind of report a promise asks for. Pure: its title and deliverables decide, then how
/// often it is owed.
final class ReportChoice {
  private static final Map<String, PaperKind> WORDS = words();

  private ReportChoice() {}

  /// The report that keeps the promise when it is sent; null when the promise is work of another
  /// kind, even if a report comes with it.
  static @Nullable PaperKind of(ServiceItem item) {
    boolean report =
        item.capability() == Capability.REPORTING || item.title().matches(".*(报告|[周月季年]报)");
    if (!report || item.capability() == Capability.INSPECTION) {
      return null;
    }
    String named = item.title() + "、" + String.join("、", item.deliverables());
    for (Map.Entry<String, PaperKind> word : WORDS.entrySet()) {
      if (named.contains(word.getKey())) {
        return word.getValue();
      }
    }
    return byFrequency(item.frequency());
  }

  private static PaperKind byFrequency(@Nullable Frequency frequency) {
    return switch (frequency) {
      case Frequency.Every(Period every) ->
          byLength(every.toTotalMonths(), every.get(ChronoUnit.DAYS), 1);
      case Frequency.Times(int count, Period in) ->
          byLength(in.toTotalMonths(), in.get(ChronoUnit.DAYS), count);
      case Frequency.Plain _ -> PaperKind.SUMMARY;
      case null -> PaperKind.SUMMARY;
    };
  }

  private static PaperKind byLength(long months, long days, int count) {
    if (months == 0) {
      return days / count <= 10 ? PaperKind.WEEKLY : PaperKind.MONTHLY;
    }
    if (months / count <= 1) {
      return PaperKind.MONTHLY;
    }
    if (months / count <= 3) {
      return PaperKind.QUARTERLY;
    }
    return months / count >= 12 ? PaperKind.ANNUAL : PaperKind.SUMMARY;
  }

  private static Map<String, PaperKind> words() {
    var words = new LinkedHashMap<String, PaperKind>();
    words.put("故障", PaperKind.FAULT);
    words.put("周报", PaperKind.WEEKLY);
    words.put("月报", PaperKind.MONTHLY);
    words.put("月度", PaperKind.MONTHLY);
    words.put("季报", PaperKind.QUARTERLY);
    words.put("季度", PaperKind.QUARTERLY);
    words.put("年报", PaperKind.ANNUAL);
    words.put("年度", PaperKind.ANNUAL);
    return words;
  }
}
