package dev.brandingbot.sandbox.discord;

import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import okhttp3.OkHttpClient;

/** A bot on the real JDA that is connected to a stand-in. */
public final class SandboxBot implements AutoCloseable {
    private final JDA jda;

    private SandboxBot(JDA jda) {
        this.jda = jda;
    }

    public static SandboxBot connect(FakeDiscord discord, Object... listeners) throws InterruptedException {
        var bot = new SandboxBot(builder(discord, listeners).build());
        bot.jda.awaitReady();
        return bot;
    }

    public static JDABuilder builder(FakeDiscord discord, Object... listeners) {
        return JDABuilder.createLight(discord.token(), List.of())
                .setRestConfig(new RestConfig().setBaseUrl(discord.restBaseUrl()))
                .setHttpClientBuilder(new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(5)))
                .setSessionController(new SessionControllerAdapter() {
                    @Override
                    public String getGateway() {
                        return discord.gatewayUrl();
                    }
                })
                .addEventListeners(listeners);
    }

    public JDA jda() {
        return jda;
    }

    public Guild guild() {
        var guild = jda.getGuildById(FakeGuildSettings.ID);
        if (guild == null) {
            throw new AssertionError("The bot is not in the guild");
        }
        return guild;
    }

    @Override
    public void close() {
        jda.shutdownNow();
        try {
            jda.awaitShutdown(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
