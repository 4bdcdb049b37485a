package org.shouyue.server.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouyue.contract.calendar.DayKind;
import org.shouyue.contract.calendar.WorkCalendar;

/// Which holidays a clause about special periods names, with their dates by the work calendar. What
/// no calendar knows (两会、重大活动) is entered when the client tells of it.
final class SpecialDays {
  private static final List<String> EVERY_HOLIDAY = List.of("节假日", "假日", "法定假", "节日期间");
  private static final Map<String, List<String>> WORDS = words();

  private SpecialDays() {}

  /// A holiday, both days included.
  record Holiday(String name, LocalDate first, LocalDate last) {}

  /// The holidays that a clause names and that lie wholly or in part in a term, in order.
  static List<Holiday> of(String clause, WorkCalendar calendar, LocalDate from, LocalDate to) {
    List<Holiday> found = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      String name = calendar.nameOf(day);
      if (name != null && calendar.kindOf(day) == DayKind.HOLIDAY && names(clause, name)) {
        boolean goesOn =
            !found.isEmpty()
                && found.getLast().name().equals(name)
                && found.getLast().last().plusDays(1).equals(day);
        LocalDate first = goesOn ? found.removeLast().first() : day;
        found.add(new Holiday(name, first, day));
      }
    }
    return found;
  }

  private static boolean names(String clause, String holiday) {
    return EVERY_HOLIDAY.stream().anyMatch(clause::contains)
        || WORDS.getOrDefault(holiday, List.of(holiday)).stream().anyMatch(clause::contains);
  }

  private static Map<String, List<String>> words() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    words.put("元旦", List.of("元旦"));
    words.put("春节", List.of("春节"));
    words.put("清明节", List.of("清明"));
    words.put("劳动节", List.of("五一", "劳动节"));
    words.put("端午节", List.of("端午"));
    words.put("中秋节", List.of("中秋"));
    words.put("国庆节", List.of("国庆", "十一"));
    return Map.copyOf(words);
  }
}
