package org.shouyue.contract.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

class WordDocumentTest {

  private static final String OPEN =
      "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
          + " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>";
  private static final String CLOSE = "</w:body></w:document>";

  private final DocumentReader reader = new DocumentReader();

  @Test
  void keepsParagraphsAndTableRowsInOrder() throws IOException {
    byte[] docx =
        docx(word -> {
          word.createParagraph().createRun().setText("服务项目一览");
          XWPFTable table = word.createTable(2, 3);
          fill(table, 0, "序号", "服务项目", "周期");
          fill(table, 1, "1", "漏洞扫描", "每季度一次");
          word.createParagraph().createRun().setText("第二条 付款");
        });

    assertThat(read(docx).lines())
        .containsExactly("服务项目一览", "序号\t服务项目\t周期", "1\t漏洞扫描\t每季度一次", "第二条 付款");
  }

  @Test
  void joinsTheParagraphsOfACellAndPutsNestedTablesBehindTheRow() throws IOException {
    String nested = "<w:tbl><w:tr>" + cell("一级") + cell("30分钟") + "</w:tr></w:tbl>";
    byte[] docx =
        packed(
            OPEN
                + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>巡检</w:t></w:r></w:p>"
                + "<w:p><w:r><w:t>含</w:t><w:tab/><w:t>复测</w:t></w:r></w:p></w:tc><w:tc>"
                + nested
                + "<w:p><w:r><w:t>每月</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                + CLOSE);

    assertThat(read(docx).lines()).containsExactly("巡检 含 复测\t每月", "一级\t30分钟");
  }

  @Test
  void printsTheListNumbersThatWordCounts() throws IOException {
    byte[] docx =
        docx(word -> {
          BigInteger list =
              word.createNumbering()
                  .addNum(word.getNumbering().addAbstractNum(new XWPFAbstractNum(clauses())));
          numbered(word, list, 0, "服务内容");
          numbered(word, list, 1, "安全巡检");
          numbered(word, list, 2, "服务器");
          numbered(word, list, 1, "应急演练");
          numbered(word, list, 0, "付款");
          numbered(word, list, 1, "首付款");
        });

    assertThat(read(docx).lines())
        .containsExactly("第一条 服务内容", "（一）安全巡检", "1.1.1 服务器", "（二）应急演练", "第二条 付款", "（一）首付款");
  }

  @Test
  void readsTextBoxesOnceAndLeavesOutWhatIsDeletedOrHidden() throws IOException {
    String box = "<w:txbxContent><w:p><w:r><w:t>合同编号：A-1</w:t></w:r></w:p></w:txbxContent>";
    byte[] docx =
        packed(
            OPEN
                + "<w:p><w:r><w:t>甲方：</w:t></w:r>"
                + "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
                + "<w:ins><w:r><w:t>云溪县</w:t><w:br/><w:t>乙方：</w:t></w:r></w:ins>"
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
                + "<w:r><w:instrText>PAGE</w:instrText></w:r>"
                + "<w:r><mc:AlternateContent><mc:Choice>"
                + box
                + "</mc:Choice><mc:Fallback>"
                + box
                + "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
                + "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>二、期限</w:t></w:r></w:p></w:sdtContent></w:sdt>"
                + CLOSE);

    assertThat(read(docx).lines()).containsExactly("甲方：云溪县", "乙方：", "合同编号：A-1", "二、期限");
  }

  @Test
  void padsCellsThatSpanColumns() throws IOException {
    byte[] docx =
        packed(
            OPEN
                + "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>类型</w:t></w:r></w:p></w:tc>"
                + "<w:tc><w:p><w:r><w:t>详情</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                + CLOSE);

    assertThat(read(docx).lines()).containsExactly("类型\t\t详情");
  }

  @Test
  void refusesALockedDocument() throws Exception {
    ByteArrayOutputStream locked = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var out = encryptor.getDataStream(files)) {
        out.write(docx(word -> word.createParagraph().createRun().setText("密")));
      }
      files.writeFilesystem(locked);
    }

    assertThat(codeOf(locked.toByteArray())).isEqualTo(DocumentUnreadable.Code.ENCRYPTED);
  }

