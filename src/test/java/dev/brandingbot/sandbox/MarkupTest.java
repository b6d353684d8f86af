package dev.brandingbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.sandbox.discord.FakeDiscordSettings;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.testing.SettableClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {
    private final Markup markup =
            new Markup(new SettableClock(Instant.parse("2027-06-01T16:20:30Z")), FakeDiscordSettings.defaults());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<t:1811866830> | June 1, 2027 16:20",
                "<t:1811866830:t> | 16:20",
                "<t:1811866830:T> | 16:20:30",
                "<t:1811866830:d> | 06/01/2027",
                "<t:1811866830:D> | June 1, 2027",
                "<t:1811866830:f> | June 1, 2027 16:20",
                "<t:1811866830:F> | Tuesday, June 1, 2027 16:20",
                "<t:1811866831:R> | in a few seconds",
                "<t:1811863230:R> | 1 hour ago",
                "<t:1811868630:R> | in 30 minutes",
                "<t:1811870410:R> | in 1 hour",
                "<t:1811910030:R> | in 12 hours",
                "<t:1811917230:R> | in 14 hours",
                "<t:1811953200:R> | in 1 day",
                "<t:3802234830:R> | in 23,037 days",
                "<t:1812126030:R> | in 3 days",
                "<t:-1:D> | December 31, 1969",
                "<t:1811866830:x> | <t:1811866830:x>"
            })
    void rendersTimesInEveryStyle(String text, String shown) {
        assertThat(markup.render("At " + text + ".")).isEqualTo("At " + shown + ".");
    }

    @Test
    void rendersMentionsByName() {
        assertThat(markup.render("<@%s> <@!%s> <@&%s> <#%s> </branding event pin:17> <:tada:18> <a:wave:19>"
                        .formatted(
                                FakeGuildSettings.MODERATOR,
                                FakeDiscordSettings.BOT,
                                FakeGuildSettings.MODERATOR_ROLE,
                                FakeGuildSettings.CHANGELOG)))
                .isEqualTo("@moderator @branding-bot @moderators #changelog /branding event pin :tada: :wave:");
    }

    @Test
    void rendersUnknownMentions() {
        assertThat(markup.render("<@1> <@&2> <#3>")).isEqualTo("@unknown-user @unknown-role #unknown");
    }

    @Test
    void showsTheTextOfALink() {
        assertThat(markup.render("**[`a.png`](http://127.0.0.1:1/a)** [Pride\nday](x) [Pi Day](https://a.org/b_(c))"))
                .isEqualTo("**`a.png`** [Pride\nday](x) Pi Day");
    }

    @Test
    void keepsCodeAndRemovesEscapes() {
        assertThat(markup.render("`<#3> a\\_b` eid\\_al\\_fitr **bold** C:\\Users"))
                .isEqualTo("`<#3> a\\_b` eid_al_fitr **bold** C:\\Users");
    }
}
