package dev.brandingbot.benchmark;

import dev.brandingbot.sandbox.discord.model.FakeDiscordListener;
import dev.brandingbot.sandbox.discord.model.GuildChange;
import java.util.concurrent.CompletableFuture;

/** Records when the guild has received an icon and a banner. */
final class BenchmarkGuild implements FakeDiscordListener {
    private final CompletableFuture<Long> moment = new CompletableFuture<>();

    @Override
    public void guildChanged(GuildChange change) {
        if (change.after().icon().isPresent() && change.after().banner().isPresent()) {
            moment.complete(System.nanoTime());
        }
    }

    /** Completed with {@link System#nanoTime}. */
    CompletableFuture<Long> moment() {
        return moment;
    }
}
