/// The product in small: a scenery of a web site and a host on loopback, one contract year
/// delivered on it in compressed time by a real server, and the result told on the terminal.
@NullMarked
package org.shouyue.cli.demo;

import org.jspecify.annotations.NullMarked;
