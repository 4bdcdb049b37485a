package org.shouyue.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the machine-readable form lists, counted again without the product's own counting, is what
/// the other three forms say.
class FormatsAgreeTest {
  private static final Rendering RENDERING = Rendering.shipped();
  private static final Dossier YEAR = SampleDossier.year();

  private final JsonNode json = JsonMapper.shared().readTree(RENDERING.render(YEAR, Format.JSON));
  private final Map<String, List<Integer>> counted = counted(json);

  @Test
  void statedTalliesAreTheCountsOfTheListedOccurrences() {
    for (JsonNode clause : json.get("clauses")) {
      JsonNode tally = clause.get("tally");
      List<Integer> expected = counted.get(clause.get("clause").asString());
      assertThat(numbers(tally)).isEqualTo(expected);
    }
    assertThat(numbers(json.get("tally"))).isEqualTo(counted.get("合计"));
  }

  @Test
  void htmlTableSaysTheSameCounts() throws Exception {
    Document html = html(RENDERING.render(YEAR, Format.HTML));

    NodeList rows =
        ((Element) section(html, "clauses").getElementsByTagName("tbody").item(0))
            .getElementsByTagName("tr");

    var said = new HashMap<String, List<Integer>>();
    for (int i = 0; i < rows.getLength(); i++) {
      NodeList cells = ((Element) rows.item(i)).getElementsByTagName("td");
      said.put(cells.item(0).getTextContent(), integers(cells, 3, 9));
    }
    assertThat(said).isEqualTo(counted);
  }

  @Test
  void docxTableSaysTheSameCounts() throws IOException {
    try (var docx =
        new XWPFDocument(new ByteArrayInputStream(RENDERING.render(YEAR, Format.DOCX)))) {
      XWPFTable table =
          docx.getTables().stream()
              .filter(t ->
                  t.getRow(0).getCell(0).getText().startsWith("条款")
                      && t.getRow(0).getTableCells().size() == 10)
              .findFirst()
              .orElseThrow();

      var said = new HashMap<String, List<Integer>>();
      for (int i = 1; i < table.getNumberOfRows(); i++) {
        var numbers = new ArrayList<Integer>();
        for (int c = 3; c < 9; c++) {
          numbers.add(Integer.valueOf(table.getRow(i).getCell(c).getText().strip()));
        }
        said.put(table.getRow(i).getCell(0).getText().strip(), numbers);
      }
      assertThat(said).isEqualTo(counted);
    }
  }

  @Test
  void pdfAndDocxAndHtmlStateTheSameResultInWords() throws Exception {
    List<Integer> all = counted.get("合计");
    String sentence =
        "到期履约事项%d项：按期完成%d项，逾期完成%d项，未履行%d项，甲方豁免%d项，无法判定%d项。"
            .formatted(all.get(0), all.get(1), all.get(2), all.get(3), all.get(4), all.get(5));

    assertThat(pdfText(RENDERING.render(YEAR, Format.PDF))).contains(sentence);
    assertThat(docxText(RENDERING.render(YEAR, Format.DOCX))).contains(sentence);
    assertThat(html(RENDERING.render(YEAR, Format.HTML)).getDocumentElement().getTextContent())
        .contains(sentence);
  }

  @Test
  void pdfTableSaysTheSameCounts() throws IOException {
    String text = pdfText(RENDERING.render(YEAR, Format.PDF));

    Matcher total = Pattern.compile("合计全部条款—(\\d+)").matcher(text);

    assertThat(total.find()).isTrue();
    StringBuilder digits = new StringBuilder();
    counted.get("合计").forEach(digits::append);
    assertThat(total.group(1)).startsWith(digits);
  }