  @Test
  void refusesAWorkbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.createSheet("报价").createRow(0).createCell(0).setCellValue("服务费");
      workbook.write(bytes);
    }

    assertThat(codeOf(bytes.toByteArray())).isEqualTo(DocumentUnreadable.Code.UNSUPPORTED);
  }

  @Test
  @Timeout(30)
  void refusesAZipBomb() throws IOException {
    byte[] zeros = new byte[1 << 20];
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("word/media/picture.bin"));
      for (int megabyte = 0; megabyte < 300; megabyte++) {
        zip.write(zeros);
      }
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write((OPEN + CLOSE).getBytes(StandardCharsets.UTF_8));
    }

    assertThat(codeOf(bomb.toByteArray())).isEqualTo(DocumentUnreadable.Code.TOO_LARGE);
  }

  @Test
  void refusesEndlessNestingAndForeignEntities() throws IOException {
    byte[] deep = packed(OPEN + "<w:tbl><w:tr><w:tc>".repeat(20_000));
    byte[] entity =
        packed(
            "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
                + OPEN
                + "<w:p><w:r><w:t>甲&e;乙</w:t></w:r></w:p>"
                + CLOSE);

    assertThat(codeOf(deep)).isEqualTo(DocumentUnreadable.Code.MALFORMED);
    assertThat(codeOf(entity)).isEqualTo(DocumentUnreadable.Code.MALFORMED);
  }

  @Test
  @Timeout(60)
  void answersEveryDamagedDocumentWithTextOrAReason() throws IOException {
    byte[] sound =
        docx(word -> {
          for (int clause = 1; clause < 40; clause++) {
            word.createParagraph().createRun().setText("第" + clause + "条 服务内容与周期");
          }
        });
    Random random = new Random(20260101);
    int refused = 0;

    for (int round = 0; round < 600; round++) {
      byte[] damaged =
          round % 3 == 0 ? Arrays.copyOf(sound, random.nextInt(1, sound.length)) : sound.clone();
      for (int flips = round % 3 * 4; flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        read(damaged);
      } catch (DocumentUnreadable unreadable) {
        refused++;
      }
    }

    assertThat(refused).isGreaterThan(100);
  }

  @Test
  @Timeout(60)
  void answersEveryDamagedBodyWithTextOrAReason() throws IOException {
    String sound =
        OPEN
            + "<w:tbl><w:tr><w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>"
            + "<w:r><w:t>条</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
            + CLOSE;
    Random random = new Random(5);
    int survived = 0;

    for (int round = 0; round < 2_000; round++) {
      StringBuilder damaged = new StringBuilder(sound);
      int from = OPEN.length() + random.nextInt(sound.length() - OPEN.length() - 8);
      damaged.replace(from, from + random.nextInt(6), random.nextBoolean() ? "" : "9");
      try {
        read(packed(damaged.toString()));
        survived++;
      } catch (DocumentUnreadable unreadable) {
        assertThat(unreadable.getMessage()).contains(" — ");
      }
    }

    assertThat(survived).isPositive();
  }

  private SourceDocument read(byte[] bytes) {
    return reader.read("contract.docx", new ByteArrayInputStream(bytes));
  }

  private DocumentUnreadable.Code codeOf(byte[] bytes) {
    DocumentUnreadable[] caught = new DocumentUnreadable[1];
    assertThatExceptionOfType(DocumentUnreadable.class)
        .isThrownBy(() -> read(bytes))
        .satisfies(refused -> caught[0] = refused);
    return caught[0].code();
  }

  private static byte[] docx(Consumer<XWPFDocument> content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XWPFDocument word = new XWPFDocument()) {
      content.accept(word);
      word.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] packed(String document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : Map.of("word/document.xml", document).entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String cell(String text) {
    return "<w:tc><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>";
  }

  private static void fill(XWPFTable table, int row, String... cells) {
    for (int cell = 0; cell < cells.length; cell++) {
      table.getRow(row).getCell(cell).setText(cells[cell]);
    }
  }

  private static void numbered(XWPFDocument word, BigInteger list, int level, String text) {
    XWPFParagraph paragraph = word.createParagraph();
    paragraph.setNumID(list);
    paragraph.setNumILvl(BigInteger.valueOf(level));
    paragraph.createRun().setText(text);
  }

  private static CTAbstractNum clauses() {
    CTAbstractNum clauses = CTAbstractNum.Factory.newInstance();
    level(clauses, 0, STNumberFormat.CHINESE_COUNTING_THOUSAND, "第%1条");
    level(clauses, 1, STNumberFormat.CHINESE_COUNTING, "（%2）");
    level(clauses, 2, STNumberFormat.DECIMAL, "%1.%2.%3").addNewIsLgl();
    return clauses;
  }

  private static CTLvl level(CTAbstractNum list, int at, STNumberFormat.Enum format, String text) {
    CTLvl level = list.addNewLvl();
    level.setIlvl(BigInteger.valueOf(at));
    level.addNewStart().setVal(BigInteger.ONE);
    level.addNewNumFmt().setVal(format);
    level.addNewLvlText().setVal(text);
    return level;
  }
}
