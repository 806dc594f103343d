/** Speeds, each as a ratio to something run beside it; {@code mvn -Pbench} runs them in full and writes docs/BENCHMARKS.md. */
@NullMarked
package coop.laborfund.api.bench;

import org.jspecify.annotations.NullMarked;
