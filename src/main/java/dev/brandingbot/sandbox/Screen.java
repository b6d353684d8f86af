package dev.brandingbot.sandbox;

import dev.brandingbot.sandbox.discord.DiscordSettings;
import dev.brandingbot.sandbox.discord.client.CommandUsage;
import dev.brandingbot.sandbox.discord.model.BrandingChange;
import dev.brandingbot.sandbox.discord.model.GuildEvent;
import dev.brandingbot.sandbox.discord.model.GuildSettings;
import dev.brandingbot.sandbox.discord.model.GuildView;
import dev.brandingbot.sandbox.discord.model.Message;
import dev.brandingbot.sandbox.discord.model.Picture;
import dev.brandingbot.sandbox.discord.model.StandInListener;
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
final class Screen implements StandInListener {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String INDENT = "    ";

    private final PrintWriter out;
    private final AssetFiles files;
    private final MessageText text;
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
    Screen(Paper paper, AssetFiles files, Clock clock) {
        this.out = paper.out();
        this.files = files;
        this.width = paper.width();
        this.text = new MessageText(paper.width(), new Markup(clock, DiscordSettings.defaults()));
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
    void printAnswer(Message answer) {
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
    void printEvents(List<GuildEvent> events) {
        print(
                events.isEmpty() ? "There are no scheduled events." : "Scheduled events:",
                events.stream()
                        .sorted(Comparator.comparing(GuildEvent::start))
                        .flatMap(this::listed)
                        .toList());
    }

    private Stream<String> listed(GuildEvent event) {
        var title = event.status() == GuildEvent.ACTIVE ? event.name() + " (active)" : event.name();
        return Stream.concat(Stream.of("  " + title), described(event).stream().map(line -> INDENT + line));
    }

    private List<String> described(GuildEvent event) {
        var when = "%s – %s UTC".formatted(TIME.format(event.start()), TIME.format(event.end()));
        return event.cover().isPresent() ? List.of(when, "cover: " + name(event.cover())) : List.of(when);
    }

    @Override
    public void scheduledEventChanged(Optional<GuildEvent> before, Optional<GuildEvent> after) {
        if (after.isEmpty()) {
            print("Scheduled event deleted: " + before.map(GuildEvent::name).orElse(""));
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

    private static String status(GuildEvent event) {
        return switch (event.status()) {
            case GuildEvent.ACTIVE -> "started";
            case GuildEvent.COMPLETED -> "ended";
            case GuildEvent.CANCELED -> "canceled";
            default -> "scheduled";
        };
    }

    @Override
    public void guildChanged(BrandingChange change) {
        var who = change.isByBot() ? "" : "  (changed manually)";
        printIfChanged(change, GuildView::banner, "Banner: ", who);
        printIfChanged(change, GuildView::icon, "Icon:   ", who);
    }

    private void printIfChanged(
            BrandingChange change, Function<GuildView, Optional<Picture>> which, String label, String who) {
        var after = which.apply(change.after());
        if (!which.apply(change.before()).map(Picture::hash).equals(after.map(Picture::hash))) {
            print(label + name(after) + who);
        }
    }

    @Override
    public void messageCreated(Message message) {
        if (message.channelId() == GuildSettings.CHANGELOG) {
            print("branding-bot in #changelog:", text.lines(message));
        } else if (message.channelId() == GuildSettings.MOD_LOG) {
            print("branding-bot in #mod-log:", text.lines(message));
        }
    }

    private String name(Optional<Picture> picture) {
        return picture.map(this::name).orElse("none");
    }

    private String name(Picture picture) {
        var name = files.named(picture.bytes()).orElse("an image that is not in the repository");
        return picture.isAnimated() ? name + "  (animated)" : name;
    }
}
