/// The contract language: one contract as the fixed JSON that programs exchange, and as YAML that
/// people write and compare. Both have the same shape, which `contract.schema.json` describes;
/// every error names file, line, column, field and remedy.
@NullMarked
package org.shouyue.contract.language;

import org.jspecify.annotations.NullMarked;
