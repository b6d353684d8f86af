package dev.brandingbot.sandbox;

import dev.brandingbot.testing.HostResources;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import okhttp3.OkHttpClient;

/**
 * A {@link HostBot} with minimal resources in its own process, with the environment and exit statuses of the program. With
 * {@code --once} it syncs once, otherwise its daemon runs until the process ends.
 */
final class HostProcess {
    private HostProcess() {}

    public static void main(String[] arguments) throws Exception {
        var environment = System.getenv();
        var isOnce = Arrays.asList(arguments).contains("--once");
        var redis = HostResources.FEW.redis(environment.get("REDIS_URL"));
        var bot = new HostBot(HostResources.FEW, redis, environment, !isOnce, new OkHttpClient(), Clock.systemUTC());
        if (isOnce) {
            var isInSync = bot.synchronize();
            bot.close();
            System.exit(isInSync ? 0 : 1);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(bot::close));
        new CountDownLatch(1).await();
    }
}
