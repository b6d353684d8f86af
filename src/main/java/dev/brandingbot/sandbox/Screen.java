package dev.brandingbot.sandbox;

import dev.brandingbot.sandbox.discord.BrandingChange;
import dev.brandingbot.sandbox.discord.GuildSettings;
import dev.brandingbot.sandbox.discord.GuildView;
import dev.brandingbot.sandbox.discord.Message;
import dev.brandingbot.sandbox.discord.Picture;
import dev.brandingbot.sandbox.discord.StandInListener;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Prints what members see, as it happens. Safe for use by several threads. */
final class Screen implements StandInListener {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PrintWriter out;
    private final AssetFiles files;
    private final MessageText text;
    private final Clock clock;

    /**
     * @param out where to print
     * @param files names the images
     * @param width how many columns there are
     * @param clock what time it is
     */
    Screen(PrintWriter out, AssetFiles files, int width, Clock clock) {
        this.out = out;
        this.files = files;
        this.text = new MessageText(width, clock);
        this.clock = clock;
    }

    /** Prints a line with the time before it, and others below. */
    synchronized void print(String line, List<String> below) {
        out.println(TIME.format(clock.instant()) + "  " + line);
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

    /** Prints what the guild looks like. */
    void printGuild(GuildView guild) {
        print("Banner: " + name(guild.banner()));
        print("Icon:   " + name(guild.icon()));
    }

    @Override
    public void guildChanged(BrandingChange change) {
        var who = change.isByBot() ? "" : "  (changed by hand)";
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
        var name = files.named(picture.bytes()).orElse("a picture that is not in the repository");
        return picture.isAnimated() ? name + "  (animated)" : name;
    }
}
