package dev.brandingbot.cog.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.cog.embed.EmbedLimits;
import dev.brandingbot.cog.embed.EventNames;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.state.ApplyReason;
import dev.brandingbot.state.HistoryAction;
import dev.brandingbot.state.HistoryEntry;
import dev.brandingbot.state.Invoker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryEmbedsTest {
    private static final Instant NOON = Instant.parse("2027-06-01T12:00:00Z");
    private static final Invoker CALLER = new Invoker(42, "event pin");
    private static final EventSummary PRIDE =
            new EventSummary("events/pride", Optional.of("Pride Month"), EventDates.parse("June 1 to June 30"), 0);

    private final HistoryEmbeds replies = new HistoryEmbeds(new EventNames(List.of(PRIDE)), 123);

    @Test
    void tellOfNothingYet() {
        assertThat(description(replies.page(List.of(), 0))).isEqualTo("Nothing yet.");
    }

    @Test
    void tellWhatWasDoneWhenAndByWhom() {
        var icon = asset(HistoryAction.ICON, ApplyReason.ROTATION, Optional.empty());
        var pin = HistoryEntry.of(NOON, HistoryAction.PIN, "events/pride", Optional.of("2027-06-10"), CALLER);
        var gone = HistoryEntry.of(
                NOON, HistoryAction.SKIP, "events/old_event", Optional.of("2027-07-01 to 2027-07-02"), CALLER);

        assertThat(description(replies.page(List.of(gone, pin, icon), 0)).lines())
                .containsExactly(
                        "<t:1811851200:f> · **Old Event** was skipped from July 1 to July 2, 2027 · `/branding event pin` by <@42>",
                        "<t:1811851200:f> · **Pride Month** was pinned through June 10, 2027 · `/branding event pin` by <@42>",
                        "<t:1811851200:f> · icon heart.png of **Pride Month** (rotation)");
    }

    @ParameterizedTest
    @EnumSource(ApplyReason.class)
    void sayWhyAnAssetWasPutOn(ApplyReason reason) {
        assertThat(description(replies.page(List.of(asset(HistoryAction.BANNER, reason, Optional.empty())), 0)))
                .matches(".*banner heart.png of \\*\\*Pride Month\\*\\* \\(.+\\)");
    }

    @ParameterizedTest
    @EnumSource(HistoryAction.class)
    void haveALineForWhateverWasDone(HistoryAction deed) {
        var bare =
                new HistoryEntry(NOON, deed, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(CALLER));

        assertThat(description(replies.page(List.of(bare), 0))).contains("<@42>");
    }

    @Test
    void havePagesForAll500() {
        var entries = IntStream.range(0, 500)
                .mapToObj(i -> HistoryEntry.of(NOON.minusSeconds(i), HistoryAction.DAEMON_ON, CALLER))
                .toList();

        var lines = IntStream.range(0, 63)
                .boxed()
                .flatMap(number -> description(replies.page(entries, number)).lines())
                .toList();

        assertThat(lines).hasSize(500).doesNotHaveDuplicates();
        assertThat(description(replies.page(entries, 99))).isEqualTo(description(replies.page(entries, 62)));
    }

    @Test
    void pingNobody() {
        assertThat(replies.page(List.of(asset(HistoryAction.ICON, ApplyReason.WISH, Optional.of(CALLER))), 0)
                        .getAllowedMentions())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "🎃", "`", "@everyone ", "*_", "\n", "\0"})
    void stayWithinTheLimitsWhateverThingsAreCalled(String word) {
        var path = "events/" + word.repeat(3_000);
        var entries = Stream.of(HistoryAction.values())
                .map(deed -> new HistoryEntry(
                        NOON,
                        deed,
                        Optional.of(path),
                        Optional.of(path),
                        Optional.of(ApplyReason.REPAIR),
                        Optional.of(new Invoker(-1, word.repeat(3_000)))))
                .toList();

        EmbedLimits.assertHeldBy(EmbedLimits.only(replies.page(entries, 0).getEmbeds()));
    }

    private static HistoryEntry asset(HistoryAction deed, ApplyReason reason, Optional<Invoker> caller) {
        return new HistoryEntry(
                NOON,
                deed,
                Optional.of("events/pride"),
                Optional.of("events/pride/server_icons/heart.png"),
                Optional.of(reason),
                caller);
    }

    private static String description(MessageEditData message) {
        MessageEmbed embed = EmbedLimits.only(message.getEmbeds());
        EmbedLimits.assertHeldBy(embed);
        return embed.getDescription();
    }
}
