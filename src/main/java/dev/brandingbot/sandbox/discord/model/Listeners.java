package dev.brandingbot.sandbox.discord.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who watch. */
public final class Listeners {
    private final List<StandInListener> listeners = new CopyOnWriteArrayList<>();

    public void add(StandInListener listener) {
        listeners.add(listener);
    }

    public void tell(Consumer<? super StandInListener> news) {
        listeners.forEach(news);
    }
}
