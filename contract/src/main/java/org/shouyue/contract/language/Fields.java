package org.shouyue.contract.language;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Lines;
import org.shouyue.contract.Wording;
import org.shouyue.contract.language.Tree.Entry;
import org.shouyue.contract.language.Tree.Mapping;
import org.shouyue.contract.language.Tree.Scalar;
import org.shouyue.contract.language.Tree.Sequence;

/// The fields of one mapping, taken out one by one. What is missing, of the wrong kind or left over
/// becomes a problem; absent and null are the same.
final class Fields {

  /// No contract has so many items in one list.
  private static final int MOST_ITEMS = 10_000;

  private static final Wording MAPPING = new Wording("一组“键: 值”", "keys with values");
  private static final Wording SEQUENCE = new Wording("列表", "a list");
  private static final Wording SINGLE = new Wording("单个值", "a single value");

  private final Mapping mapping;
  private final String path;
  private final Problems problems;
  private final Map<String, Entry> entries = new HashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  private Fields(Mapping mapping, String path, Problems problems) {
    this.mapping = mapping;
    this.path = path;
    this.problems = problems;
    for (Entry entry : mapping.entries()) {
      if (entries.putIfAbsent(entry.key(), entry) != null) {
        problems.add(
            entry.mark(),
            at(entry.key()),
            new Wording("这个键写了两次", "this key is written twice"),
            new Wording("只保留一个", "keep one of them"));
      }
    }
  }

  /// Reads a value from a tree that must be a mapping.
  ///
  /// @param read takes the fields and answers the value; what it throws for impossible values is a
  ///   problem of the whole mapping
  /// @return null when there was any problem
  static <T> @Nullable T read(
      Tree tree, String path, Problems problems, Function<Fields, @Nullable T> read) {
    if (!(tree instanceof Mapping mapping)) {
      wrongKind(tree, path, problems, MAPPING);
      return null;
    }
    int before = problems.count();
    Fields fields = new Fields(mapping, path, problems);
    T value = read.apply(fields);
    fields.refuseUnknown();
    return problems.count() == before ? value : null;
  }

  /// Builds the value of this mapping once all fields are taken.
  ///
  /// @return null when a field had a problem, or the fields do not go together
  <T> @Nullable T build(int before, Supplier<T> value) {
    if (problems.count() != before) {
      return null;
    }
    try {
      return value.get();
    } catch (IllegalArgumentException impossible) {
      problems.add(
          mapping.mark(),
          path,
          new Wording("这些值不能同时成立", "these values do not go together: " + impossible.getMessage()),
          new Wording("请改正其中一个：" + impossible.getMessage(), "correct one of them"));
      return null;
    }
  }

  /// How many problems there are so far.
  int problems() {
    return problems.count();
  }

  /// Free text as written, null when absent.
  @Nullable String text(String key) {
    Scalar scalar = scalar(key);
    return scalar == null ? null : scalar.text();
  }

  /// Free text that must be there and not be blank; the empty string with a problem otherwise.
  String requiredText(String key) {
    String text = text(key);
    if (text == null || text.isBlank()) {
      missing(key, new Wording("写上文字", "write some text"));
      return "";
    }
    return text;
  }

  /// The value of a field in its form, null when absent or unreadable.
  <T> @Nullable T value(String key, Form<T> form) {
    Scalar scalar = scalar(key);
    if (scalar == null) {
      return null;
    }
    try {
      return form.parse().apply(scalar.text());
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      String shown = shorten(scalar.text());
      problems.add(
          scalar.mark(),
          at(key),
          new Wording(
              "“" + shown + "”不是有效的" + form.name().chinese(),
              "“" + shown + "” is not a valid " + form.name().english()),
          form.remedy());
      return null;
    }
  }

  /// The value of a field that must be there, null with a problem otherwise.
  <T> @Nullable T required(String key, Form<T> form) {
    int before = problems.count();
    T value = value(key, form);
    if (value == null && problems.count() == before) {
      missing(key, form.remedy());
    }
    return value;
  }

  /// A switch, off when absent.
  boolean flag(String key) {
    Scalar scalar = scalar(key);
    if (scalar == null) {
      return false;
    }
    if (scalar.kind() != Scalar.Kind.BOOLEAN) {
      problems.add(
          scalar.mark(),
          at(key),
          new Wording("应是 true 或 false", "must be true or false"),
          new Wording("写成 true 或 false，不加引号", "write true or false without quotes"));
    }
    return scalar.text().equalsIgnoreCase("true");
  }

