/** What drives the projections on a server: Axon's streaming processor. The only package here that knows Axon. */
@NullMarked
package coop.laborfund.projections.axon;

import org.jspecify.annotations.NullMarked;
