/// Measures the reader against answer keys made by hand: precision and recall for every field.
@NullMarked
package org.shouyue.contract.score;

import org.jspecify.annotations.NullMarked;
