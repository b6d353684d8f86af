package dev.brandingbot.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.support.SafeText;
import dev.brandingbot.sync.asset.AssetOutcome;
import dev.brandingbot.testing.TestImages;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that nobody gives by accident. */
class HostileNamesIT extends BrandingSynchronizerFixture {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pride\nERROR forged line",
                "\u001b[2J\u001b[31mpride",
                "pride\u202egnp",
                "\u2067pride\u2069\u200f",
                "pride\u0085\u2028\u2029",
                "..",
                "...",
                "`@everyone` **<@1>**",
                "%s {} $1 \\",
            })
    void areShownInOneLineAndWorkLikeOthers(String name) {
        source.meta(name, "fallback: true")
                .put(name + "/banners/" + name + ".png", TestImages.png("a banner"))
                .put(name + "/server_icons/" + name + ".png", TestImages.png("an icon"))
                .put(name + "/banners/" + name + ".txt", "no image")
                .put(name + name + "/meta.md", "nothing");

        var first = synchronised();
        restart();
        var second = synchronised();

        assertThat(first.isComplete()).isTrue();
        assertThat(second.banner()).isInstanceOf(AssetOutcome.Unchanged.class);
        assertThat(second.icon()).isInstanceOf(AssetOutcome.Unchanged.class);
        assertThat(first.findings()).isNotEmpty();
        assertThat(Stream.of(first, second).flatMap(report -> texts(report).stream()))
                .allSatisfy(text -> assertThat(text).isEqualTo(SafeText.toSingleLine(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"🎃", "👩‍👩‍👧", "\u0300", "ﷺ"})
    void mayBeLong(String character) {
        var name = character.repeat(255);
        source.event(name, "June 1", "June 30").fallback("evergreen");

        var report = synchronised();

        assertThat(report.isComplete()).isTrue();
        assertThat(state().read().event())
                .hasValueSatisfying(event -> assertThat(event.path()).isEqualTo("events/" + name));
    }

    private static List<String> texts(SyncReport report) {
        return Stream.concat(
                        report.summaryLines().stream(),
                        report.findings().stream().flatMap(HostileNamesIT::texts))
                .toList();
    }

    private static Stream<String> texts(Finding finding) {
        return Stream.of(finding.path(), finding.message());
    }
}
