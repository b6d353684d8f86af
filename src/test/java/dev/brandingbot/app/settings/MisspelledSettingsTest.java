package dev.brandingbot.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisspelledSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "BRANDING_GUILDID, BRANDING_GUILD_ID",
        "BRANDING_GIULD_ID, BRANDING_GUILD_ID",
        "branding_guild_id, BRANDING_GUILD_ID",
        "BRANDING_REPO, BRANDING_REPOSITORY",
        "BRANDING_CHANGELOG_CHANEL_ID, BRANDING_CHANGELOG_CHANNEL_ID",
        "BRANDING_MODLOG_CHANNEL_ID, BRANDING_MOD_LOG_CHANNEL_ID",
        "BRANDING_MODERATOR_ROLE_ID, BRANDING_MODERATOR_ROLE_IDS",
        "BRANDING_CHECK_INTERVAL, BRANDING_CHECK_EVERY",
        "DISCORD_TOKKEN, DISCORD_TOKEN",
        "DISCORDTOKEN, DISCORD_TOKEN",
        "GITHUB_TOKN, GITHUB_TOKEN",
        "REDIS_URI, REDIS_URL"
    })
    void namesTheSettingThatWasMeant(String name, String meant) {
        assertThat(MisspelledSettings.warnings(new EnvironmentSettings(Map.of(name, "hunter2"), ".env")))
                .singleElement()
                .asString()
                .contains("no setting " + name, "in .env", "did you mean " + meant + "?")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BRANDING_GUILD_ID",
                "DISCORD_TOKEN",
                "GITHUB_ACTIONS",
                "GITHUB_ACTOR",
                "GITHUB_SERVER_URL",
                "GITHUB_GRAPHQL_URL",
                "REDIS_PASSWORD",
                "PATH"
            })
    void ignoresTheNamesOfOtherPrograms(String name) {
        assertThat(MisspelledSettings.warnings(EnvironmentSettings.of(Map.of(name, "1"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BRANDING_FOO", "BRANDING_", "branding_theme"})
    void suggestsNothingThatIsNotSimilar(String name) {
        assertThat(MisspelledSettings.warnings(EnvironmentSettings.of(Map.of(name, "1"))))
                .singleElement()
                .asString()
                .contains("no setting " + name, "docs/CONFIGURATION.md")
                .doesNotContain("did you mean");
    }

    @Test
    void namesEachInOrder() {
        var environment = EnvironmentSettings.of(Map.of("BRANDING_B", "1", "BRANDING_A", "2"));

        assertThat(MisspelledSettings.warnings(environment))
                .satisfiesExactly(
                        first -> assertThat(first).contains("BRANDING_A"),
                        second -> assertThat(second).contains("BRANDING_B"));
    }
}
