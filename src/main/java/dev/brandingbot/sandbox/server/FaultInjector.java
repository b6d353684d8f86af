package dev.brandingbot.sandbox.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Injects faults into a fake server. A request gets the first fault that matches it. Thread-safe.
 */
public final class FaultInjector {
    private final List<Planned> planned = new ArrayList<>();

    /** Fails every request that matches a filter, until {@link #clear}. */
    public void failAlways(Predicate<? super LoggedRequest> filter, Fault fault) {
        failNext(Integer.MAX_VALUE, filter, fault);
    }

    /** Fails the next {@code times} requests that match a filter. */
    public synchronized void failNext(int times, Predicate<? super LoggedRequest> filter, Fault fault) {
        planned.add(new Planned(filter, fault, times));
    }

    /** Fails the next request with this method whose whole path matches a regular expression. */
    public void failNext(String method, String pathPattern, Fault fault) {
        failNext(1, requestsTo(method, pathPattern), fault);
    }

    /** Returns a filter for requests with this method whose whole path matches a regular expression. */
    public static Predicate<LoggedRequest> requestsTo(String method, String pathPattern) {
        return request -> request.method().equals(method) && request.path().matches(pathPattern);
    }

    /** Removes all faults. */
    public synchronized void clear() {
        planned.clear();
    }

    synchronized Optional<Fault> faultFor(LoggedRequest request) {
        for (var i = 0; i < planned.size(); i++) {
            var candidate = planned.get(i);
            if (candidate.filter().test(request)) {
                useUp(i, candidate);
                return Optional.of(candidate.fault());
            }
        }
        return Optional.empty();
    }

    private void useUp(int index, Planned used) {
        if (used.times() == 1) {
            planned.remove(index);
        } else if (used.times() < Integer.MAX_VALUE) {
            planned.set(index, new Planned(used.filter(), used.fault(), used.times() - 1));
        }
    }

    private record Planned(Predicate<? super LoggedRequest> filter, Fault fault, int times) {}
}
