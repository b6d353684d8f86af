package dev.brandingbot.sandbox.discord.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SlashInvocationTest {
    @Test
    void readsTheCommand() {
        var typed = SlashInvocation.parse("/branding  calendar show ", 1, 2);

        assertThat(typed).isEqualTo(new SlashInvocation("branding calendar show", Map.of(), 1, 2));
    }

    @Test
    void readsOptionsWithSpacesInTheirValues() {
        var typed = SlashInvocation.parse("/branding event pin event:events/new year until:2027-01-02", 1, 2);

        assertThat(typed.command()).isEqualTo("branding event pin");
        assertThat(typed.options())
                .containsExactlyInAnyOrderEntriesOf(Map.of("event", "events/new year", "until", "2027-01-02"));
    }

    @Test
    void readsAnOptionWithoutAValue() {
        assertThat(SlashInvocation.parse("/branding about event:", 1, 2).options())
                .containsExactly(Map.entry("event", ""));
    }
}
