package dev.brandingbot.sandbox.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The faults that a stand-in has in store. A request meets the first one that matches it. Safe for use by several threads.
 */
public final class FaultInjector {
    private final List<Planned> planned = new ArrayList<>();

    /** Fails every request that {@code which} accepts until {@link #clear}. */
    public void always(Predicate<? super LoggedRequest> which, Fault fault) {
        next(Integer.MAX_VALUE, which, fault);
    }

    /** Fails the next {@code times} requests that {@code which} accepts. */
    public synchronized void next(int times, Predicate<? super LoggedRequest> which, Fault fault) {
        planned.add(new Planned(which, fault, times));
    }

    /** Fails the next request with this method whose path matches {@code pathPattern}, a regular expression, as a whole. */
    public void next(String method, String pathPattern, Fault fault) {
        next(1, to(method, pathPattern), fault);
    }

    /** Accepts the requests with this method whose path matches {@code pathPattern}, a regular expression, as a whole. */
    public static Predicate<LoggedRequest> to(String method, String pathPattern) {
        return request -> request.method().equals(method) && request.path().matches(pathPattern);
    }

    /** Everything works again. */
    public synchronized void clear() {
        planned.clear();
    }

    synchronized Optional<Fault> meeting(LoggedRequest request) {
        for (var i = 0; i < planned.size(); i++) {
            var candidate = planned.get(i);
            if (candidate.which().test(request)) {
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
            planned.set(index, new Planned(used.which(), used.fault(), used.times() - 1));
        }
    }

    private record Planned(Predicate<? super LoggedRequest> which, Fault fault, int times) {}
}
