/// The injector of drills: puts harmless artefacts on drill assets and takes every trace of them
/// away again. What it is about to do is on disk before it does it.
@NullMarked
package org.shouyue.server.drill.inject;

import org.jspecify.annotations.NullMarked;
