package dev.brandingbot.cog.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.state.LastCheck.RecordedFinding;
import java.util.List;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.junit.jupiter.api.Test;

class FindingsFieldTest {
    @Test
    void tellsEqualProblemsOfSeveralFilesInOneLine() {
        var problems = List.of(
                new RecordedFinding(true, "events/a/meta.md", "No date."),
                new RecordedFinding(false, "events/a/icon.png", "Too small."),
                new RecordedFinding(false, "events/b/icon.png", "Too small."),
                new RecordedFinding(false, "events/b`/icon.png", "Cut off."),
                new RecordedFinding(false, "events/c/icon.png", "Too small."));

        assertThat(new FindingsField(problems, 5).text())
                .isEqualTo("❌ `events/a/meta.md` No date.\n⚠️ `events/a/icon.png` and 2 more: Too small.\n"
                        + "⚠️ `events/b'/icon.png` Cut off.");
    }

    @Test
    void countsWhatItDoesNotTell() {
        var problems = IntStream.range(0, 20)
                .mapToObj(i -> new RecordedFinding(false, "events/e" + i, "x".repeat(i < 10 ? 5 : 3) + i % 10))
                .toList();

        assertThat(new FindingsField(problems, 50).text())
                .endsWith("…and 42 more. `/branding event preview` shows all problems of one event.");
    }

    @Test
    void fitsIntoAField() {
        var problems = IntStream.range(0, 20)
                .mapToObj(i -> new RecordedFinding(false, "p".repeat(3_000), i + "m".repeat(3_000)))
                .toList();

        assertThat(new FindingsField(problems, 20).text()).hasSizeLessThanOrEqualTo(MessageEmbed.VALUE_MAX_LENGTH);
    }
}
