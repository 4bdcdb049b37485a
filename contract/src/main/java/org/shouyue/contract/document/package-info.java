/// Turns a contract file (.txt, .md, .docx, .pdf with text) into numbered lines of plain text. What
/// cannot be read is refused with a reason and a remedy; no input makes it run out of memory.
@NullMarked
package org.shouyue.contract.document;

import org.jspecify.annotations.NullMarked;
