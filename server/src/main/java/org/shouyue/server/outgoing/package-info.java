/// The gate through which everything passes that leaves the platform as a file. Only its face is
/// here, below all rooms that have files; what it asks and writes down is the export room's.
@NullMarked
package org.shouyue.server.outgoing;

import org.jspecify.annotations.NullMarked;
