package org.shouyue.contract.language;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Wording;
import org.shouyue.contract.language.Tree.Entry;
import org.shouyue.contract.language.Tree.Mapping;
import org.shouyue.contract.language.Tree.Mark;
import org.shouyue.contract.language.Tree.Scalar;
import org.shouyue.contract.language.Tree.Sequence;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Turns YAML 1.2 into a tree. Before anything is built the events are looked through, so that
/// nothing nested deep, repeated by aliases or endless is ever held.
final class YamlTree {

  /// Longer documents are refused.
  static final int MOST_CHARACTERS = 4 << 20;

  /// The form itself is four levels deep.
  static final int DEEPEST = 20;

  private static final Wording FIX_HERE =
      new Wording(
          "检查此处的缩进、冒号后的空格和引号", "check indentation, the space after colons, and quotes here");

  private final Problems problems;

  private YamlTree(Problems problems) {
    this.problems = problems;
  }

  /// The one document in a text, null with a problem when there is none.
  static @Nullable Tree parse(String yaml, Problems problems) {
    if (yaml.length() > MOST_CHARACTERS) {
      problems.add(
          Mark.NOWHERE,
          "",
          new Wording("文件过大", "the document is too large"),
          new Wording("合同 YAML 不应超过 4 MB", "a contract takes less than 4 MB of YAML"));
      return null;
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel("")
            .setSchema(new CoreSchema())
            .setCodePointLimit(MOST_CHARACTERS)
            // One buffer for all: the reader of 3.0.1 trips over a character outside the basic
            // plane
            // that stands across the end of its buffer.
            .setBufferSize(yaml.length() + 16)
            .build();
    YamlTree reading = new YamlTree(problems);
    try {
      return reading.isHarmless(events(settings, yaml))
          ? reading.document(new Composer(settings, events(settings, yaml)).getSingleNode())
          : null;
    } catch (MarkedYamlEngineException malformed) {
      problems.add(
          malformed.getProblemMark().map(YamlTree::mark).orElse(Mark.NOWHERE),
          "",
          new Wording("不是有效的 YAML", "this is not valid YAML: " + malformed.getProblem()),
          FIX_HERE);
    } catch (YamlEngineException malformed) {
      problems.add(
          Mark.NOWHERE,
          "",
          new Wording("不是有效的 YAML", "this is not valid YAML: " + malformed.getMessage()),
          FIX_HERE);
    }
    return null;
  }

  private static ParserImpl events(LoadSettings settings, String yaml) {
    return new ParserImpl(settings, new StreamReader(settings, yaml));
  }

  private boolean isHarmless(Iterator<Event> events) {
    int depth = 0;
    int documents = 0;
    while (events.hasNext()) {
      Event event = events.next();
      switch (event) {
        case CollectionStartEvent _ -> depth++;
        case CollectionEndEvent _ -> depth--;
        case DocumentStartEvent _ -> documents++;
        default -> {}
      }
      Wording harm = harm(event, depth, documents);
      if (harm != null) {
        problems.add(
            event.getStartMark().map(YamlTree::mark).orElse(Mark.NOWHERE),
            "",
            harm,
            new Wording("合同语言不需要它，请直接写出内容", "the contract language does without: write it out"));
        return false;
      }
    }
    return true;
  }

  private static @Nullable Wording harm(Event event, int depth, int documents) {
    if (depth > DEEPEST) {
      return new Wording("嵌套太深", "nested too deep");
    }
    if (documents > 1) {
      return new Wording("一个文件只能写一份合同", "one file holds one contract");
    }
    if (event instanceof AliasEvent) {
      return new Wording("不允许引用（*）", "aliases (*) are not allowed");
    }
    return event instanceof NodeEvent node && node.getAnchor().isPresent()
        ? new Wording("不允许锚点（&）", "anchors (&) are not allowed")
        : null;
  }

  private @Nullable Tree document(Optional<Node> node) {
    if (node.isEmpty()) {
      problems.add(
          new Mark(1, 1),
          "",
          new Wording("文件是空的", "the document is empty"),
          new Wording("至少写上 title", "write a title at least"));
      return null;
    }
    return tree(node.get());
  }

  private Tree tree(Node node) {
    Mark mark = node.getStartMark().map(YamlTree::mark).orElse(Mark.NOWHERE);
    return switch (node) {
      case ScalarNode scalar -> new Scalar(scalar.getValue(), kind(scalar.getTag()), mark);
      case SequenceNode sequence ->
          new Sequence(sequence.getValue().stream().map(this::tree).toList(), mark);
      case MappingNode mapping -> new Mapping(entries(mapping), mark);
      default -> throw new IllegalStateException("aliases were refused: " + node.getNodeType());
    };
  }

  private List<Entry> entries(MappingNode mapping) {
    List<Entry> entries = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Mark mark = tuple.getKeyNode().getStartMark().map(YamlTree::mark).orElse(Mark.NOWHERE);
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        entries.add(new Entry(key.getValue(), mark, tree(tuple.getValueNode())));
      } else {
        problems.add(
            mark,
            "",
            new Wording("键必须是单个词", "a key is a single word"),
            new Wording("去掉多余的括号", "take away the brackets"));
      }
    }
    return entries;
  }

  private static Scalar.Kind kind(Tag tag) {
    if (tag.equals(Tag.NULL)) {
      return Scalar.Kind.NULL;
    }
    if (tag.equals(Tag.BOOL)) {
      return Scalar.Kind.BOOLEAN;
    }
    return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? Scalar.Kind.NUMBER : Scalar.Kind.TEXT;
  }

  private static Mark mark(org.snakeyaml.engine.v2.exceptions.Mark mark) {
    return new Mark(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
