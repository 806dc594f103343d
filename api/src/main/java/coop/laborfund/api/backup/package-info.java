/**
 * Backups of a ledger as files: what is in one, how it is written beside its place and checked before it takes it, and the folder
 * that a restored ledger is made in before it takes its place.
 */
@NullMarked
package coop.laborfund.api.backup;

import org.jspecify.annotations.NullMarked;
