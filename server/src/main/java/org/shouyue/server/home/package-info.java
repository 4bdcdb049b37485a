/// Where this server keeps its things on disk, and the settings it was started with.
@NullMarked
package org.shouyue.server.home;

import org.jspecify.annotations.NullMarked;