  /// The names in a list of text, empty when absent. A single name may stand without brackets.
  List<String> texts(String key) {
    Tree tree = tree(key);
    if (tree instanceof Scalar scalar) {
      return List.of(scalar.text());
    }
    List<String> texts = new ArrayList<>();
    List<Tree> items = items(key, tree);
    for (int at = 0; at < items.size(); at++) {
      if (items.get(at) instanceof Scalar scalar && scalar.kind() != Scalar.Kind.NULL) {
        texts.add(scalar.text());
      } else {
        wrongKind(items.get(at), at(key) + "[" + at + "]", problems, SINGLE);
      }
    }
    return texts;
  }

  /// The values of a list of mappings, empty when absent.
  <T> List<T> list(String key, Function<Fields, @Nullable T> read) {
    List<T> values = new ArrayList<>();
    List<Tree> items = items(key, tree(key));
    for (int at = 0; at < items.size(); at++) {
      T value = read(items.get(at), at(key) + "[" + at + "]", problems, read);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /// The value of a nested mapping, null when absent or with problems.
  <T> @Nullable T nested(String key, Function<Fields, @Nullable T> read) {
    Tree tree = tree(key);
    return tree == null ? null : read(tree, at(key), problems, read);
  }

  /// Whether the field is there and is a single value.
  boolean isSingle(String key) {
    return tree(key) instanceof Scalar;
  }

  /// The source lines under `lines`: `[12, 14]`, or `12` for one line; null when absent.
  @Nullable Lines lines() {
    Tree tree = tree("lines");
    if (tree == null) {
      return null;
    }
    List<Tree> items = tree instanceof Sequence sequence ? sequence.items() : List.of(tree);
    try {
      if (items.isEmpty() || items.size() > 2) {
        throw new IllegalArgumentException("one or two line numbers");
      }
      return new Lines(number(items.getFirst()), number(items.getLast()));
    } catch (IllegalArgumentException unreadable) {
      problems.add(
          tree.mark(),
          at("lines"),
          new Wording("行号写错了", "these are no line numbers"),
          new Wording("写成 [首行, 末行]，从 1 数起", "write [first, last], counted from 1"));
      return null;
    }
  }

  private static int number(Tree tree) {
    return tree instanceof Scalar scalar ? Form.WHOLE_NUMBER.parse().apply(scalar.text()) : 0;
  }

  private @Nullable Scalar scalar(String key) {
    Tree tree = tree(key);
    if (tree == null || tree instanceof Scalar) {
      return (Scalar) tree;
    }
    wrongKind(tree, at(key), problems, SINGLE);
    return null;
  }

  private @Nullable Tree tree(String key) {
    asked.add(key);
    Entry entry = entries.get(key);
    if (entry == null
        || (entry.value() instanceof Scalar scalar && scalar.kind() == Scalar.Kind.NULL)) {
      return null;
    }
    return entry.value();
  }

  private List<Tree> items(String key, @Nullable Tree tree) {
    if (tree == null) {
      return List.of();
    }
    if (tree instanceof Sequence sequence && sequence.items().size() <= MOST_ITEMS) {
      return sequence.items();
    }
    wrongKind(tree, at(key), problems, SEQUENCE);
    return List.of();
  }

  /// Notes a problem of one field.
  void refuse(String key, Wording wording, Wording remedy) {
    Entry entry = entries.get(key);
    problems.add(entry == null ? mapping.mark() : entry.mark(), at(key), wording, remedy);
  }

  private void missing(String key, Wording remedy) {
    refuse(key, new Wording("缺少必填的 " + key, key + " is required"), remedy);
  }

  private void refuseUnknown() {
    for (Entry entry : entries.values().stream().sorted(Fields::inOrder).toList()) {
      if (!asked.contains(entry.key())) {
        String shown = shorten(entry.key());
        problems.add(
            entry.mark(),
            at(shown),
            new Wording("没有叫 " + shown + " 的键", "there is no key " + shown),
            Spelling.suggestion(entry.key(), asked));
      }
    }
  }

  private static int inOrder(Entry one, Entry other) {
    return one.mark().line() == other.mark().line()
        ? Integer.compare(one.mark().column(), other.mark().column())
        : Integer.compare(one.mark().line(), other.mark().line());
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static void wrongKind(Tree tree, String path, Problems problems, Wording wanted) {
    problems.add(
        tree.mark(),
        path,
        new Wording("这里应是" + wanted.chinese(), "this must be " + wanted.english()),
        new Wording("参照 contract.schema.json 改写", "see contract.schema.json for its shape"));
  }

  private static String shorten(String text) {
    return text.length() <= 60 ? text : text.substring(0, 59) + "…";
  }
}
