package coop.laborfund.ledger.axon;

import coop.laborfund.ledger.door.FundDecision;
import coop.laborfund.ledger.door.LedgerBusyException;
import coop.laborfund.ledger.store.AppendSizes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decides together what waits on one fund: while a request is being recorded, those that come for the same fund gather, and the
 * first of them then takes all along in one command. So a fund that everybody wants costs a commit a batch, not one a request; a
 * fund with one caller costs nothing more than before.
 */
final class FundMailboxes {

    /** Requests that may wait on one fund. */
    private static final int ROOM = 1_024;

    private final ConcurrentHashMap<String, Mailbox> busy = new ConcurrentHashMap<>();
    private final BiFunction<String, List<RecordRequest>, List<FundDecision>> recorder;

    /** @param recorder has a fund decide on requests; a decision each, in their order */
    FundMailboxes(BiFunction<String, List<RecordRequest>, List<FundDecision>> recorder) {
        this.recorder = recorder;
    }

    /** A request and its caller, who is told the decision, or null: that it is now its turn to lead. */
    private record Waiting(RecordRequest request, CompletableFuture<@Nullable FundDecision> told) {}

    /** A fund that a caller is recording in at this moment, and who waits for it. */
    private static final class Mailbox {
        private final Deque<Waiting> waiting = new ArrayDeque<>();
    }

    /** @throws LedgerBusyException where too much waits on the fund */
    FundDecision record(String fund, RecordRequest request) {
        Waiting own = new Waiting(request, new CompletableFuture<>());
        if (!join(fund, own)) {
            FundDecision decision = told(own);
            if (decision != null) {
                return decision;
            }
        }
        return lead(fund, own);
    }

    /** How many requests wait on a fund behind the one that is being recorded. */
    int waiting(String fund) {
        int[] waiting = new int[1];
        busy.computeIfPresent(fund, (key, mailbox) -> {
            waiting[0] = mailbox.waiting.size();
            return mailbox;
        });
        return waiting[0];
    }

    /** Whether nobody is recording in the fund, so that the caller leads. */
    private boolean join(String fund, Waiting own) {
        boolean[] leads = new boolean[1];
        busy.compute(fund, (key, mailbox) -> {
            if (mailbox == null) {
                leads[0] = true;
                return new Mailbox();
            }
            if (mailbox.waiting.size() >= ROOM) {
                throw new LedgerBusyException();
            }
            mailbox.waiting.add(own);
            return mailbox;
        });
        return leads[0];
    }

    private static @Nullable FundDecision told(Waiting own) {
        try {
            return own.told.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw failed;
        }
    }

    /** Records what waits together with one's own, then hands the fund on to who has come meanwhile. */
    private FundDecision lead(String fund, Waiting own) {
        List<Waiting> batch = new ArrayList<>(List.of(own));
        try {
            gather(fund, batch);
            List<FundDecision> decisions =
                    recorder.apply(fund, batch.stream().map(Waiting::request).toList());
            for (int i = 1; i < batch.size(); i++) {
                batch.get(i).told.complete(decisions.get(i));
            }
            return decisions.getFirst();
        } catch (RuntimeException | Error failed) {
            batch.forEach(waiting -> waiting.told.completeExceptionally(failed));
            throw failed;
        } finally {
            handOn(fund);
        }
    }

    private void gather(String fund, List<Waiting> batch) {
        busy.computeIfPresent(fund, (key, mailbox) -> {
            int movements = batch.getFirst().request.movements().size();
            while (!mailbox.waiting.isEmpty()) {
                movements += mailbox.waiting.peek().request.movements().size();
                if (movements > AppendSizes.MOST_GATHERED) {
                    break;
                }
                batch.add(mailbox.waiting.remove());
            }
            return mailbox;
        });
    }

    private void handOn(String fund) {
        Waiting[] next = new Waiting[1];
        busy.computeIfPresent(fund, (key, mailbox) -> {
            if (mailbox.waiting.isEmpty()) {
                return null;
            }
            next[0] = mailbox.waiting.remove();
            return mailbox;
        });
        if (next[0] != null) {
            next[0].told.complete(null);
        }
    }
}
