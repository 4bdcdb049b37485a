/// Security bulletins: gathered by hand, from CSAF 2.0 files and from feeds, matched with what the
/// ledger knows to be installed, sent to the clients that they concern with the fix, and followed
/// until each acknowledged them and each affected asset is mended (contract 2 §4).
@NullMarked
package org.shouyue.server.bulletin;

import org.jspecify.annotations.NullMarked;
