package dev.brandingbot.sandbox.discord.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The registered listeners. Thread-safe. */
public final class ListenerList {
    private final List<FakeDiscordListener> listeners = new CopyOnWriteArrayList<>();

    public void add(FakeDiscordListener listener) {
        listeners.add(listener);
    }

    public void notify(Consumer<? super FakeDiscordListener> notification) {
        listeners.forEach(notification);
    }
}
