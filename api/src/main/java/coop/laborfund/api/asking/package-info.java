/** What is asked of the ledger, each question with its answers once: for commands, HTTP, pages and exports alike. */
@NullMarked
package coop.laborfund.api.asking;

import org.jspecify.annotations.NullMarked;
