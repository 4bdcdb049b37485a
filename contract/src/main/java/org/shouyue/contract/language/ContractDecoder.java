package org.shouyue.contract.language;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Acceptance;
import org.shouyue.contract.Ambiguity;
import org.shouyue.contract.Capability;
import org.shouyue.contract.Contract;
import org.shouyue.contract.CountedTime;
import org.shouyue.contract.Deadline;
import org.shouyue.contract.Lines;
import org.shouyue.contract.Party;
import org.shouyue.contract.Payment;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.Secrecy;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.Term;
import org.shouyue.contract.Total;
import org.shouyue.contract.Wording;

/// Says what a tree means as a contract. Keys may be left out where the language has a default.
final class ContractDecoder {

  private static final Form<Term.Start> START = Form.choice(Term.Start.class, "起算方式", "start");
  private static final Form<Term.Renewal> RENEWAL =
      Form.choice(Term.Renewal.class, "续约方式", "renewal");
  private static final Form<Penalty.Obligor> OBLIGOR =
      Form.choice(Penalty.Obligor.class, "责任方", "party");
  private static final Form<Penalty.Subject> SUBJECT =
      Form.choice(Penalty.Subject.class, "违约情形", "subject");
  private static final Form<Penalty.Per> PER = Form.choice(Penalty.Per.class, "计次方式", "per");
  private static final Form<Penalty.Base> BASE = Form.choice(Penalty.Base.class, "计算基数", "base");
  private static final Form<Ambiguity.Code> CODE =
      Form.choice(Ambiguity.Code.class, "疑义种类", "code");

  private final Set<String> ids = new HashSet<>();

  /// The contract, or every problem.
  static Decoding decode(Tree tree, Problems problems) {
    ContractDecoder decoder = new ContractDecoder();
    Contract contract = Fields.read(tree, "", problems, decoder::contract);
    return contract == null ? new Decoding.Refused(problems.all()) : new Decoding.Decoded(contract);
  }

  private @Nullable Contract contract(Fields fields) {
    int before = fields.problems();
    String title = fields.text("title");
    String number = fields.text("number");
    Party client = party(fields, "client");
    Party provider = party(fields, "provider");
    Term term = fields.nested("term", ContractDecoder::term);
    Total total = fields.nested("total", ContractDecoder::total);
    var services = fields.list("services", this::service);
    var levels = fields.list("serviceLevels", ContractDecoder::level);
    var payments = fields.list("payments", ContractDecoder::payment);
    var acceptances = fields.list("acceptances", ContractDecoder::acceptance);
    var penalties = fields.list("penalties", ContractDecoder::penalty);
    var secrecy = fields.list("secrecy", ContractDecoder::secrecy);
    var ambiguities = fields.list("ambiguities", ContractDecoder::ambiguity);
    return fields.build(
        before,
        () ->
            new Contract(
                title,
                number,
                client,
                provider,
                term,
                total,
                services,
                levels,
                payments,
                acceptances,
                penalties,
                secrecy,
                ambiguities));
  }

  /// `client: 云溪县人民政府办公室`, or with its lines.
  private static @Nullable Party party(Fields fields, String key) {
    if (fields.isSingle(key)) {
      String name = fields.requiredText(key);
      return name.isEmpty() ? null : new Party(name, null);
    }
    return fields.nested(
        key,
        party -> {
          int before = party.problems();
          String name = party.requiredText("name");
          Lines lines = party.lines();
          return party.build(before, () -> new Party(name, lines));
        });
  }

  private static @Nullable Term term(Fields fields) {
    int before = fields.problems();
    var from = fields.value("from", Form.DATE);
    var to = fields.value("to", Form.DATE);
    var length = fields.value("length", Form.PERIOD);
    var starts = fields.value("starts", START);
    var renewal = fields.value("renewal", RENEWAL);
    var renewalLength = fields.value("renewalLength", Form.PERIOD);
    Lines lines = fields.lines();
    return fields.build(
        before, () -> new Term(from, to, length, starts, renewal, renewalLength, lines));
  }

  private static @Nullable Total total(Fields fields) {
    int before = fields.problems();
    BigDecimal amount = fields.required("amount", Form.MONEY);
    String currency = fields.value("currency", Form.CURRENCY);
    Lines lines = fields.lines();
    return fields.build(
        before,
        () -> new Total(requireNonNull(amount), currency == null ? "CNY" : currency, lines));
  }

  private @Nullable ServiceItem service(Fields fields) {
    int before = fields.problems();
    String title = fields.requiredText("title");
    String clause = fields.text("clause");
    String id = id(fields, clause);
    String text = fields.text("text");
    Lines lines = fields.lines();
    Capability capability = fields.required("capability", Form.CAPABILITY);
    var frequency = fields.value("frequency", Form.FREQUENCY);
    Integer atMost = fields.value("atMost", Form.WHOLE_NUMBER);
    Deadline deadline = fields.nested("deadline", ContractDecoder::deadline);
    var deliverables = fields.texts("deliverables");
    var scope = fields.texts("scope");
    boolean valueAdded = fields.flag("valueAdded");
    return fields.build(
        before,
        () ->
            new ServiceItem(
                id,
                clause,
                title,
                text == null ? title : text,
                lines,
                requireNonNull(capability),
                frequency,
                atMost,
                deadline,
                deliverables,
                scope,
                valueAdded));
  }

