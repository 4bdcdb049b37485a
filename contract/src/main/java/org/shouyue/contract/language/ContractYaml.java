package org.shouyue.contract.language;

import org.shouyue.contract.Contract;

/// Contracts as YAML that people write, read and compare: the same shape as [ContractJson], with
/// absent things left out and a comment before every part. Safe to share between threads.
///
/// Written by hand it forgives: keys with a default may be left out, a party may be its name alone,
/// `lines` may be one number, amounts need no quotes. It does not forgive unknown keys, keys
/// written twice, anchors and aliases, or more than one document in a file.
public final class ContractYaml {

  private ContractYaml() {}

  /// The contract as YAML.
  public static String write(Contract contract) {
    return YamlWriter.write(ContractTree.of(contract));
  }

  /// Reads a contract; all errors at once.
  ///
  /// @param name of the file, for the problems
  public static Decoding read(String name, String yaml) {
    Problems problems = new Problems(name);
    Tree tree = YamlTree.parse(yaml, problems);
    return tree == null
        ? new Decoding.Refused(problems.all())
        : ContractDecoder.decode(tree, problems);
  }
}
