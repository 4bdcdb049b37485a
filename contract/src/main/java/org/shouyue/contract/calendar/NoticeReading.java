package org.shouyue.contract.calendar;

import java.util.List;

/// What comes of reading a holiday notice: the notice, or everything that is wrong with it.
public sealed interface NoticeReading permits HolidayNotice, NoticeReading.Refused {

  /// Nothing was taken over.
  ///
  /// @param faults in the order of the text, at least one
  record Refused(List<Fault> faults) implements NoticeReading {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /// One fault of the text.
  ///
  /// @param line counted from 1
  /// @param column counted from 1
  /// @param message what is wrong
  /// @param remedy what to write instead
  record Fault(int line, int column, String message, String remedy) {
    @Override
    public String toString() {
      return line + ":" + column + ": " + message + "; " + remedy;
    }
  }
}