  /// The written id, else the clause, else the next free number.
  private String id(Fields fields, @Nullable String clause) {
    String written = fields.text("id");
    String id = written == null ? clause : written;
    if (id == null) {
      id = Integer.toString(ids.size() + 1);
    }
    if (!ids.add(id)) {
      fields.refuse(
          "id",
          new Wording("服务项编号 " + id + " 重复", "two services have the id " + id),
          new Wording("给其中一个另写 id", "give one of them another id"));
    }
    return id;
  }

  private static @Nullable Deadline deadline(Fields fields) {
    int before = fields.problems();
    Integer month = fields.value("month", Form.WHOLE_NUMBER);
    Integer fromDay = fields.value("fromDay", Form.WHOLE_NUMBER);
    Integer day = fields.required("day", Form.WHOLE_NUMBER);
    return fields.build(before, () -> new Deadline(month, fromDay, requireNonNull(day)));
  }

  private static @Nullable ServiceLevel level(Fields fields) {
    int before = fields.problems();
    String subject = fields.requiredText("subject");
    String severity = fields.text("severity");
    var respond = fields.value("respond", Form.DURATION);
    var onSite = fields.value("onSite", Form.DURATION);
    var resolve = fields.value("resolve", Form.DURATION);
    CountedTime calendar = fields.value("calendar", Form.COUNTED_TIME);
    BigDecimal target = fields.value("target", Form.FRACTION);
    Lines lines = fields.lines();
    var feedback = fields.value("feedback", Form.DURATION);
    boolean forewarn = fields.flag("forewarn");
    return fields.build(
        before,
        () ->
            new ServiceLevel(
                subject,
                severity,
                respond,
                onSite,
                resolve,
                calendar == null ? CountedTime.ALWAYS : calendar,
                target,
                lines,
                feedback,
                forewarn));
  }

  private static @Nullable Payment payment(Fields fields) {
    int before = fields.problems();
    var percent = fields.value("percent", Form.PERCENT);
    var amount = fields.value("amount", Form.MONEY);
    var trigger = fields.value("trigger", Form.TRIGGER);
    var due = fields.value("due", Form.DUE);
    var calendar = fields.value("calendar", Form.COUNTED_TIME);
    Lines lines = fields.lines();
    return fields.build(before, () -> new Payment(percent, amount, trigger, due, calendar, lines));
  }

  private static @Nullable Acceptance acceptance(Fields fields) {
    int before = fields.problems();
    var after = fields.value("after", Form.PERIOD);
    var within = fields.value("within", Form.PERIOD);
    var calendar = fields.value("calendar", Form.COUNTED_TIME);
    var rectify = fields.value("rectify", Form.PERIOD);
    Lines lines = fields.lines();
    return fields.build(before, () -> new Acceptance(after, within, calendar, rectify, lines));
  }

  private static @Nullable Penalty penalty(Fields fields) {
    int before = fields.problems();
    var party = fields.required("party", OBLIGOR);
    var subject = fields.required("subject", SUBJECT);
    var rate = fields.value("rate", Form.FRACTION);
    var per = fields.required("per", PER);
    var base = fields.value("base", BASE);
    var cap = fields.value("cap", Form.FRACTION);
    var fixed = fields.value("fixed", Form.MONEY);
    var step = fields.value("step", Form.FRACTION);
    Lines lines = fields.lines();
    Penalty.Concern concern = concern(fields);
    return fields.build(
        before,
        () ->
            new Penalty(
                requireNonNull(party),
                requireNonNull(subject),
                rate,
                requireNonNull(per),
                base,
                cap,
                fixed,
                step,
                lines,
                concern));
  }

  private static Penalty.Concern concern(Fields fields) {
    String matter = fields.text("matter");
    List<String> severities = fields.texts("severities");
    Set<ServiceLevel.Limit> limits = new HashSet<>();
    for (String written : fields.texts("limits")) {
      try {
        limits.add(ServiceLevel.Limit.of(written));
      } catch (IllegalArgumentException _) {
        fields.refuse(
            "limits",
            new Wording("“" + written + "”不是时限的种类", "“" + written + "” is no kind of limit"),
            new Wording(
                "写成 respond、on-site、resolve 或 feedback",
                "write respond, on-site, resolve or feedback"));
      }
    }
    return new Penalty.Concern(matter, severities, limits);
  }

  private static @Nullable Secrecy secrecy(Fields fields) {
    int before = fields.problems();
    String term = fields.value("term", Form.SECRECY_TERM);
    Lines lines = fields.lines();
    return fields.build(before, () -> new Secrecy(term, lines));
  }

  private static @Nullable Ambiguity ambiguity(Fields fields) {
    int before = fields.problems();
    var code = fields.required("code", CODE);
    String message = fields.requiredText("message");
    Lines lines = fields.lines();
    return fields.build(before, () -> new Ambiguity(requireNonNull(code), message, lines));
  }
}
