/**
 * How {@code java -jar} starts fast: a few classes before the program, plain Java, which knows nothing of it. The jar is unpacked
 * into a private cache in the background, with an archive of classes that are loaded already; where both are there, the program
 * runs from them in a process of its own, and where not, as it does without.
 *
 * <p>Compiled twice, for the jar's first class once more for Java 11, so that an old Java gets a sentence and no stack trace.
 */
@NullMarked
package coop.laborfund.launch;

import org.jspecify.annotations.NullMarked;
