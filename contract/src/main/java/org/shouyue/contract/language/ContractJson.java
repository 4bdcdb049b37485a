package org.shouyue.contract.language;

import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Wording;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Contracts as JSON in the fixed form: every key always present and in order, absent values null,
/// lists never null, codes in lower case with hyphens, money and rates as decimal text, periods in
/// ISO 8601, lines as `[from, to]`. Safe to share between threads.
public final class ContractJson {

  /// Longer documents are refused.
  static final int MOST_CHARACTERS = 8 << 20;

  /// The form itself is four levels deep.
  static final int DEEPEST = 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private ContractJson() {}

  /// The contract as indented JSON.
  public static String write(Contract contract) {
    return MAPPER.writeValueAsString(ContractTree.of(contract));
  }

  /// The contract as a JSON tree.
  public static JsonNode tree(Contract contract) {
    return MAPPER.valueToTree(ContractTree.of(contract));
  }

  /// Reads a contract. Keys may be left out; unknown ones are refused.
  ///
  /// @param name of the file or other source, for the problems
  public static Decoding read(String name, String json) {
    Problems problems = new Problems(name);
    if (json.length() > MOST_CHARACTERS) {
      problems.add(
          Tree.Mark.NOWHERE,
          "",
          new Wording("文件过大", "the document is too large"),
          new Wording("合同 JSON 不应超过 8 MB", "a contract takes less than 8 MB of JSON"));
      return new Decoding.Refused(problems.all());
    }
    try (var parser = MAPPER.createParser(json)) {
      return ContractDecoder.decode(JsonTree.of(parser), problems);
    } catch (JacksonException malformed) {
      problems.add(
          mark(malformed.getLocation()),
          "",
          new Wording("不是有效的 JSON", "this is not valid JSON: " + malformed.getOriginalMessage()),
          new Wording("检查此处的括号、引号和逗号", "check brackets, quotes and commas here"));
      return new Decoding.Refused(problems.all());
    }
  }

  /// Reads a contract from a JSON tree. Its problems have paths, but no lines.
  public static Decoding read(String name, JsonNode json) {
    return ContractDecoder.decode(JsonTree.of(json), new Problems(name));
  }

  /// Teaches any Jackson mapper to write and read contracts in the fixed form.
  public static JacksonModule module() {
    return new SimpleModule("shouyue-contract")
        .addSerializer(new Writer())
        .addDeserializer(Contract.class, new Reader());
  }

  private static Tree.Mark mark(@Nullable TokenStreamLocation location) {
    return location == null
        ? Tree.Mark.NOWHERE
        : new Tree.Mark(location.getLineNr(), location.getColumnNr());
  }

  private static final class Writer extends StdSerializer<Contract> {
    Writer() {
      super(Contract.class);
    }

    @Override
    public void serialize(Contract value, JsonGenerator json, SerializationContext context) {
      json.writePOJO(ContractTree.of(value));
    }
  }

  private static final class Reader extends ValueDeserializer<Contract> {
    @Override
    public Contract deserialize(JsonParser json, DeserializationContext context) {
      Decoding decoding = read("json", context.readTree(json));
      return switch (decoding) {
        case Decoding.Decoded(Contract contract) -> contract;
        case Decoding.Refused refused ->
            context.reportInputMismatch(
                Contract.class, "%s", refused.problems().getFirst().toString());
      };
    }
  }
}
