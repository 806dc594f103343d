package coop.laborfund.projections.fold;

/**
 * Adds up items one by one, in the order of recording. Its size is that of its answer (accounts, households, workers,
 * advances), never that of the history. For one thread.
 *
 * @param <I> what is added
 * @param <R> the answer
 */
public interface Fold<I, R> {

    /** @throws ArithmeticException where a sum leaves the range of amounts */
    void add(I item);

    /** The answer over what was added so far; more may be added after it. */
    R result();
}
