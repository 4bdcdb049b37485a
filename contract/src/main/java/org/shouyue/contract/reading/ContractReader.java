package org.shouyue.contract.reading;

import java.util.List;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Party;
import org.shouyue.contract.Payment;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.Term;
import org.shouyue.contract.Total;

/// Turns the lines of a contract document into what the contract promises. Holds no state: safe to
/// share between threads.
///
/// Reading goes in stages: every line is normalised, numbered lines become a tree of clauses, the
/// headings say what each clause is about, sentences are taken apart into typed values (money,
/// shares, spans of time, days, counts, blanks), one small grammar per field reads them, and what
/// is left open or said twice becomes an ambiguity.
public final class ContractReader {
  private final CapabilityLexicon lexicon = CapabilityLexicon.load();

  /// A reader with the built-in lexicons.
  public ContractReader() {}

  /// Reads a contract. Never fails on any text: what cannot be read is absent, what is blank or
  /// contradictory is an ambiguity.
  ///
  /// @param lines the document's lines; line numbers in the answer count from 1
  public Contract read(List<String> lines) {
    Script script = Script.of(lines);
    Findings findings = new Findings();
    Party client = PartyGrammar.client(script, findings);
    Party provider = PartyGrammar.provider(script, findings);
    Term term = TermGrammar.read(script, findings);
    Total total = PriceGrammar.read(script, findings);
    List<ServiceItem> services = ServiceGrammar.read(script, lexicon, findings);
    List<Payment> payments = PaymentGrammar.read(script, total, findings);
    Blanks.find(script, findings);
    return new Contract(
        FrontMatter.title(script.lines()),
        FrontMatter.printed(FrontMatter.number(script.lines()), lines),
        client,
        provider,
        term,
        total,
        services,
        LevelGrammar.read(script),
        payments,
        AcceptanceGrammar.read(script, term),
        PenaltyGrammar.read(script, total),
        SecrecyGrammar.read(script),
        findings.all());
  }
}
