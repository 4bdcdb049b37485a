/// Telling people: who is to hear what by which channel, and the proof that it reached them.
@NullMarked
package org.shouyue.server.notify;

import org.jspecify.annotations.NullMarked;