  @Test
  void everyOccurrenceIsListedInEveryForm() throws Exception {
    int listed =
        json.get("clauses")
            .valueStream()
            .mapToInt(clause -> clause.get("occurrences").size())
            .sum();

    Document html = html(RENDERING.render(YEAR, Format.HTML));
    int inHtml =
        ((Element) section(html, "occurrences").getElementsByTagName("tbody").item(0))
            .getElementsByTagName("tr")
            .getLength();
    String pdf = pdfText(RENDERING.render(YEAR, Format.PDF));
    int inPdf = 0;
    for (JsonNode clause : json.get("clauses")) {
      for (JsonNode occurrence : clause.get("occurrences")) {
        String start =
            Wording.start(java.time.Instant.parse(occurrence.get("from").asString()), YEAR.zone());
        inPdf += pdf.contains(start) ? 1 : 0;
      }
    }

    assertThat(listed).isGreaterThan(200);
    assertThat(inHtml).isEqualTo(listed);
    assertThat(inPdf).isEqualTo(listed);
  }

  @Test
  void clockCountsFollowFromTheListedClocks() throws Exception {
    long met =
        json.get("clocks")
            .valueStream()
            .filter(c -> c.get("state").asString().equals("met"))
            .count();
    long breached =
        json.get("clocks")
            .valueStream()
            .filter(c -> c.get("state").asString().equals("breached"))
            .count();

    int metByLevel = json.get("levels").valueStream().mapToInt(l -> l.get("met").asInt()).sum();
    int breachedByMonth =
        json.get("levelMonths").valueStream().mapToInt(l -> l.get("breached").asInt()).sum();

    assertThat(metByLevel).isEqualTo((int) met);
    assertThat(breachedByMonth).isEqualTo((int) breached);
    assertThat(pdfText(RENDERING.render(YEAR, Format.PDF)))
        .contains("达标" + met + "次，超时" + breached + "次");
  }

  private static Map<String, List<Integer>> counted(JsonNode json) {
    var all = new HashMap<String, List<Integer>>();
    var sums = new int[6];
    for (JsonNode clause : json.get("clauses")) {
      var counts = new int[6];
      for (JsonNode occurrence : clause.get("occurrences")) {
        int place =
            List.of("done", "late", "missed", "waived", "unknown")
                .indexOf(occurrence.get("outcome").asString());
        if (place >= 0) {
          counts[0]++;
          counts[place + 1]++;
          sums[0]++;
          sums[place + 1]++;
        }
      }
      all.put(clause.get("clause").asString(), java.util.Arrays.stream(counts).boxed().toList());
    }
    all.put("合计", java.util.Arrays.stream(sums).boxed().toList());
    return all;
  }

  private static List<Integer> numbers(JsonNode tally) {
    return List.of("due", "done", "late", "missed", "waived", "unknown").stream()
        .map(n -> tally.get(n).asInt())
        .toList();
  }

  private static List<Integer> integers(NodeList cells, int from, int to) {
    var numbers = new ArrayList<Integer>();
    for (int i = from; i < to; i++) {
      numbers.add(Integer.valueOf(cells.item(i).getTextContent()));
    }
    return numbers;
  }

  private static Element section(Document html, String id) {
    NodeList divisions = html.getElementsByTagName("div");
    for (int i = 0; i < divisions.getLength(); i++) {
      Element division = (Element) divisions.item(i);
      if (division.getAttribute("id").equals(id)) {
        return division;
      }
    }
    throw new AssertionError("no section " + id);
  }

  static Document html(byte[] file) throws Exception {
    String text = new String(file, StandardCharsets.UTF_8).replace("<!DOCTYPE html>", "");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// The text without white space and without page numbers, since lines break where the page ends.
  static String pdfText(byte[] file) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(pdf).replaceAll("— \\d+ —", "").replaceAll("\\s", "");
    }
  }

  static String docxText(byte[] file) throws IOException {
    try (var docx = new XWPFDocument(new ByteArrayInputStream(file))) {
      var text = new StringBuilder();
      docx.getParagraphs().forEach(p -> text.append(p.getText()).append('\n'));
      return text.toString();
    }
  }
}
