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

/** Prints what members see, as it happens. Safe for use by several threads. */
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
     * Where to print.
     *
     * @param out takes lines
     * @param width how many columns there are
     */
    record Paper(PrintWriter out, int width) {}

    /**
     * @param files names the images
     * @param clock what time it is
     */
    ConsoleView(Paper paper, AssetFileIndex files, Clock clock) {
        this.out = paper.out();
        this.files = files;
        this.width = paper.width();
        this.text = new MessageFormatter(paper.width(), new Markup(clock, FakeDiscordSettings.defaults()));
        this.clock = clock;
    }

    /** Prints a line with the time before it, and others below. */
    synchronized void print(String line, List<String> below) {
        var before = TIME.format(clock.instant()) + "  ";
        var lines = LineWrap.wrap(line, width - before.length());
        out.println(before + lines.get(0));
        lines.stream().skip(1).map(rest -> " ".repeat(before.length()) + rest).forEach(out::println);
        below.forEach(out::println);
        out.flush();
    }

    /** Prints a line with the time before it. */
    void print(String line) {
        print(line, List.of());
    }

    /** Prints an answer that a member got. */
    void printAnswer(FakeMessage answer) {
        print(
                answer.isEphemeral() ? "branding-bot answers, only for you:" : "branding-bot answers:",
                text.lines(answer));
    }

    /** Prints what can be typed, before the bot is there. */
    void printStart() {
        print("Help", SandboxHelp.start(width));
    }

    /** Prints all that can be typed. */
    void printHelp(List<CommandUsage> ofBot) {
        print("Help", SandboxHelp.all(ofBot, width));
    }

    /** Prints the scheduled events. */
    void printEvents(List<FakeScheduledEvent> events) {
        print(
                events.isEmpty() ? "There are no scheduled events." : "Scheduled events:",
                events.stream()
                        .sorted(Comparator.comparing(FakeScheduledEvent::start))
                        .flatMap(this::listed)
                        .toList());
    }

    private Stream<String> listed(FakeScheduledEvent event) {
        var title = event.status() == FakeScheduledEvent.ACTIVE ? event.name() + " (active)" : event.name();
        return Stream.concat(Stream.of("  " + title), described(event).stream().map(line -> INDENT + line));
    }

    private List<String> described(FakeScheduledEvent event) {
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
                    described(event).stream().map(line -> INDENT + line).toList());
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
        var who = change.isByBot() ? "" : "  (changed manually)";
        printIfChanged(change, GuildView::banner, "Banner: ", who);
        printIfChanged(change, GuildView::icon, "Icon:   ", who);
    }

    private void printIfChanged(
            GuildChange change, Function<GuildView, Optional<GuildImage>> which, String label, String who) {
        var after = which.apply(change.after());
        if (!which.apply(change.before()).map(GuildImage::hash).equals(after.map(GuildImage::hash))) {
            print(label + name(after) + who);
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

    private String name(Optional<GuildImage> picture) {
        return picture.map(this::name).orElse("none");
    }

    private String name(GuildImage picture) {
        var name = files.nameOf(picture.bytes()).orElse("an image that is not in the repository");
        return picture.isAnimated() ? name + "  (animated)" : name;
    }
}
