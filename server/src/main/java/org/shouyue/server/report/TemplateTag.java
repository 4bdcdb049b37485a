package org.shouyue.server.report;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// One tag that a Word template may use, for those who write templates.
///
/// @param tag as it is written, `{{title}}`
/// @param place where it works: `document`, `chapter`, `block`, `place`
/// @param chinese what it stands for
/// @param example what comes out
record TemplateTag(String tag, String place, String chinese, String english, String example) {
  private static final List<TemplateTag> ALL =
      List.of(
          new TemplateTag("{{number}}", "document", "编号", "Number", "YB-HT2026001-2026-03"),
          new TemplateTag("{{title}}", "document", "标题（合同名称或事由）", "Title", "网站运维服务合同"),
          new TemplateTag("{{kind}}", "document", "文种", "Kind", "服务履约月报"),
          new TemplateTag(
              "{{english}}", "document", "英文文种", "Kind in English", "Monthly Service Report"),
          new TemplateTag("{{period}}", "document", "期间", "Period", "2026年3月"),
          new TemplateTag("{{client}}", "document", "甲方名称", "Client", "云溪县人民政府办公室"),
          new TemplateTag("{{colophon}}", "document", "落款说明", "Last line", "本报告编号……"),
          new TemplateTag(
              "{{主讲人}}",
              "document",
              "首页要项，用它的中文名；没有该项时留空",
              "A particular by its Chinese name",
              "王工"),
          new TemplateTag(
              "{{?sections}}…{{/sections}}", "document", "逐章重复", "Once for each chapter", ""),
          new TemplateTag(
              "{{?chapter}}…{{/chapter}}", "chapter", "正文章的标题", "Heading of a chapter", "一、概要"),
          new TemplateTag(
              "{{?annex}}…{{/annex}}", "chapter", "附件的标题", "Heading of an annex", "附件1　证据目录"),
          new TemplateTag(
              "{{number}}{{chinese}}{{english}}",
              "chapter",
              "章节号、中文题、英文题",
              "Number and headings",
              "一、概要 Summary"),
          new TemplateTag("{{?blocks}}…{{/blocks}}", "chapter", "逐段重复", "Once for each block", ""),
          new TemplateTag(
              "{{?heading}}…{{/heading}}", "block", "小标题", "Heading inside a chapter", "（一）签到"),
          new TemplateTag(
              "{{?prose}}{{text}}{{/prose}}", "block", "正文段落", "Running text", "本期没有故障。"),
          new TemplateTag(
              "{{?bad}}{{text}}{{/bad}}",
              "block",
              "必须注意的事项",
              "Must not be overlooked",
              "不履约的条款：……"),
          new TemplateTag(
              "{{?doubt}}{{text}}{{/doubt}}", "block", "存疑的事项", "In doubt", "无法判定的条款：……"),
          new TemplateTag("{{?grid}}{{#table}}{{/grid}}", "block", "表格", "Table", ""),
          new TemplateTag(
              "{{?picture}}{{@image}}{{legend}}{{/picture}}",
              "block",
              "图及图题",
              "Picture and legend",
              "履约日历"),
          new TemplateTag("{{?place}}…{{/place}}", "block", "签署处，逐方重复", "Places to sign", ""),
          new TemplateTag(
              "{{side}}{{organisation}}{{name}}{{role}}",
              "place",
              "哪一方、单位、姓名、职务",
              "Who signs",
              "甲方 某局 王某 主任"));

  /// All tags in the order of a document.
  static List<TemplateTag> all() {
    return ALL;
  }

  /// The names alone, without signs and braces.
  static Set<String> names() {
    return ALL.stream()
        .flatMap(one -> Arrays.stream(one.tag().split("[^A-Za-z]+")))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
