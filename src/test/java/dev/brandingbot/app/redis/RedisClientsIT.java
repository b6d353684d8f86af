package dev.brandingbot.app.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brandingbot.app.settings.RedisUrl;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

class RedisClientsIT {
    @TempDir
    static Path folder;

    private static EmbeddedRedis redis;
    private static String place;
    private static String password;

    @BeforeAll
    static void startRedisWithAUser() throws Exception {
        redis = EmbeddedRedis.start(folder);
        place = "127.0.0.1:" + redis.url().uri().getPort();
        password = redis.url().uri().getRawUserInfo().substring(1);
        try (UnifiedJedis client = RedisClients.open(redis.url())) {
            run(client, Command.ACL, "SETUSER", "bot", "on", ">p@ss:w/rd", "~branding:*", "+@all", "-@dangerous");
        }
    }

    @AfterAll
    static void endRedis() {
        redis.close();
    }

    @Test
    void logsInAsAUserIntoADatabase() {
        try (UnifiedJedis asUser = open("redis://bot:p%40ss%3Aw%2Frd@" + place + "/3");
                UnifiedJedis inThatDatabase = open("redis://:" + password + "@" + place + "/3");
                UnifiedJedis inTheFirst = open("redis://:" + password + "@" + place)) {
            asUser.set("branding:key", "value");

            assertThat(inThatDatabase.get("branding:key")).isEqualTo("value");
            assertThat(inTheFirst.get("branding:key")).isNull();
        }
    }

    @Test
    void survivesThatItsConnectionsAreCut() {
        try (UnifiedJedis client = open("redis://:" + password + "@" + place);
                UnifiedJedis another = open("redis://:" + password + "@" + place)) {
            client.set("key", "value");
            run(another, Command.CLIENT, "KILL", "TYPE", "normal");

            assertThat(client.get("key")).isEqualTo("value");
        }
    }

    @Test
    void neverShowsARejectedPassword() {
        try (UnifiedJedis client = open("redis://bot:hunter2@" + place)) {
            assertThatThrownBy(client::ping)
                    .isInstanceOf(JedisException.class)
                    .satisfies(refused -> assertThat(stackTrace(refused)).doesNotContain("hunter2"));
        }
    }

    private static UnifiedJedis open(String url) {
        return RedisClients.open(RedisUrl.parse(url).orElseThrow());
    }

    private static void run(UnifiedJedis client, Command command, String... arguments) {
        CommandArguments all = new CommandArguments(command);
        List.of(arguments).forEach(all::add);
        client.executeCommand(all);
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
