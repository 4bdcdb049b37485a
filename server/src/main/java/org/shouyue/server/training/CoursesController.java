package org.shouyue.server.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Courses with their materials and their question banks.
@RestController
@RequestMapping("/api/training")
class CoursesController {
  private final Courses courses;
  private final Questions questions;
  private final EvidenceLog evidence;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  CoursesController(
      Courses courses,
      Questions questions,
      EvidenceLog evidence,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.courses = courses;
    this.questions = questions;
    this.evidence = evidence;
    this.clock = clock;
    this.events = events;
  }

  /// @param drawn how many questions an attempt draws; 0 for no quiz
  record CourseDraft(
      @Nullable UUID clientId,
      Course.@Nullable Topic topic,
      String name,
      String syllabus,
      int drawn,
      int passMark,
      int attempts) {
    CourseDraft {
      new Checks()
          .text("name", name, 100)
          .text("syllabus", syllabus, 8000)
          .that(drawn >= 0 && drawn <= 100, "drawn", "must be from 0 to 100")
          .that(passMark >= 1 && passMark <= 100, "passMark", "must be from 1 to 100")
          .that(attempts >= 1 && attempts <= 10, "attempts", "must be from 1 to 10")
          .done();
    }

    Course as(UUID id, UUID client, Course.Topic kind, java.time.Instant now) {
      return new Course(
          id,
          client,
          "",
          kind,
          name.strip(),
          syllabus.strip(),
          drawn,
          passMark,
          attempts,
          0,
          0,
          now);
    }
  }

  /// What came of an import.
  record Imported(int kept, List<QuestionSheet.Fault> faults) {}

  @GetMapping("/courses")
  @AllowedToSignedIn
  Page<Course> list(
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable String topic,
      PageRequest request) {
    return courses.page(client, topic, request);
  }

  @GetMapping("/courses/{id}")
  @AllowedToSignedIn
  Course one(@PathVariable UUID id) {
    return courses.find(id).orElseThrow(() -> Problem.notFound("course", id));
  }

  @PostMapping("/courses")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  @Transactional
  Course add(@RequestBody CourseDraft draft) {
    UUID client = draft.clientId();
    Course.Topic topic = draft.topic();
    new Checks().present("topic", topic).done();
    if (client == null || topic == null || !TenantScope.visible().contains(client)) {
      throw Problem.invalid("clientId", "names no client");
    }
    Course course = draft.as(UUID.randomUUID(), client, topic, clock.instant());
    courses.add(course, clock.instant(), Caller.current().name());
    changed(course, "course.added");
    return one(course.id());
  }

  @PutMapping("/courses/{id}")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  @Transactional
  Course change(@PathVariable UUID id, @RequestBody CourseDraft draft) {
    Course course = one(id);
    courses.change(draft.as(id, course.clientId(), course.topic(), course.createdAt()));
    changed(course, "course.changed");
    return one(id);
  }

  @GetMapping("/courses/{id}/materials")
  @AllowedToSignedIn
  List<Courses.Material> materials(@PathVariable UUID id) {
    return courses.materials(one(id).id());
  }

  @PostMapping("/courses/{id}/materials")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  @Transactional
  List<Courses.Material> addMaterial(@PathVariable UUID id, @RequestParam MultipartFile file)
      throws IOException {
    Course course = one(id);
    new Checks().that(!file.isEmpty(), "file", "must not be empty").done();
    NewEvidence material =
        new NewEvidence(
            course.clientId(),
            course.clientId(),
            Objects.requireNonNullElse(file.getOriginalFilename(), "教材"),
            Objects.requireNonNullElse(file.getContentType(), "application/octet-stream"),
            file.getBytes(),
            "course/" + id,
            clock.instant());
    long seq = evidence.keep(material).seq();
    courses.addMaterial(course, material.name(), seq, clock.instant(), Caller.current().name());
    return courses.materials(id);
  }

  @GetMapping("/courses/{id}/questions")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  Page<Questions.Kept> questions(@PathVariable UUID id, PageRequest request) {
    return questions.page(one(id).id(), request);
  }

  @PostMapping("/courses/{id}/questions")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  @Transactional
  Course addQuestion(@PathVariable UUID id, @RequestBody Question question) {
    questions.add(one(id), List.of(question));
    return one(id);
  }

  @PostMapping("/courses/{id}/questions/import")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  @Transactional
  Imported importQuestions(@PathVariable UUID id, @RequestParam MultipartFile file)
      throws IOException {
    QuestionSheet sheet = QuestionSheet.read(new String(file.getBytes(), StandardCharsets.UTF_8));
    questions.add(one(id), sheet.questions());
    changed(one(id), "course.questions-imported");
    return new Imported(sheet.questions().size(), sheet.faults());
  }

  @DeleteMapping("/questions/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  @Transactional
  void retire(@PathVariable UUID id) {
    if (!questions.retire(id, clock.instant())) {
      throw Problem.notFound("question", id);
    }
  }

  private void changed(Course course, String action) {
    events.publishEvent(
        new Changed(
            course.clientId(), action, "course/" + course.id(), Map.of("name", course.name())));
  }
}
