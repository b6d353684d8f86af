package dev.brandingbot.cog.modlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.cog.embed.EmbedLimits;
import dev.brandingbot.cog.modlog.Alert.Urgency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModLogEmbedTest {
    private static final Alert TROUBLE = trouble("The icon", "It was refused. Replace it.");

    @Test
    void saysWhatIsWrongAndWhatIsWellAgain() {
        var message = ModLogEmbed.render(new ModLogUpdate(List.of(TROUBLE), List.of(trouble("Redis", "Down."))));

        var embed = EmbedLimits.only(message.getEmbeds());
        assertThat(embed.getTitle()).isEqualTo("The branding needs attention");
        assertThat(embed.getDescription())
                .isEqualTo("⚠️ **The icon:** It was refused. Replace it.\n✅ **Redis:** resolved.");
        assertThat(message.getAllowedMentions()).isEmpty();
    }

    @Test
    void marksErrorsLikeTheCommandsDo() {
        var details = new Alert.FindingDetails(true, 0, "meta.md");
        var error = new Alert(
                AlertSource.FINDINGS, "x", Urgency.AT_ONCE, "`meta.md`", "It is missing.", Optional.of(details));

        assertThat(EmbedLimits.only(ModLogEmbed.render(new ModLogUpdate(List.of(error), List.of()))
                                .getEmbeds())
                        .getDescription())
                .isEqualTo("❌ **`meta.md`:** It is missing.");
    }

    @Test
    void titlesRecommendationsAsSuch() {
        var wide = new Alert(AlertSource.FINDINGS, "x", Urgency.WHEN_QUIET, "`a.png`", "It is wide.");

        assertThat(EmbedLimits.only(ModLogEmbed.render(new ModLogUpdate(List.of(wide), List.of()))
                                .getEmbeds())
                        .getTitle())
                .isEqualTo("Recommendations for the branding repository");
    }

    @Test
    void callsNothingWellThatIsTroubledInAnotherWay() {
        var message =
                ModLogEmbed.render(new ModLogUpdate(List.of(TROUBLE), List.of(trouble("The icon", "It is late."))));

        assertThat(EmbedLimits.only(message.getEmbeds()).getDescription()).doesNotContain("resolved");
    }

    @Test
    void isOfAnotherColourWhereAllIsWell() {
        var well = EmbedLimits.only(ModLogEmbed.render(new ModLogUpdate(List.of(), List.of(TROUBLE)))
                .getEmbeds());
        var trouble = EmbedLimits.only(ModLogEmbed.render(new ModLogUpdate(List.of(TROUBLE), List.of()))
                .getEmbeds());

        assertThat(well.getTitle()).isEqualTo("Branding problems are resolved");
        assertThat(well.getColorRaw()).isNotEqualTo(trouble.getColorRaw());
    }

    @Test
    void staysWithinDiscordsLimitsAndCountsTheRest() {
        var embed = EmbedLimits.only(
                ModLogEmbed.render(new ModLogUpdate(many("p"), many("q"))).getEmbeds());

        assertThat(embed.getDescription())
                .contains("⚠️")
                .endsWith("…and 1996 more. `/branding event preview` shows all problems of one event.");
    }

    @Test
    void hasTheSameNonceForTheSameWordsAndAnotherForOthers() {
        var word = new ModLogUpdate(List.of(TROUBLE), List.of());

        assertThat(word.nonce())
                .hasSizeLessThanOrEqualTo(25)
                .isEqualTo(new ModLogUpdate(List.of(TROUBLE), List.of()).nonce());
        assertThat(word.nonce()).isNotEqualTo(new ModLogUpdate(List.of(), List.of(TROUBLE)).nonce());
    }

    private static List<Alert> many(String letter) {
        return IntStream.range(0, 1000)
                .mapToObj(i ->
                        trouble("[`%s`](https://x/%s)".formatted(letter.repeat(120), "y".repeat(380)), "w".repeat(500)))
                .toList();
    }

    private static Alert trouble(String headline, String text) {
        return new Alert(AlertSource.GUILD, headline, Urgency.AT_ONCE, headline, text);
    }
}
