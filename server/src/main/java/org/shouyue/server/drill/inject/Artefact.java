package org.shouyue.server.drill.inject;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// Something harmless that looks like an attack. Each bears the drill's marker, so that whoever
/// finds it can tell what it is.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Artefact.Defacement.class, name = "defacement"),
  @JsonSubTypes.Type(value = Artefact.TestVirus.class, name = "test-virus"),
  @JsonSubTypes.Type(value = Artefact.Beacon.class, name = "beacon"),
  @JsonSubTypes.Type(value = Artefact.StoppedService.class, name = "stopped-service")
})
public sealed interface Artefact {

  /// A page with other content. The file must be there.
  record Defacement(String file, String content) implements Artefact {}

  /// The EICAR anti-malware test file, which every scanner reports and which does nothing. No file
  /// of that name may be there.
  record TestVirus(String file) implements Artefact {
    // In two halves, so that no scanner reports this source.
    private static final String FIRST = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-";
    private static final String SECOND = "ANTIVIRUS-TEST-FILE!$H+H*";

    /// The 68 characters that eicar.org defines.
    public static String text() {
      return FIRST + SECOND;
    }
  }

  /// Lines of a supposed connection to a controlling host, behind what a log file holds.
  record Beacon(String file, List<String> lines) implements Artefact {
    public Beacon {
      lines = List.copyOf(lines);
    }
  }

  /// A service of the list that the administrator allows is stopped.
  record StoppedService(String service) implements Artefact {}
}
