package coop.laborfund.ledger.fund;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * One worker: placements in the order of recording, and the months with a confirmed wage by employer.
 *
 * @param placements at most the last is open; reversed ones are gone
 */
public record Worker(
        String household, LocalDate registered, List<Placement> placements, TreePMap<String, WageMonths> wages) {

    Optional<Placement> lastPlacement() {
        return placements.isEmpty() ? Optional.empty() : Optional.of(placements.getLast());
    }

    Optional<Placement> openPlacement() {
        return lastPlacement().filter(Placement::isOpen);
    }

    /** The last recorded placement that covers a month. */
    Optional<Placement> placementIn(YearMonth month) {
        return placements.reversed().stream()
                .filter(placement -> placement.covers(month))
                .findFirst();
    }

    boolean isPlacedWith(String employer, YearMonth month) {
        return placements.stream()
                .anyMatch(placement -> placement.employer().equals(employer) && placement.covers(month));
    }

    boolean isConfirmed(String employer, YearMonth month) {
        return wagesFrom(employer).contains(month);
    }

    /** Whether a confirmed wage rests on the last placement alone: it covers the month, no other one with that employer does. */
    boolean lastPlacementBearsWages() {
        Placement last = placements.getLast();
        List<Placement> others = placements.subList(0, placements.size() - 1);
        return wagesFrom(last.employer()).months().stream()
                .filter(last::covers)
                .anyMatch(month -> others.stream()
                        .noneMatch(other -> other.employer().equals(last.employer()) && other.covers(month)));
    }

    private WageMonths wagesFrom(String employer) {
        return wages.getOrDefault(employer, WageMonths.NONE);
    }

    Worker placed(Placement placement) {
        List<Placement> more = new ArrayList<>(placements);
        more.add(placement);
        return with(more);
    }

    /** @param on the last placement's last day, null to open it again */
    Worker ended(@Nullable LocalDate on) {
        Placement last = placements.getLast();
        return withoutLastPlacement().placed(new Placement(last.ref(), last.employer(), last.from(), on));
    }

    Worker withoutLastPlacement() {
        return with(placements.subList(0, placements.size() - 1));
    }

    Worker confirmed(String employer, YearMonth month) {
        return new Worker(
                household,
                registered,
                placements,
                Maps.update(wages, employer, WageMonths.NONE, months -> months.plus(month)));
    }

    Worker unconfirmed(String employer, YearMonth month) {
        return new Worker(
                household,
                registered,
                placements,
                Maps.update(wages, employer, WageMonths.NONE, months -> months.minus(month)));
    }

    private Worker with(List<Placement> changed) {
        return new Worker(household, registered, List.copyOf(changed), wages);
    }
}
