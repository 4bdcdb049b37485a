/// What was promised and what came of it, on paper: one dossier, and four ways to write it down
/// (HTML, PDF, docx, JSON). Monthly reports live here; the acceptance package builds on the same
/// dossier.
@NullMarked
package org.shouyue.server.report;

import org.jspecify.annotations.NullMarked;
