package org.shouyue.contract.reading;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Lines;
import org.shouyue.contract.Secrecy;
import org.shouyue.contract.text.Token.Span;
import org.shouyue.contract.text.Unit;

/// Reads how long secrets must be kept.
final class SecrecyGrammar {
  private static final String[] FOREVER = {
    "永久",
    "公开之日",
    "依法公开",
    "公开时止",
    "长期",
    "无限期",
    "不受本合同期限",
    "不受合同期限",
    "不受期限",
    "不受本协议期限",
    "不受时间",
    "永远",
    "持续有效",
    "始终有效",
    "公知",
    "公开为止",
    "解密为止",
    "进入公有领域",
    "不因合同的解除",
    "不因本合同的终止",
    "不因合同终止",
    "不因本合同终止",
    "不因本协议",
    "继续有效",
    "仍然有效",
    "依然有效",
    "长期有效",
    "无论何时",
    "indefinite",
    "perpetual",
    "不失效",
    "成为公众",
    "为公众所知",
    "失去保密性"
  };

  private SecrecyGrammar() {}

  static List<Secrecy> read(Script script) {
    List<Secrecy> found = new ArrayList<>();
    List<Clause> termed = new ArrayList<>();
    for (Sentence sentence : script.sentences()) {
      boolean speaks =
          sentence.has("保密", "秘密", "机密")
              || (sentence.isIn(Section.SECRECY)
                  && (sentence.has("期限", "义务") || sentence.clause().title().contains("期")));
      String term = speaks ? term(sentence) : null;
      if (term != null) {
        Lines lines = sentence.lines();
        if (found.isEmpty()
            || !term.equals(found.getLast().term())
            || top(sentence.clause()) != top(termed.getLast())) {
          found.add(new Secrecy(term, lines));
        }
        termed.add(sentence.clause());
      }
    }
    if (found.isEmpty()) {
      Clause section = section(script.root());
      Lines lines = section == null ? loose(script) : section.allLines();
      return lines == null ? List.of() : List.of(new Secrecy(null, lines));
    }
    return List.copyOf(found);
  }

  private static Clause top(Clause clause) {
    Clause here = clause;
    Clause parent = here.parent();
    while (parent != null && parent.parent() != null) {
      here = parent;
      parent = here.parent();
    }
    return here;
  }

  private static @Nullable String term(Sentence sentence) {
    boolean dated =
        sentence.has(
            "期限", "长期保密", "永久保密", "不因", "期为", "终止后", "届满后", "结束后", "期满后", "义务", "有效期", "解除后", "完成后",
            "之日起", "效力");
    if (!dated) {
      return null;
    }
    for (Span span : sentence.all(Span.class)) {
      boolean long_ = span.unit() == Unit.YEAR || span.unit() == Unit.MONTH;
      Period period = span.unit().period(span.amount());
      boolean prison = Text.hasAny(sentence.after(span.end(), 6), "有期徒刑");
      if (long_ && period != null && !prison) {
        return period.toString();
      }
    }
    boolean negated = sentence.has("不适用", "除外");
    return sentence.has(FOREVER)
            && !negated
            && sentence.has("保密", "秘密")
            && !sentence.has("如下信息", "情形")
        ? Secrecy.UNLIMITED
        : null;
  }

  private static @Nullable Clause section(Clause clause) {
    for (Clause child : clause.children()) {
      if (child.isIn(Section.SECRECY)) {
        return child;
      }
      Clause below = section(child);
      if (below != null) {
        return below;
      }
    }
    return null;
  }

  /// A duty of secrecy outside a section of its own.
  private static @Nullable Lines loose(Script script) {
    for (Sentence sentence : script.sentences()) {
      if (sentence.has("保密义务", "承担保密", "严格保密", "予以保密", "保守秘密", "负有保密", "保守甲方", "不得泄露")) {
        return sentence.lines();
      }
    }
    return null;
  }
}
