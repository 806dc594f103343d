/** What is to be done in a fund on a day (今天要办): a fold over its events that needs no database. */
@NullMarked
package coop.laborfund.projections.due;

import org.jspecify.annotations.NullMarked;
