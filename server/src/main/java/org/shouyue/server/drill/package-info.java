/// Drills (应急演练) that really happen: harmless artefacts on assets that the client agreed to, and a
/// measure of who noticed and who acted when.
@NullMarked
package org.shouyue.server.drill;

import org.jspecify.annotations.NullMarked;
