package dev.brandingbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.EventCalendar.Occurrence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Compares the branding at every midnight of a year, with restarts, with the calendar of the events. */
class SimulatedYearIT extends SandboxFixture {
    private static final long SEED = 20_270_520;
    private static final int ONE_IN = 20;

    @Test
    void showsEveryEventOnItsDatesWithItsOwnAssetsAndAnnouncesEachOnce() throws Exception {
        var random = new Random(SEED);
        var calendar = calendar();
        var shown = new HashMap<String, Set<String>>();

        for (var day = START; day.isBefore(START.plusYears(1)); day = day.plusDays(1)) {
            lookOn(day);
            if (random.nextInt(ONE_IN) == 0) {
                restartUnnoticed();
            }
            var event = calendar.activeOn(day).orElseThrow().path();
            assertThat(banner()).as("banner on %s", day).startsWith(event + "/banners/");
            assertThat(icon()).as("icon on %s", day).startsWith(event + "/server_icons/");
            shown.computeIfAbsent(event, path -> new HashSet<>()).addAll(List.of(banner(), icon()));
        }

        assertThat(shown.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        calendar.events().stream().map(event -> event.path()).toList());
        assertThat(shown.get("events/evergreen")).hasSize(6);
        assertThat(announced())
                .containsExactlyElementsOf(calendar.upcoming(START).stream()
                        .map(Occurrence::event)
                        .map(event -> event.path())
                        .toList());
    }

    private void restartUnnoticed() throws Exception {
        var before = Map.of("banner", banner(), "icon", icon());
        var uploads = uploads().size();
        var announcements = announcements().size();

        sandbox.restart();

        assertThat(Map.of("banner", banner(), "icon", icon()))
                .as("after a restart on %s", today())
                .isEqualTo(before);
        assertThat(uploads()).hasSize(uploads);
        assertThat(announcements()).hasSize(announcements);
    }

    private List<String> announced() {
        var paths = new ArrayList<String>();
        announcements()
                .forEach(message -> message.embeds()
                        .forEach(embed -> paths.add(
                                embed.path("footer").path("text").asText().split(" · ")[0])));
        return paths;
    }
}
