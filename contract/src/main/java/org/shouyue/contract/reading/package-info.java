/// Reads the text of a Chinese service contract into a [org.shouyue.contract.Contract] by rules:
/// the same lines always give the same contract.
@NullMarked
package org.shouyue.contract.reading;

import org.jspecify.annotations.NullMarked;
