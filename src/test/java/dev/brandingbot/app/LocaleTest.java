package dev.brandingbot.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.app.settings.SettingsLoader;
import dev.brandingbot.testing.TestImages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the program's output does not depend on the calendar, digits and letters of the locale. */
class LocaleTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-03-08T12:00:00Z"), ZoneOffset.UTC);
    private static final Locale USUAL = Locale.getDefault();
    private static final String[] COUNTRIES = {"TH", "JP", "EG", "IR", "IN", "TR", "SA", "NP"};

    @TempDir
    Path folder;

    @BeforeEach
    void makeARepository() throws IOException {
        Locale.setDefault(Locale.ROOT);
        event("i_party", "start_date: March 9\nend_date: March 19", "I am here.");
        event("eid", "start_date: Eid al-Fitr\nduration: 2 days", "Eid");
        event("nowruz", "start_date: March 20 2027", "Nowruz");
        event("broken", "start_date: 35 INVALID\nduration: 400 days", "");
        event("evergreen", "fallback: true", "x".repeat(5000));
    }

    @AfterEach
    void restoreTheLocale() {
        Locale.setDefault(USUAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schedule FOLDER --year 2027",
                "schedule FOLDER --year 2027 --format json",
                "schedule FOLDER --year 2027 --format ics",
                "schedule FOLDER --year 2027 --format svg",
                "schedule FOLDER --year 2027 --format png",
                "schedule FOLDER --year 20270",
                "schedule --help",
                "validate FOLDER",
                "validate FOLDER --format json",
                "validate FOLDER --format github",
                "run"
            })
    void printsTheSameBytesInEveryLocale(String command) {
        var expected = printed(command);

        for (var country : COUNTRIES) {
            for (var locale : Locale.getAvailableLocales()) {
                if (locale.getCountry().equals(country) && isSpoken(locale)) {
                    Locale.setDefault(locale);
                    assertThat(printed(command)).as("%s", locale).isEqualTo(expected);
                }
            }
        }
    }

    /** The main language, and the variants with another calendar or other digits. */
    private static boolean isSpoken(Locale locale) {
        return locale.getScript().isEmpty()
                && switch (locale.getLanguage()) {
                    case "th", "ja", "ar", "fa", "hi", "tr", "ne" -> true;
                    default -> false;
                };
    }

    private String printed(String command) {
        var bytes = new ByteArrayOutputStream();
        var text = new StringWriter();
        var settings = new SettingsLoader(folder, Map.of());
        var status = RootCommand.forHost(
                        new RunCommand(settings, CLOCK, new java.util.Random(1)),
                        new ValidateCommand(new SourceArgument(settings, CLOCK), CLOCK, Optional.empty()),
                        new ScheduleCommand(
                                new SourceArgument(settings, CLOCK), CLOCK, new StandardOutput(bytes, false, false)))
                .setOut(new PrintWriter(text, true))
                .setErr(new PrintWriter(text, true))
                .execute(command.replace("FOLDER", folder.toString()).split(" "));
        return status + "\n" + text + bytes.toString(UTF_8);
    }

    private void event(String name, String settings, String description) throws IOException {
        var event = folder.resolve("events").resolve(name);
        Files.createDirectories(event.resolve("banners"));
        Files.createDirectories(event.resolve("server_icons"));
        Files.writeString(event.resolve("meta.md"), "---\n" + settings + "\n---\n" + description + "\n");
        Files.write(event.resolve("banners/banner.png"), TestImages.png(name));
        Files.write(event.resolve("server_icons/icon.png"), TestImages.png("icon " + name));
    }
}
