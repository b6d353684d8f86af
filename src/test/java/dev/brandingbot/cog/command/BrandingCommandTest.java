package dev.brandingbot.cog.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandingCommandTest {
    /** Discord takes no longer description of a command. */
    private static final int LONGEST_DESCRIPTION = 100;

    private static final String REGISTERED = """
            {"type": 1, "name": "branding", "description": "The server's seasonal banner and icon",
             "contexts": ["0"], "integration_types": ["0"], "nsfw": false, "default_member_permissions": null,
             "name_localizations": {}, "description_localizations": {},
             "options": [
               {"type": 1, "name": "about", "description": "Show the active event, or another one",
                "options": [
                  {"type": 3, "name": "event", "description": "Another event. Default: the active one",
                   "required": false, "autocomplete": true,
                   "name_localizations": {}, "description_localizations": {}}], "name_localizations": {}, "description_localizations": {}},
               {"type": 1, "name": "sync",
                "description": "Fetch the events and apply the right banner and icon now (moderators)",
                "options": [], "name_localizations": {}, "description_localizations": {}},
               {"type": 1, "name": "status", "description": "Show what is applied, what comes next, and what is wrong (moderators)",
                   "options": [], "name_localizations": {}, "description_localizations": {}},
               {"type": 1, "name": "history", "description": "Show what was changed, when, why, and by whom (moderators)",
                   "options": [], "name_localizations": {}, "description_localizations": {}},
               {"type": 2, "name": "calendar", "description": "The events of the year",
                "name_localizations": {}, "description_localizations": {},
                "options": [
                  {"type": 1, "name": "show", "description": "Show all events with their dates",
                   "options": [], "name_localizations": {}, "description_localizations": {}},
                  {"type": 1, "name": "refresh", "description": "Fetch the events again (moderators)",
                   "options": [], "name_localizations": {}, "description_localizations": {}}]},
               {"type": 2, "name": "event", "description": "A single event (moderators)",
                "name_localizations": {}, "description_localizations": {},
                "options": [
                  {"type": 1, "name": "preview", "description": "Show how an event would look (moderators)",
                   "name_localizations": {}, "description_localizations": {},
                   "options": [
                     {"type": 3, "name": "event", "description": "Which event", "required": true, "autocomplete": true,
                      "name_localizations": {}, "description_localizations": {}}]},
                  {"type": 1, "name": "pin", "description": "Keep an event active, whatever the calendar says (moderators)",
                   "options": [{"type": 3, "name": "event", "description": "Which event", "required": true, "autocomplete": true,
                      "name_localizations": {}, "description_localizations": {}}, {"type": 3, "name": "until", "description": "Last day (e.g. July 10 or 2027-07-10). Default: until unpinned", "required": false, "autocomplete": true,
                      "name_localizations": {}, "description_localizations": {}}], "name_localizations": {}, "description_localizations": {}},
                  {"type": 1, "name": "unpin", "description": "End the pin and let the calendar decide again (moderators)",
                   "options": [], "name_localizations": {}, "description_localizations": {}},
                  {"type": 1, "name": "skip", "description": "Skip an event once (moderators)",
                   "options": [{"type": 3, "name": "event", "description": "Which event", "required": true, "autocomplete": true,
                      "name_localizations": {}, "description_localizations": {}}], "name_localizations": {}, "description_localizations": {}},
                  {"type": 1, "name": "unskip", "description": "Undo a skip (moderators)",
                   "options": [{"type": 3, "name": "event", "description": "Which event", "required": true, "autocomplete": true,
                      "name_localizations": {}, "description_localizations": {}}], "name_localizations": {}, "description_localizations": {}}]},
               {"type": 2, "name": "rotate", "description": "The active event's icon or banner (moderators)",
                "name_localizations": {}, "description_localizations": {},
                "options": [
                  {"type": 1, "name": "icon", "description": "Apply the next icon, or a certain one (moderators)",
                   "options": [{"type": 3, "name": "asset", "description": "Which one of the active event. Default: the next in the rotation", "required": false, "autocomplete": true,
                      "name_localizations": {}, "description_localizations": {}}], "name_localizations": {}, "description_localizations": {}},
                  {"type": 1, "name": "banner", "description": "Apply the next banner, or a certain one (moderators)",
                   "options": [{"type": 3, "name": "asset", "description": "Which one of the active event. Default: the next in the rotation", "required": false, "autocomplete": true,
                      "name_localizations": {}, "description_localizations": {}}], "name_localizations": {}, "description_localizations": {}}]},
               {"type": 2, "name": "daemon", "description": "The daemon that keeps the branding up to date (moderators)",
                "name_localizations": {}, "description_localizations": {},
                "options": [
                  {"type": 1, "name": "enable", "description": "Enable the daemon (moderators)",
                   "options": [], "name_localizations": {}, "description_localizations": {}},
                  {"type": 1, "name": "disable", "description": "Disable the daemon (moderators)",
                   "options": [], "name_localizations": {}, "description_localizations": {}},
                  {"type": 1, "name": "status", "description": "Show what the daemon did last and when it checks next (moderators)",
                   "options": [], "name_localizations": {}, "description_localizations": {}}]}]}
            """;

    @Test
    void isRegisteredAsItIsDocumented() {
        var registered = DataObject.fromJson(BrandingCommand.data().toData().toJson());

        assertThat(registered.toMap()).isEqualTo(DataObject.fromJson(REGISTERED).toMap());
    }

    @Test
    void isDescribedWithinDiscordsLimit() {
        var data = BrandingCommand.data();
        var groups = data.getSubcommandGroups();

        var descriptions = Stream.of(
                        Stream.of(data.getDescription()),
                        data.getSubcommands().stream().map(SubcommandData::getDescription),
                        groups.stream().map(group -> group.getDescription()),
                        groups.stream()
                                .flatMap(group -> group.getSubcommands().stream())
                                .map(SubcommandData::getDescription))
                .flatMap(all -> all)
                .toList();

        assertThat(descriptions)
                .hasSize(21)
                .allSatisfy(text -> assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_DESCRIPTION));
    }

    @Test
    void knowsEveryCommandThatIsRegistered() {
        var data = BrandingCommand.data();
        var direct = data.getSubcommands().stream().map(subcommand -> "branding " + subcommand.getName());
        var grouped = data.getSubcommandGroups().stream()
                .flatMap(group -> group.getSubcommands().stream()
                        .map(subcommand -> "branding " + group.getName() + " " + subcommand.getName()));

        var known = Stream.concat(direct, grouped).map(BrandingCommand::byPath).toList();

        assertThat(known)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(BrandingCommand.values())
                        .map(Optional::of)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "branding about, ABOUT, false",
        "branding calendar show, CALENDAR_SHOW, false",
        "branding calendar refresh, CALENDAR_REFRESH, true",
        "branding sync, SYNC, true",
        "branding event preview, EVENT_PREVIEW, true",
        "branding status, STATUS, true",
        "branding history, HISTORY, true",
        "branding event pin, EVENT_PIN, true",
        "branding event unpin, EVENT_UNPIN, true",
        "branding event skip, EVENT_SKIP, true",
        "branding event unskip, EVENT_UNSKIP, true",
        "branding rotate icon, ROTATE_ICON, true",
        "branding rotate banner, ROTATE_BANNER, true",
        "branding daemon enable, DAEMON_ENABLE, true",
        "branding daemon disable, DAEMON_DISABLE, true",
        "branding daemon status, DAEMON_STATUS, true",
    })
    void knowsWhoMayUseIt(String name, BrandingCommand command, boolean isForModerators) {
        assertThat(BrandingCommand.byPath(name)).contains(command);
        assertThat(command.isForModerators()).isEqualTo(isForModerators);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "branding",
                "about",
                "branding about ",
                "Branding about",
                "brand about",
                "ping",
                "branding daemon"
            })
    void isSilentAboutOtherNames(String name) {
        assertThat(BrandingCommand.byPath(name)).isEmpty();
    }
}
