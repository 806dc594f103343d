/** Tests of what goes on in the background. */
@NullMarked
package coop.laborfund.api.jobs;

import org.jspecify.annotations.NullMarked;
