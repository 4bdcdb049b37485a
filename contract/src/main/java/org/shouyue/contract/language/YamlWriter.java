package org.shouyue.contract.language;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.comments.CommentLine;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.serializer.Serializer;

/// Prints the fixed form as YAML for people: what is absent is left out, short lists stand on one
/// line, every part of the contract begins with a comment.
final class YamlWriter {

  private static final Map<String, String> COMMENTS =
      Map.ofEntries(
          Map.entry("title", "合同名称与编号"),
          Map.entry("client", "甲方：接受服务的一方"),
          Map.entry("provider", "乙方：提供服务的一方"),
          Map.entry(
              "term",
              "服务期限。starts: fixed 固定日期, signing 自签订之日; renewal: automatic 自动, negotiated 协商"),
          Map.entry("total", "合同总额"),
          Map.entry(
              "services",
              "服务项。frequency: P2D 隔日, P3M 每季, R2/P1Y 每年至少 2 次, continuous 持续, on-event 遇事,"
                  + " on-request 按需, once 一次; atMost 次数上限"),
          Map.entry(
              "serviceLevels", "服务级别：响应 respond、到场 onSite、解决 resolve。calendar: 24x7 或 working"),
          Map.entry("payments", "付款：比例、金额、起点、期限"),
          Map.entry("acceptances", "验收：服务多久之后、多久之内"),
          Map.entry("penalties", "违约责任：比例写成小数，0.5‰ 是 '0.0005'"),
          Map.entry("secrecy", "保密期限"),
          Map.entry("ambiguities", "疑义：须由人逐条决定后合同才能生效"));

  private YamlWriter() {}

  static String write(Map<String, @Nullable Object> tree) {
    DumpSettings settings =
        DumpSettings.builder()
            .setSchema(new CoreSchema())
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setSplitLines(false)
            .setDumpComments(true)
            .setIndent(2)
            .build();
    MappingNode root = mapping(tree);
    if (root.getValue().isEmpty()) {
      return "{}\n";
    }
    for (NodeTuple tuple : root.getValue()) {
      comment(tuple.getKeyNode());
    }
    Text text = new Text();
    Serializer serializer = new Serializer(settings, new Emitter(settings, text));
    serializer.emitStreamStart();
    serializer.serializeDocument(root);
    serializer.emitStreamEnd();
    return text.toString();
  }

  private static void comment(Node key) {
    String comment = COMMENTS.get(((ScalarNode) key).getValue());
    if (comment != null) {
      key.setBlockComments(
          List.of(
              new CommentLine(
                  Optional.empty(), Optional.empty(), " " + comment, CommentType.BLOCK)));
    }
  }

  private static MappingNode mapping(Map<?, ?> tree) {
    List<NodeTuple> tuples = new ArrayList<>();
    tree.forEach((key, value) -> {
      if (value != null && !isDefault(value)) {
        tuples.add(new NodeTuple(scalar(Tag.STR, String.valueOf(key)), node(value)));
      }
    });
    return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
  }

  private static boolean isDefault(Object value) {
    return value.equals(false) || (value instanceof List<?> list && list.isEmpty());
  }

  private static Node node(Object value) {
    return switch (value) {
      case Map<?, ?> map -> mapping(map);
      case List<?> list -> sequence(list);
      case Integer number -> scalar(Tag.INT, number.toString());
      case Boolean flag -> scalar(Tag.BOOL, flag.toString());
      default -> text(value.toString());
    };
  }

  private static SequenceNode sequence(List<?> list) {
    List<Node> items = new ArrayList<>();
    boolean flat = true;
    for (Object item : list) {
      flat &= item instanceof Integer || (item instanceof String text && text.length() <= 20);
      items.add(node(item));
    }
    return new SequenceNode(Tag.SEQ, items, flat ? FlowStyle.FLOW : FlowStyle.BLOCK);
  }

  private static ScalarNode text(String text) {
    boolean plain = text.codePoints().allMatch(YamlWriter::isPlain);
    return new ScalarNode(Tag.STR, text, plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
  }

  private static boolean isPlain(int character) {
    return character >= ' '
        && character != 0x7f
        && character != 0x85
        && character != 0xfeff
        && character != 0x2028
        && character != 0x2029;
  }

  private static ScalarNode scalar(Tag tag, String text) {
    return new ScalarNode(tag, text, ScalarStyle.PLAIN);
  }

  private static final class Text extends StringWriter implements StreamDataWriter {
    @Override
    public void flush() {
      // everything is in memory already
    }
  }
}
