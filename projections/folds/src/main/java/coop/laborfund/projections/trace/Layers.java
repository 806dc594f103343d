package coop.laborfund.projections.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Money that lies together, the oldest first. What is next to each other and of one kind is one layer, so that there are as many as
 * changes between what is followed and what is not.
 */
final class Layers {

    private final Deque<Parcel> parcels = new ArrayDeque<>();
    private long sum;
    private long followed;

    void add(Parcel parcel) {
        sum = Math.addExact(sum, parcel.amount());
        followed += parcel.followed() ? parcel.amount() : 0;
        Parcel last = parcels.peekLast();
        if (last != null && last.followed() == parcel.followed()) {
            parcels.removeLast();
            parcels.addLast(new Parcel(last.amount() + parcel.amount(), last.followed()));
        } else {
            parcels.addLast(parcel);
        }
    }

    long sum() {
        return sum;
    }

    /** What of it is followed. */
    long followed() {
        return followed;
    }

    List<Parcel> takeOldest(long amount) {
        List<Parcel> taken = new ArrayList<>();
        long rest = amount;
        while (rest > 0) {
            Parcel oldest = parcels.removeFirst();
            long part = Math.min(rest, oldest.amount());
            if (part < oldest.amount()) {
                parcels.addFirst(new Parcel(oldest.amount() - part, oldest.followed()));
            }
            taken.add(new Parcel(part, oldest.followed()));
            rest -= part;
        }
        sum -= amount;
        taken.forEach(parcel -> followed -= parcel.followed() ? parcel.amount() : 0);
        return taken;
    }

    /** Takes some of what is followed and some of what is not; what lies here has no order any more. */
    void takeBoth(long ofFollowed, long ofOther) {
        long leftFollowed = followed - ofFollowed;
        long leftOther = sum - followed - ofOther;
        parcels.clear();
        sum = 0;
        followed = 0;
        if (leftFollowed > 0) {
            add(new Parcel(leftFollowed, true));
        }
        if (leftOther > 0) {
            add(new Parcel(leftOther, false));
        }
    }
}
