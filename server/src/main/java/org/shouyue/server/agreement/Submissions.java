package org.shouyue.server.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/// What people do about obligations: hand in the result of their work, or waive.
@Service
class Submissions {
  private final Obligations obligations;
  private final EvidenceLog evidence;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Submissions(
      Obligations obligations,
      EvidenceLog evidence,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.obligations = obligations;
    this.evidence = evidence;
    this.clock = clock;
    this.events = events;
  }

  /// Takes a document, a note or both as proof that a person did the work.
  @Transactional
  void submit(UUID id, @Nullable MultipartFile file, @Nullable String note) {
    Obligation obligation = manual(id);
    Instant now = clock.instant();
    @Nullable String noted = note == null || note.isBlank() ? null : note.strip();
    if ((file == null || file.isEmpty()) && noted == null) {
      throw Problem.invalid("file", "must be given, or a note in its place");
    }
    String by = Caller.current().name();
    ObligationState state = obligations.perform(id, now, by);
    if (state == null) {
      throw Problem.conflict(
          "wrong-state", "履约事项现为 %s，不能再提交成果".formatted(obligation.state().code()));
    }
    if (file != null && !file.isEmpty()) {
      String name = file.getOriginalFilename();
      String type = file.getContentType();
      keep(
          obligation,
          name == null || name.isBlank() ? "成果" : name,
          type == null ? "application/octet-stream" : type,
          bytes(file),
          now);
    }
    if (noted != null) {
      byte[] text = noted.getBytes(StandardCharsets.UTF_8);
      keep(obligation, "说明.txt", "text/plain;charset=UTF-8", text, now);
    }
    events.publishEvent(
        new ObligationPerformed(obligation.clientId(), obligation.contractId(), id, state, now));
    changed(obligation, "obligation.submitted", Map.of("state", state.code()));
  }

  @Transactional
  void waive(UUID id, String reason) {
    Obligation obligation = require(id);
    if (!obligations.waive(id, reason)) {
      throw Problem.conflict("wrong-state", "履约事项现为 %s，无需豁免".formatted(obligation.state().code()));
    }
    changed(obligation, "obligation.waived", Map.of("reason", reason));
  }

  private Obligation manual(UUID id) {
    Obligation obligation = require(id);
    if (obligation.way() != Way.MANUAL) {
      throw Problem.conflict("automatic", "该事项由系统自动执行，不接受人工提交；可以要求立即执行");
    }
    if (clock.instant().isBefore(obligation.windowFrom())) {
      throw Problem.conflict("window-not-open", "履约期尚未开始，最早 " + obligation.windowFrom());
    }
    return obligation;
  }

  private Obligation require(UUID id) {
    Obligation obligation = obligations.find(id);
    if (obligation == null) {
      throw Problem.notFound("obligation", id);
    }
    return obligation;
  }

  private void keep(
      Obligation obligation, String name, String type, byte[] content, Instant effective) {
    evidence.keep(
        new NewEvidence(
            obligation.clientId(),
            obligation.contractId(),
            name,
            type,
            content,
            "obligation/" + obligation.id(),
            effective));
  }

  private static byte[] bytes(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException("the uploaded file could not be read", broken);
    }
  }

  private void changed(Obligation obligation, String action, Map<String, ?> details) {
    events.publishEvent(
        new Changed(obligation.clientId(), action, "obligation/" + obligation.id(), details));
  }
}
