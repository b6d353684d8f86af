package dev.brandingbot.sandbox.discord;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who watch. */
final class Listeners {
    private final List<StandInListener> listeners = new CopyOnWriteArrayList<>();

    void add(StandInListener listener) {
        listeners.add(listener);
    }

    void tell(Consumer<? super StandInListener> news) {
        listeners.forEach(news);
    }
}
