/// The `shouyue` commands. Exit codes: 0 clean, 1 findings, 2 bad use or input, 3 could not
/// complete.
@NullMarked
package org.shouyue.cli;

import org.jspecify.annotations.NullMarked;
