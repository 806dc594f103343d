/** Large imports that go on after the request that brought them: one at a time, kept in memory, gone at a restart. */
@NullMarked
package coop.laborfund.api.jobs;

import org.jspecify.annotations.NullMarked;
