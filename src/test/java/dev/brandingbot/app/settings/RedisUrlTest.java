package dev.brandingbot.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisUrlTest {
    @ParameterizedTest
    @CsvSource({
        "redis://host, redis://host:6379",
        "redis://host/, redis://host:6379/",
        "redis://host:1234/3, redis://host:1234/3",
        "rediss://user:pass@host, rediss://user:***@host:6379",
        "redis://:pa%40ss@[::1]:6380, redis://:***@[::1]:6380"
    })
    void showsItselfWithoutThePassword(String text, String shown) {
        assertThat(RedisUrl.parse(text))
                .hasValueSatisfying(url -> assertThat(url).hasToString(shown));
    }

    @Test
    void keepsThePasswordForTheClient() {
        RedisUrl url = RedisUrl.parse("redis://bot:p%40ss@host/2").orElseThrow();

        assertThat(url.uri()).hasUserInfo("bot:p@ss").hasPort(6379).hasPath("/2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host:6379",
                "http://host",
                "redis://",
                "redis:///1",
                "redis://host/one",
                "redis://user@host",
                "redis://host/0?timeout=1",
                "redis://a b"
            })
    void rejectsInvalidUrls(String text) {
        assertThat(RedisUrl.parse(text)).isEmpty();
    }
}
