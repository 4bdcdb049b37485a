package org.shouyue.server.outgoing;

import java.util.List;
import org.shouyue.server.problem.Problem;

/// Where everything passes that leaves the platform as a file: it asks whether the client lets it
/// go, writes down who took what, and marks what may be marked. An answer with a file that did not
/// pass here is refused, whoever wrote it.
public interface ExportGate {

  /// Lets a list go whose rows are written one after the other. A row belongs to the client that
  /// its component `clientId` names; rows without one belong to every client in scope, unless their
  /// type is [OfNoClient].
  ///
  /// @throws Problem 403 `export-needs-approval` where a client wants to be asked first
  Leaving list(List<?> rows);

  /// Lets something go that is written as a stream.
  ///
  /// @throws Problem 403 `export-needs-approval` where a client wants to be asked first
  Leaving stream(Outgoing what);

  /// Lets a file go.
  ///
  /// @return the bytes to send: marked where [Marking#WRITTEN] allows it
  /// @throws Problem 403 `export-needs-approval` where a client wants to be asked first
  Released file(Outgoing what, byte[] content);
}
