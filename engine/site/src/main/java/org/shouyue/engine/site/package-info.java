/// Looks at sites from outside: is it up, is its certificate good, is a port reachable. Every
/// packet goes through the broker; time and permits are handed in; what could not be seen is called
/// unknown.
@NullMarked
package org.shouyue.engine.site;

import org.jspecify.annotations.NullMarked;
