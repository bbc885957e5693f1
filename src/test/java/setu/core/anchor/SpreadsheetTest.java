package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import setu.core.fault.DictionaryFault;

/** Sheets of LibreOffice and of others, read and written. */
class SpreadsheetTest {
  @TempDir private Path folder;

  private static Anchor hand(String note) {
    return Draft.accepted("hand", "අත", "test")
        .described("", "", note)
        .anchor(1, "me", Instant.EPOCH);
  }

  private Path resource(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = Objects.requireNonNull(SpreadsheetTest.class.getResourceAsStream(name))) {
      Files.copy(in, file);
    }
    return file;
  }

  private Path archive(String name, String type, String part, String content) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      byte[] bytes = type.getBytes(StandardCharsets.UTF_8);
      CRC32 sum = new CRC32();
      sum.update(bytes);
      ZipEntry first = new ZipEntry("mimetype");
      first.setMethod(ZipEntry.STORED);
      first.setSize(bytes.length);
      first.setCrc(sum.getValue());
      zip.putNextEntry(first);
      zip.write(bytes);
      zip.putNextEntry(new ZipEntry(part));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return file;
  }

  private Path workbook(String rows) throws IOException {
    return archive(
        "book.xlsx",
        "",
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"libreoffice.xlsx", "libreoffice.ods"})
  void readsWhatLibreOfficeWrote(String name) throws IOException {
    DictionaryImport read = DictionaryFiles.read(resource(name), DictionaryOptions.AS_WRITTEN);
    assertThat(read.pairs())
        .containsExactly(
            new WordPair("river", "ගඟ"),
            new WordPair("Sri Lanka", "ශ්\u200Dරී ලංකාව"),
            new WordPair("water", "ජලය"));
    assertThat(read.entries().get(1).note()).isEqualTo("a \"quoted\" note");
    assertThat(read.refused())
        .extracting(RefusedLine::line, RefusedLine::reason)
        .containsExactly(
            tuple(5L, RefusedLine.Reason.NOT_A_WORD), tuple(6L, RefusedLine.Reason.EMPTY_SIDE));
  }

  @Test
  void readsASpreadsheetFromTheSinhalaSide() throws IOException {
    DictionaryImport read =
        DictionaryFiles.read(resource("libreoffice.ods"), DictionaryOptions.from("si"));
    assertThat(read.pairs()).contains(new WordPair("ගඟ", "river"));
  }

  /** What is no spreadsheet in spite of its name, or was damaged on its way, is told as that. */
  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "ods"})
  void aDamagedSpreadsheetIsToldAsOne(String ending) throws IOException {
    Path whole = folder.resolve("whole." + ending);
    DictionaryFiles.write(whole, List.of(hand("")));
    byte[] bytes = Files.readAllBytes(whole);
    byte[] noise = bytes.clone();
    Arrays.fill(noise, bytes.length / 3, bytes.length / 2, (byte) 7);
    for (byte[] bad :
        List.of(
            Arrays.copyOf(bytes, bytes.length / 3),
            noise,
            new byte[] {0, 1, 2},
            "river\tගඟ\n".getBytes(StandardCharsets.UTF_8),
            "Fluß\tx\n".getBytes(StandardCharsets.ISO_8859_1))) {
      Path file = Files.write(folder.resolve("damaged." + ending), bad);
      assertThatThrownBy(() -> DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN))
          .isInstanceOfSatisfying(
              DictionaryFault.class,
              fault ->
                  assertThat(fault.problem())
                      .isEqualTo(DictionaryFault.Problem.DAMAGED_SPREADSHEET));
      assertThat(DictionaryPreview.of(file)).isNull();
    }
  }

  @Test
  void theFirstSheetIsTheOneThatStandsFirstInTheWorkbook() throws IOException {
    Path file = folder.resolve("moved.xlsx");
    String sheet =
        "<worksheet><sheetData><row r='1'><c t='inlineStr'><is><t>%s</t></is></c>"
            + "<c t='inlineStr'><is><t>%s</t></is></c></row></sheetData></worksheet>";
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String[] part :
          new String[][] {
            {"xl/worksheets/sheet1.xml", sheet.formatted("notes", "only")},
            {"xl/worksheets/sheet2.xml", sheet.formatted("river", "ගඟ")},
            {
              "xl/workbook.xml",
              """
              <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets><sheet name="Chart" sheetId="9" r:id="rId7"/>
                <sheet name="Words" sheetId="2" r:id="rId4"/>
                <sheet name="Notes" sheetId="1" r:id="rId3"/></sheets></workbook>
              """
            },
            {
              "xl/_rels/workbook.xml.rels",
              """
              <Relationships><Relationship Id="rId3" Target="worksheets/sheet1.xml"/>
                <Relationship Id="rId4" Target="/xl/worksheets/sheet2.xml"/>
                <Relationship Id="rId7" Target="chartsheets/sheet1.xml"/></Relationships>
              """
            }
          }) {
        zip.putNextEntry(new ZipEntry(part[0]));
        zip.write(part[1].getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(DictionaryFiles.readPairs(file)).containsExactly(new WordPair("river", "ගඟ"));
  }

  @Test
  void rowsThatAreSaidToRepeatAreRowsAndKeepTheirLines() throws IOException {
    Path file =
        archive(
            "rows.ods",
            "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml",
            """
            <d xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
               xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><t:table>
              <t:table-row><t:table-cell><x:p>hand</x:p></t:table-cell>
                <t:table-cell><x:p>අත</x:p></t:table-cell></t:table-row>
              <t:table-row t:number-rows-repeated="3"><t:table-cell/></t:table-row>
              <t:table-row t:number-rows-repeated="2"><t:table-cell><x:p>leg</x:p></t:table-cell>
                <t:table-cell><x:p>කකුල</x:p></t:table-cell></t:table-row>
              <t:table-row><t:table-cell><x:p>sea</x:p></t:table-cell>
                <t:table-cell><x:p>?</x:p></t:table-cell></t:table-row>
              <t:table-row t:number-rows-repeated="2"><t:table-cell><x:p>sun</x:p></t:table-cell>
                <t:table-cell><x:p>ඉර</x:p></t:table-cell></t:table-row>
            </t:table></d>
            """);
    DictionaryImport read = DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN);
    assertThat(read.entries())
        .extracting(DictionaryEntry::line, DictionaryEntry::source)
        .containsExactly(
            tuple(1L, "hand"),
            tuple(5L, "leg"),
            tuple(6L, "leg"),
            tuple(8L, "sun"),
            tuple(9L, "sun"));
    assertThat(read.refused()).extracting(RefusedLine::line).containsExactly(7L);
  }

  @Test
  void aCellOfAFormulaIsWhatItShows() throws IOException {
    Path file =
        workbook(
            "<row r='1'><c r='A1' t='str'><f>LOWER(\"HAND\")</f><v>hand</v></c>"
                + "<c r='B1' t='inlineStr'><is><t>අත</t><rPh><t>atha</t></rPh></is></c></row>");
    assertThat(DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN).pairs())
        .containsExactly(new WordPair("hand", "අත"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r='first'/>",
        "<row r='1'><c r='A1' t='s'><v>one</v></c></row>",
        "<row r='1'><c r='ZZZZZZZZZ1' t='str'><v>far</v></c></row>"
      })
  void aSheetThatIsNoneIsAFault(String rows) throws IOException {
    Path file = workbook(rows);
    assertThatThrownBy(() -> DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN))
        .isInstanceOf(DictionaryFault.class);
  }

  @Test
  void blanksThatLibreOfficeWritesAsElementsAreText() throws IOException {
    Path file =
        archive(
            "blanks.ods",
            "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml",
            """
            <d xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
               xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><t:table>
              <t:table-row><t:table-cell><x:p>Sri <x:s x:c="2"/><x:span>Lanka</x:span></x:p>
                </t:table-cell><t:table-cell><x:p>ශ්රී<x:line-break/>ලංකාව</x:p></t:table-cell>
                </t:table-row></t:table></d>
            """);
    assertThat(DictionaryFiles.readPairs(file))
        .containsExactly(new WordPair("Sri   Lanka", "ශ්රී\nලංකාව"));
  }

  @Test
  void paragraphsOfACellAreItsLines() throws IOException {
    Path file =
        archive(
            "lines.ods",
            "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml",
            """
            <d xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
               xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><t:table>
              <t:table-row><t:table-cell><x:p>hand</x:p></t:table-cell>
                <t:table-cell><x:p>අත</x:p><x:p/><x:p>අතක්</x:p></t:table-cell></t:table-row>
            </t:table></d>
            """);
    assertThat(DictionaryFiles.readPairs(file)).containsExactly(new WordPair("hand", "අත\n\nඅතක්"));
  }

  /** LibreOffice reads neither line breaks nor tabs that stand as elements in a cell. */
  @Test
  void linesOfACellAreParagraphsAndATabIsATab() throws IOException {
    Path file = folder.resolve("lines.ods");
    DictionaryFiles.write(file, List.of(hand("one\n\ntwo\tthree")));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      InputStream content = zip.getInputStream(zip.getEntry("content.xml"));
      assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
          .contains("<text:p>one</text:p><text:p></text:p><text:p>two\tthree</text:p>");
    }
  }

  /** Cells that other programs would shorten: blanks and line breaks at the ends of a line. */
  @Test
  void everyBlankAndLineBreakOfACellComesBack() throws IOException {
    List<String> cells =
        List.of(
            "",
            " ",
            "\n",
            "one\n",
            "\n\none\n\n",
            "  one",
            "one  ",
            "  one  \n   two \n three",
            "\tone\t",
            " \t one \t ",
            "a  b   c",
            "a\u00A0",
            "one\u2028");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ZipOutputStream zip = new ZipOutputStream(bytes);
    OpenDocumentSheet.write(List.of(cells, List.of("last")), zip);
    zip.finish();
    Path file = folder.resolve("cells.ods");
    assertThat(Spreadsheet.ODS.cells(file, new ByteArrayInputStream(bytes.toByteArray())))
        .containsExactly(cells, List.of("last"));
  }

  @Test
  void aLineBreakOfAnotherSystemIsALineBreak() throws IOException {
    Path file = folder.resolve("lines.ods");
    DictionaryFiles.write(file, List.of(hand("one\r\n  two\rthree")));
    assertThat(DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN).entries().getFirst().note())
        .isEqualTo("one\n  two\nthree");
  }

  /** Layout within the elements of a document that was not written by a spreadsheet program. */
  @Test
  void layoutAroundTheTextOfACellIsNoText() throws IOException {
    Path file =
        archive(
            "layout.ods",
            "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml",
            """
            <d xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
               xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><t:table>
              <t:table-row><t:table-cell><x:p>hand</x:p></t:table-cell>
                <t:table-cell><x:p>
                  අත
                  </x:p><x:p>  <x:s/>අතක් </x:p></t:table-cell></t:table-row>
            </t:table></d>
            """);
    assertThat(DictionaryFiles.readPairs(file)).containsExactly(new WordPair("hand", "අත\n අතක්"));
  }

  @Test
  void charactersOfAWorkbookMayBeWrittenByNumber() throws IOException {
    Path file =
        workbook(
            "<row r='1'><c t='inlineStr'><is><t>hand</t></is></c>"
                + "<c t='inlineStr'><is><t>ක්_x200D_ෂණ_x005F_x0041_</t></is></c></row>");
    assertThat(DictionaryFiles.readPairs(file))
        .containsExactly(new WordPair("hand", "ක්\u200Dෂණ_x0041_"));
  }
}
