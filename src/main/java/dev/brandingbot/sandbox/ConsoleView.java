package dev.brandingbot.sandbox;

import dev.brandingbot.app.LineWrap;
import dev.brandingbot.sandbox.discord.FakeDiscordSettings;
import dev.brandingbot.sandbox.discord.client.CommandUsage;
import dev.brandingbot.sandbox.discord.model.FakeDiscordListener;
import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import dev.brandingbot.sandbox.discord.model.FakeMessage;
import dev.brandingbot.sandbox.discord.model.FakeScheduledEvent;
import dev.brandingbot.sandbox.discord.model.GuildChange;
import dev.brandingbot.sandbox.discord.model.GuildImage;
import dev.brandingbot.sandbox.discord.model.GuildView;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Prints what members see, as it happens. Thread-safe. */
final class ConsoleView implements FakeDiscordListener {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String INDENT = "    ";

    private final PrintWriter out;
    private final AssetFileIndex files;
    private final MessageFormatter text;
    private final int width;
    private final Clock clock;

    /**
     * The screen.
     *
     * @param out prints to it
     * @param width the number of columns
     */
    record Screen(PrintWriter out, int width) {}

    /**
     * @param screen the screen
     * @param files finds the names of images
     * @param clock the time
     */
    ConsoleView(Screen screen, AssetFileIndex files, Clock clock) {
        this.out = screen.out();
        this.files = files;
        this.width = screen.width();
        this.text = new MessageFormatter(screen.width(), new Markup(clock, FakeDiscordSettings.defaults()));
        this.clock = clock;
    }

    /** Prints a line after the time, and other lines below it. */
    synchronized void print(String line, List<String> below) {
        var before = TIME.format(clock.instant()) + "  ";
        var lines = LineWrap.wrap(line, width - before.length());
        out.println(before + lines.get(0));
        lines.stream().skip(1).map(rest -> " ".repeat(before.length()) + rest).forEach(out::println);
        below.forEach(out::println);
        out.flush();
    }

    /** Prints a line after the time. */
    void print(String line) {
        print(line, List.of());
    }

    /** Prints the bot's answer to a member. */
    void printAnswer(FakeMessage answer) {
        print(
                answer.isEphemeral() ? "branding-bot answers, only for you:" : "branding-bot answers:",
                text.lines(answer));
    }

    /** Prints the help that is shown before the bot has started. */
    void printStart() {
        print("Help", SandboxHelp.start(width));
    }

    /** Prints the help for all commands. */
    void printHelp(List<CommandUsage> ofBot) {
        print("Help", SandboxHelp.all(ofBot, width));
    }

    /** Prints the scheduled events. */
    void printEvents(List<FakeScheduledEvent> events) {
        print(
                events.isEmpty() ? "There are no scheduled events." : "Scheduled events:",
                events.stream()
                        .sorted(Comparator.comparing(FakeScheduledEvent::start))
                        .flatMap(this::listEntry)
                        .toList());
    }

    private Stream<String> listEntry(FakeScheduledEvent event) {
        var title = event.status() == FakeScheduledEvent.ACTIVE ? event.name() + " (active)" : event.name();
        return Stream.concat(Stream.of("  " + title), describe(event).stream().map(line -> INDENT + line));
    }

    private List<String> describe(FakeScheduledEvent event) {
        var when = "%s – %s UTC".formatted(TIME.format(event.start()), TIME.format(event.end()));
        return event.cover().isPresent() ? List.of(when, "cover: " + name(event.cover())) : List.of(when);
    }

    @Override
    public void scheduledEventChanged(Optional<FakeScheduledEvent> before, Optional<FakeScheduledEvent> after) {
        if (after.isEmpty()) {
            print("Scheduled event deleted: "
                    + before.map(FakeScheduledEvent::name).orElse(""));
            return;
        }
        var event = after.get();
        if (before.isPresent() && before.get().status() != event.status()) {
            print("Scheduled event %s: %s".formatted(status(event), event.name()));
        } else {
            print(
                    "Scheduled event %s: %s".formatted(before.isEmpty() ? "created" : "changed", event.name()),
                    describe(event).stream().map(line -> INDENT + line).toList());
        }
    }

    private static String status(FakeScheduledEvent event) {
        return switch (event.status()) {
            case FakeScheduledEvent.ACTIVE -> "started";
            case FakeScheduledEvent.COMPLETED -> "ended";
            case FakeScheduledEvent.CANCELED -> "canceled";
            default -> "scheduled";
        };
    }

    @Override
    public void guildChanged(GuildChange change) {
        var note = change.isByBot() ? "" : "  (changed manually)";
        printIfChanged(change, GuildView::banner, "Banner: ", note);
        printIfChanged(change, GuildView::icon, "Icon:   ", note);
    }

    private void printIfChanged(
            GuildChange change, Function<GuildView, Optional<GuildImage>> which, String label, String note) {
        var after = which.apply(change.after());
        if (!which.apply(change.before()).map(GuildImage::hash).equals(after.map(GuildImage::hash))) {
            print(label + name(after) + note);
        }
    }

    @Override
    public void messageCreated(FakeMessage message) {
        if (message.channelId() == FakeGuildSettings.CHANGELOG) {
            print("branding-bot in #changelog:", text.lines(message));
        } else if (message.channelId() == FakeGuildSettings.MOD_LOG) {
            print("branding-bot in #mod-log:", text.lines(message));
        }
    }

    private String name(Optional<GuildImage> image) {
        return image.map(this::name).orElse("none");
    }

    private String name(GuildImage image) {
        var name = files.nameOf(image.bytes()).orElse("an image that is not in the repository");
        return image.isAnimated() ? name + "  (animated)" : name;
    }
}
