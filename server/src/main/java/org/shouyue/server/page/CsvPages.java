package org.shouyue.server.page;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.outgoing.ExportGate;
import org.shouyue.server.outgoing.Leaving;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/// Writes a [Page] of records as CSV: one column a component, UTF-8 with the mark that spreadsheet
/// programs want, and nothing that they would take for a formula. A last column, `export`, says on
/// every row who took it: it is a column and no line of its own, so that readers that count lines
/// or go by names read on, and a part that is copied still says where it comes from.
final class CsvPages extends AbstractHttpMessageConverter<Page<?>> {
  static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private static final String EXPORT = "export";

  private final ObjectProvider<ExportGate> gate;

  /// @param gate asked for when the first list leaves, long after the converters are made
  CsvPages(ObjectProvider<ExportGate> gate) {
    super(CSV, MediaType.parseMediaType("text/csv"));
    this.gate = gate;
  }

  @Override
  protected boolean supports(Class<?> type) {
    return Page.class.isAssignableFrom(type);
  }

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  protected Page<?> readInternal(Class<? extends Page<?>> type, HttpInputMessage input) {
    throw new HttpMessageNotReadableException("CSV is for export only", input);
  }

  @Override
  protected void writeInternal(Page<?> page, HttpOutputMessage output) throws IOException {
    Leaving leaving = gate.getObject().list(page.items());
    output.getHeaders().setContentType(CSV);
    output.getHeaders().set(HttpHeaders.CONTENT_DISPOSITION, disposition(leaving.number()));
    try (Writer writer =
        new OutputStreamWriter(leaving.through(output.getBody()), StandardCharsets.UTF_8)) {
      writer.write('\uFEFF');
      if (!page.items().isEmpty()) {
        write(page.items(), leaving, writer);
      }
      writer.flush();
      leaving.complete(); // before the reader knows that this was all
    }
  }

  private static void write(List<?> items, Leaving leaving, Writer writer) throws IOException {
    RecordComponent[] columns = items.getFirst().getClass().getRecordComponents();
    String note = leaving.note();
    row(writer, Stream.concat(Stream.of(columns).map(RecordComponent::getName), Stream.of(EXPORT)));
    for (Object item : items) {
      Stream<String> cells =
          Stream.of(columns).map(column -> leaving.marked(text(value(column, item))));
      row(writer, Stream.concat(cells, Stream.of(note)));
    }
  }

  private static String disposition(String number) {
    String name = number.isEmpty() ? "export.csv" : "export-" + number + ".csv";
    return "attachment; filename=\"" + name + "\"";
  }

  private static void row(Writer writer, Stream<String> cells) throws IOException {
    writer.write(cells.map(CsvPages::cell).collect(Collectors.joining(",")));
    writer.write("\r\n");
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Collection<?> many ->
          many.stream().map(CsvPages::text).collect(Collectors.joining("; "));
      default -> value.toString();
    };
  }

  static String cell(String value) {
    String safe =
        !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 && !number(value)
            ? "'" + value
            : value;
    return safe.contains(",") || safe.contains("\"") || safe.contains("\n") || safe.contains("\r")
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  private static boolean number(String value) {
    return value.matches("-?\\d+(\\.\\d+)?");
  }

  private static @Nullable Object value(RecordComponent column, Object item) {
    try {
      var accessor = column.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(item);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + column + " of " + item.getClass(), e);
    }
  }
}
