#include <gtest/gtest.h>

#include <cstdlib>

#include "ingest/document/pdf.h"
#include "ingest/document/tool.h"
#include "packing.h"
#include "reading.h"

namespace sitcen::ingest {
namespace {

using test::zip;

std::vector<Reading> csv(std::string bytes) { return read(std::move(bytes), InputKind::csv); }

/// ./dev test installs all tools, and says so: there, one that is missing is a failure.
#define PASS_OVER(reason)                                           \
  if (std::getenv("SITCEN_NO_SKIP") != nullptr) FAIL() << (reason); \
  GTEST_SKIP() << (reason)

/// A PDF of one page with these drawing instructions.
/// \param image a grey picture that the instructions can place as /I1
std::string pdf(const std::string& drawing, const std::string& info = "", const std::string& image = "") {
  const std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> "
      "/XObject << /I1 7 0 R >> >> >>",
      "<< /Length " + std::to_string(drawing.size()) + " >>\nstream\n" + drawing + "\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      "<< " + info + " >>",
      image.empty() ? "<< >>" : image};
  std::string out = "%PDF-1.4\n";
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    places.push_back(out.size());
    out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::size_t table = out.size();
  out += "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t place : places) {
    const std::string digits = std::to_string(place);
    out += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  return out + "trailer\n<< /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R /Info 6 0 R >>\nstartxref\n" +
         std::to_string(table) + "\n%%EOF\n";
}

TEST(Csv, TheFirstRowNamesTheColumns) {
  const auto readings =
      csv("id,Source,text,published,other\r\nr1,Orla Radio,\"The \"\"bridge\"\", it says,\nis "
          "open.\",2031-03-12,x\r\n\r\nr2,,Two.\r\n");
  ASSERT_EQ(readings.size(), 2U);
  EXPECT_EQ(readings[0]->text, "The \"bridge\", it says,\nis open.");
  EXPECT_EQ(readings[0]->id, "r1");
  EXPECT_EQ(readings[0]->source, "Orla Radio");
  EXPECT_EQ(readings[0]->published->value, "2031-03-12");
  EXPECT_EQ(readings[1]->text, "Two.");
  EXPECT_FALSE(readings[1]->source);
}

TEST(Csv, OtherSignsBetweenTheCells) {
  EXPECT_EQ(csv("id;text\n1;One, two.\n").at(0)->text, "One, two.");
  EXPECT_EQ(csv("id\ttext\n1\tOne; two.\n").at(0)->text, "One; two.");
  EXPECT_EQ(csv("\xEF\xBB\xBFtext\nOne, two.\n").size(), 1U);
}

TEST(Csv, ABadRowCostsItself) {
  const auto readings = csv("id,text\n1,One.\n2,\n3,a,b,c\n4,caf\xE9\n5,Five.\n6,\"open\n");
  ASSERT_EQ(readings.size(), 6U);
  EXPECT_EQ(describe(readings[1].error()), "-: line 3: the report has no text");
  EXPECT_EQ(readings[2].error().line, 4U);
  EXPECT_EQ(readings[3].error().error.code, ErrorCode::not_utf8);
  EXPECT_EQ(readings[4]->text, "Five.");
  EXPECT_NE(describe(readings[5].error()).find("line 7: a quotation mark is not closed"), std::string::npos);
}

TEST(Csv, WithoutAColumnOfTextNothingIsRead) {
  ASSERT_EQ(csv("a,b\n1,2\n").size(), 1U);
  EXPECT_NE(describe(csv("a,b\n1,2\n")[0].error()).find("none is called text"), std::string::npos);
  EXPECT_EQ(csv("").at(0).error().error.code, ErrorCode::empty_report);
  EXPECT_EQ(csv("text\n").at(0).error().error.code, ErrorCode::empty_report);
}

TEST(Csv, AQuotationWithoutEndIsBounded) {
  IngestOptions options;
  options.input = InputKind::csv;
  options.max_report_bytes = 10'000;
  std::string bytes = "text\n\"open\n";
  for (int i = 0; i < 20'000; ++i) bytes += "row\n";
  const auto readings = all_of(ReportSource::from(bytes_of(bytes), "-", options));
  ASSERT_GT(readings.size(), 2U);
  EXPECT_EQ(readings[0].error().error.code, ErrorCode::report_too_long);
  EXPECT_TRUE(readings.back());
}

std::string docx(const std::string& body, const std::string& core = "") {
  const std::string ns = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  std::vector<test::ZipFile> files = {
      {"[Content_Types].xml", "<Types/>"},
      {"word/document.xml", "<w:document" + ns + "><w:body>" + body + "</w:body></w:document>"}};
  if (!core.empty()) files.push_back({"docProps/core.xml", "<cp:coreProperties>" + core + "</cp:coreProperties>"});
  return zip(files);
}

TEST(Docx, ParagraphsAndProperties) {
  const auto readings = read(docx("<w:p><w:r><w:t xml:space=\"preserve\">The bridge </w:t></w:r><w:r><w:t>is "
                                  "open.</w:t></w:r></w:p><w:p/><w:p><w:del>"
                                  "<w:r><w:delText>Gone.</w:delText></w:r></w:del><w:ins><w:r><w:t>Cars</w:t><w:tab/"
                                  "><w:t>pass.</w:t></w:r></w:ins></w:p>",
                                  "<dc:title>Bridge</dc:title><dc:creator>Ana "
                                  "Kos</dc:creator><dcterms:created>2031-03-12T10:00:00Z</dcterms:created>"),
                             InputKind::automatic);
  ASSERT_EQ(readings.size(), 1U);
  ASSERT_TRUE(readings[0]) << describe(readings[0].error());
  EXPECT_EQ(readings[0]->text, "The bridge is open.\nCars\tpass.");
  EXPECT_EQ(readings[0]->title, "Bridge");
  EXPECT_EQ(readings[0]->byline, "Ana Kos");
  EXPECT_EQ(readings[0]->published->value, "2031-03-12T10:00:00Z");
}

TEST(Docx, WhatIsNoTextSaysSo) {
  const auto sheet =
      read(zip({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<x/>"}}), InputKind::automatic);
  EXPECT_EQ(describe(sheet.at(0).error()), "-: holds no report: an Office document that is no text");
  EXPECT_EQ(read(docx("<w:p/>"), InputKind::automatic).at(0).error().error.code, ErrorCode::empty_report);
  EXPECT_EQ(read(docx("<w:p>"), InputKind::automatic).at(0).error().error.code, ErrorCode::bad_xml);
}

TEST(Pdf, TextTitleAuthorAndDate) {
  if (!is_installed({"pdftotext", "poppler-utils"})) {
    PASS_OVER("pdftotext is not installed");
  }
  const auto readings = read(
      pdf("BT /F1 12 Tf 72 700 Td (The bridge over the river Orla is open again, said) Tj 0 -14 Td (the mayor.) Tj ET",
          "/Title (Bridge & road) /Author (Ana Kos) /CreationDate (D:20310312100000+01'00')"),
      InputKind::automatic);
  ASSERT_EQ(readings.size(), 1U);
  ASSERT_TRUE(readings[0]) << describe(readings[0].error());
  EXPECT_EQ(readings[0]->text, "The bridge over the river Orla is open again, said the mayor.");
  EXPECT_EQ(readings[0]->title, "Bridge & road");
  EXPECT_EQ(readings[0]->byline, "Ana Kos");
  EXPECT_EQ(readings[0]->published->value, "2031-03-12T10:00:00+01:00");
  EXPECT_FALSE(readings[0]->notice);
}

TEST(Pdf, OneThatIsDamagedOrHasNoTextSaysWhy) {
  if (!is_installed({"pdftotext", "poppler-utils"})) {
    PASS_OVER("pdftotext is not installed");
  }
  EXPECT_EQ(read("%PDF-1.4\nrubbish", InputKind::automatic).at(0).error().error.code, ErrorCode::tool_failed);
  const auto blank = read(pdf("0 0 m 10 10 l S"), InputKind::automatic);
  ASSERT_EQ(blank.size(), 1U);
  ASSERT_FALSE(blank[0]);
  const bool has_ocr = is_installed({"tesseract", "tesseract-ocr"});
  EXPECT_EQ(blank[0].error().error.code, has_ocr ? ErrorCode::empty_report : ErrorCode::tool_missing);
}

TEST(Pdf, AScannedPageIsReadAndMarked) {
  if (!is_installed({"pdftotext", ""}) || !is_installed({"tesseract", ""})) {
    PASS_OVER("no OCR is installed");
  }
  const std::string page = pdf("BT /F1 24 Tf 72 600 Td (The bridge over the river is open again.) Tj ET");
  const auto picture = run_tool({"pdftoppm", ""}, {"-r", "100", "-gray", "/dev/stdin"}, page, 10'000'000);
  ASSERT_TRUE(picture) << picture.error().message;
  // "P5\n850 1100\n255\n" and the grey values.
  const std::size_t head = picture->find("255\n") + 4;
  const std::string size = std::to_string(picture->size() - head);
  const std::string image =
      "<< /Type /XObject /Subtype /Image /Width 850 /Height 1100 /ColorSpace /DeviceGray "
      "/BitsPerComponent 8 /Length " +
      size + " >>\nstream\n" + picture->substr(head) + "\nendstream";
  const auto readings = read(pdf("612 0 0 792 0 0 cm /I1 Do", "", image), InputKind::automatic);
  ASSERT_EQ(readings.size(), 1U);
  ASSERT_TRUE(readings[0]) << describe(readings[0].error());
  EXPECT_EQ(readings[0]->text, "The bridge over the river is open again.");
  ASSERT_TRUE(readings[0]->notice);
  EXPECT_TRUE(readings[0]->notice->starts_with("OCR"));
}

TEST(Pdf, LinesOfALayoutAreJoined) {
  using Paragraphs = std::vector<std::string>;
  EXPECT_EQ(paragraphs_of_layout("The minis-\nter said it would be so,\nand more.\n\nNext.\fPage two\nof it."),
            (Paragraphs{"The minister said it would be so, and more.", "Next.", "Page two of it."}));
  EXPECT_EQ(paragraphs_of_layout("A long line of a first paragraph here\nends.\nAnother long line that goes on and on"),
            (Paragraphs{"A long line of a first paragraph here ends.", "Another long line that goes on and on"}));
}

TEST(Tool, OneThatIsNotThereIsNamedWithItsPackage) {
  const auto run = run_tool({"no-such-tool", "some-package"}, {}, "", 10);
  ASSERT_FALSE(run);
  EXPECT_EQ(run.error().message,
            "no-such-tool is needed to read it and is not installed (Debian package some-package)");
}

TEST(Tool, ItsArgumentsAreNoShellWordsItsOutputIsBounded) {
  EXPECT_EQ(run_tool({"printf", ""}, {"%s", "$HOME; `id`"}, "", 100), "$HOME; `id`");
  EXPECT_EQ(run_tool({"cat", ""}, {"/dev/stdin"}, "input", 100), "input");
  const auto endless = run_tool({"yes", ""}, {}, "", 100'000);
  ASSERT_FALSE(endless);
  EXPECT_EQ(endless.error().code, ErrorCode::report_too_long);
  const auto complaint = run_tool({"cat", ""}, {"/no/such/file"}, "", 100);
  ASSERT_FALSE(complaint);
  EXPECT_NE(complaint.error().message.find("No such file"), std::string::npos);
}

}  // namespace
}  // namespace sitcen::ingest
