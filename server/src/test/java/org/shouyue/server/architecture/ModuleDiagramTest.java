package org.shouyue.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.shouyue.server.ShouyueServer;
import org.springframework.modulith.core.ApplicationModules;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// The picture of rooms and modules in ARCHITECTURE.md is the one that the build has.
///
/// To keep it readable, an arrow that a longer way already implies is not drawn.
class ModuleDiagramTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path PAGE = ROOT.resolve("ARCHITECTURE.md");
  private static final String BEGIN = "<!-- modules:begin";
  private static final String END = "<!-- modules:end -->";

  @Test
  void drawsWhatTheBuildHas() throws IOException {
    String wanted = drawing("Rooms", rooms()) + drawing("Modules of the server", modules());
    if (Boolean.getBoolean("shouyue.diagram.write")) {
      String page = Files.readString(PAGE);
      Files.writeString(PAGE, page.replace(drawn(), wanted));
    }

    assertThat(drawn())
        .withFailMessage(
            "ARCHITECTURE.md is out of date; write it anew with -Dshouyue.diagram.write=true:%n%s",
            wanted)
        .isEqualTo(wanted);
  }

  @Test
  void leavesOutOnlyWhatALongerWayImplies() {
    SortedMap<String, Set<String>> graph = new TreeMap<>();
    graph.put("roof", Set.of("floor", "ground", "garden"));
    graph.put("floor", Set.of("ground"));
    graph.put("ground", Set.of());
    graph.put("garden", Set.of());

    assertThat(drawing("House", graph))
        .contains("roof --> floor", "roof --> garden", "floor --> ground")
        .doesNotContain("roof --> ground");
  }

  private static String drawn() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf('\n', page.indexOf(BEGIN)) + 1;
    return page.substring(begin, page.indexOf(END));
  }

  private static String drawing(String title, SortedMap<String, Set<String>> graph) {
    StringBuilder lines = new StringBuilder(title + ":\n\n```mermaid\nflowchart TD\n");
    graph.forEach((from, targets) ->
        targets.stream()
            .filter(to -> targets.stream().noneMatch(via -> reached(graph, via).contains(to)))
            .sorted()
            .forEach(to -> lines.append("  %s --> %s\n".formatted(from, to))));
    return lines.append("```\n\n").toString();
  }

  /// Everything that a node leads to, itself not counted.
  private static Set<String> reached(Map<String, Set<String>> graph, String from) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(graph.get(from));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (reached.add(next)) {
        open.addAll(graph.get(next));
      }
    }
    return reached;
  }

  private static SortedMap<String, Set<String>> modules() {
    ApplicationModules modules = ApplicationModules.of(ShouyueServer.class);
    SortedMap<String, Set<String>> graph = new TreeMap<>();
    modules.forEach(module ->
        graph.put(
            module.getIdentifier().toString(),
            module
                .getDirectDependencies(modules)
                .uniqueModules()
                .map(other -> other.getIdentifier().toString())
                .collect(Collectors.toCollection(TreeSet::new))));
    return graph;
  }

  /// The folders that the build knows, and of which of them each may use the code.
  private static SortedMap<String, Set<String>> rooms() {
    Map<String, String> folders = new TreeMap<>();
    for (String folder : texts(pom(""), "module")) {
      folders.put(artifact(pom(folder)), folder);
    }
    SortedMap<String, Set<String>> graph = new TreeMap<>();
    folders.forEach((_, folder) -> graph.put(folder, used(pom(folder), folders)));
    return graph;
  }

  private static Set<String> used(Element pom, Map<String, String> folders) {
    return elements(pom, "dependency").stream()
        .filter(dependency -> texts(dependency, "groupId").contains("org.shouyue"))
        .filter(dependency -> !texts(dependency, "scope").contains("test"))
        .map(dependency -> folders.get(texts(dependency, "artifactId").getFirst()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The artifact of the room itself, not its parent's.
  private static String artifact(Element pom) {
    return elements(pom, "artifactId").stream()
        .filter(element -> element.getParentNode() == pom)
        .findFirst()
        .orElseThrow()
        .getTextContent()
        .strip();
  }

  private static Element pom(String folder) {
    Path file = ROOT.resolve(folder).resolve("pom.xml");
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(file.toFile())
          .getDocumentElement();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (SAXException | ParserConfigurationException malformed) {
      throw new IllegalStateException(file.toString(), malformed);
    }
  }

  private static List<String> texts(Element parent, String tag) {
    return elements(parent, tag).stream().map(element -> element.getTextContent().strip()).toList();
  }

  private static List<Element> elements(Element parent, String tag) {
    NodeList found = parent.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    IntStream.range(0, found.getLength()).forEach(n -> elements.add((Element) found.item(n)));
    return elements;
  }
}
