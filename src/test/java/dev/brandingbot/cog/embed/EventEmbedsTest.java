package dev.brandingbot.cog.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.cog.announcement.AnnouncementHeader;
import dev.brandingbot.cog.announcement.AnnouncementRenderer;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.CalendarOverrides;
import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.event.EventMetadata;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.event.Pin;
import dev.brandingbot.event.Skip;
import dev.brandingbot.event.UpcomingEvent;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.image.ImageFile;
import dev.brandingbot.image.format.ImageType;
import dev.brandingbot.state.ActiveEvent;
import dev.brandingbot.sync.guild.Announcement;
import dev.brandingbot.testing.TestImages;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventEmbedsTest {
    private static final DateRange JUNE = new DateRange(LocalDate.of(2027, 6, 1), LocalDate.of(2027, 6, 30));
    private static final long GUILD = 123;
    private static final LocalDate TODAY = LocalDate.of(2027, 6, 15);
    private static final ActiveEvent PRIDE = event("events/pride", "All the **colours**");

    @Test
    void namesTheDaysOfThisTimeForDatesThatMove() {
        var easter = new ActiveEvent(
                "events/easter", EventMetadata.of(EventDates.parse("Easter - 2 days to Easter + 1 day"), "Eggs"), "m");
        var once =
                new ActiveEvent("events/con", EventMetadata.of(EventDates.parse("July 10 2027 for 3 days"), "X"), "m");
        var calendar = new EventCalendar<>(List.of(EventSummary.of(easter)));

        assertThat(EmbedLimits.field(
                        EventEmbeds.preview(easter, LocalDate.of(2027, 1, 1)).build(), "Dates"))
                .isEqualTo("March 26 – March 29 (2 days before Easter – 1 day after Easter)");
        assertThat(EmbedLimits.field(
                        EventEmbeds.preview(once, LocalDate.of(2027, 1, 1)).build(), "Dates"))
                .isEqualTo("July 10 – July 12, 2027");
        assertThat(EventEmbeds.calendar(calendar, LocalDate.of(2027, 1, 1), 0, 1)
                        .getEmbeds()
                        .get(0)
                        .getDescription())
                .startsWith("**Easter** · March 26 – March 29 · <t:");
    }

    @Test
    void tellWhatTheEventIsAbout() {
        var next = new UpcomingEvent(entry("events/halloween", "October 24 to October 31"), LocalDate.of(2027, 10, 24));

        var embed = EventEmbeds.about(PRIDE, TODAY, Optional.of(LocalDate.of(2027, 7, 1)), Optional.of(next))
                .build();

        assertThat(embed.getTitle()).isEqualTo("Pride");
        assertThat(embed.getDescription()).isEqualTo("All the **colours**");
        assertThat(EmbedLimits.field(embed, "Dates")).isEqualTo("June 1 – June 30");
        assertThat(EmbedLimits.field(embed, "Next change")).isEqualTo(relative("2027-07-01"));
        assertThat(EmbedLimits.field(embed, "Next event")).isEqualTo("**Halloween** · " + relative("2027-10-24"));
    }

    @Test
    void saysThatModeratorsPinnedAnEventAndUntilWhen() {
        var until = EventEmbeds.withPin(
                EventEmbeds.preview(PRIDE, TODAY),
                new Pin("events/pride", TODAY, Optional.of(LocalDate.of(2027, 7, 9))));
        var open = EventEmbeds.withPin(
                EventEmbeds.preview(PRIDE, TODAY), new Pin("events/pride", TODAY, Optional.empty()));

        assertThat(EmbedLimits.field(until.build(), "Pinned"))
                .isEqualTo("by moderators, through July 9, 2027 UTC (ends %s)".formatted(relative("2027-07-10")));
        assertThat(EmbedLimits.field(open.build(), "Pinned")).isEqualTo("by moderators, until they unpin it");
    }

    @Test
    void tellOfNoChangeWhereThereIsNone() {
        var evergreen = new ActiveEvent("events/evergreen", EventMetadata.of(Optional.empty(), ""), "m");

        var embed = EventEmbeds.about(evergreen, TODAY, Optional.empty(), Optional.empty())
                .build();

        assertThat(embed.getFields()).extracting(MessageEmbed.Field::getName).containsExactly("Dates");
        assertThat(EmbedLimits.field(embed, "Dates")).isEqualTo("when no other event is active");
        EmbedLimits.assertHeldBy(embed);
    }

    @ParameterizedTest
    @MethodSource("hostileEvents")
    void stayWithinTheLimitsOfAnEmbed(ActiveEvent event) {
        var next = Optional.of(new UpcomingEvent(event, TODAY));
        var about = EventEmbeds.about(event, TODAY, Optional.of(TODAY), next).build();
        var other = EventEmbeds.preview(event, TODAY).build();
        var announcement = AnnouncementRenderer.message(
                new Announcement(event, JUNE, Optional.of(TODAY), next, List.of()),
                AnnouncementHeader.DEFAULT,
                EmbedImages.NONE);

        EmbedLimits.assertHeldBy(about);
        EmbedLimits.assertHeldBy(other);
        EmbedLimits.assertHeldBy(EmbedLimits.only(announcement.getEmbeds()));
    }

    @Test
    void cutADescriptionWhereDiscordEndsIt() {
        assertThat(description("x".repeat(5_000)))
                .hasSize(MessageEmbed.DESCRIPTION_MAX_LENGTH)
                .endsWith("x…");
        assertThat(description("x".repeat(4_096))).isEqualTo("x".repeat(4_096));
    }

    @Test
    void listEveryFallback() {
        var calendar = new EventCalendar<>(List.of(
                new EventSummary("events/a", Optional.empty()), new EventSummary("events/b", Optional.empty())));

        var message = EventEmbeds.calendar(calendar, TODAY, 0, GUILD);

        assertThat(message.getEmbeds().get(0).getDescription()).contains("**A**", "**B**");
    }

    @Test
    void announceWithoutAPing() {
        var hostile = event("events/@everyone", "@everyone @here <@1> <@&2> `");

        var message = announcement(hostile);

        assertThat(message.getAllowedMentions()).isEmpty();
        assertThat(message.getContent()).isNotBlank().doesNotContain("@");
        assertThat(message.toData()
                        .getObject("allowed_mentions")
                        .getArray("parse")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void announceToOneRoleWithALineOfOnesOwn() {
        var hostile = event("events/@everyone", "@everyone <@&2>");

        var message =
                announcement(hostile, new AnnouncementHeader(Optional.of(77L), "{event} has begun, @here <@&5>!"));

        assertThat(message.getContent()).isEqualTo("<@&77> @everyone has begun, @here <@&5>!");
        var allowed = message.toData().getObject("allowed_mentions");
        assertThat(allowed.getArray("parse").isEmpty()).isTrue();
        assertThat(allowed.getArray("roles").toList()).containsExactly("77");
        assertThat(allowed.optArray("users").map(users -> users.isEmpty()).orElse(true))
                .isTrue();
    }

    @Test
    void announceInAMessageHoweverLongTheLineIs() {
        var name = event("events/" + "*".repeat(255), "x");
        var line = "{event}".repeat(AnnouncementHeader.MAX_TEXT_LENGTH / 7);

        assertThat(announcement(name, new AnnouncementHeader(Optional.of(-1L), line))
                        .getContent())
                .startsWith("<@&18446744073709551615> ")
                .hasSize(Message.MAX_CONTENT_LENGTH);
    }

    @Test
    void nameTheArtists() {
        var drawn =
                new ActiveEvent("events/pride", PRIDE.meta().withCredits(List.of("some_artist_name", "Jo & Co")), "m");

        var embed = EventEmbeds.about(drawn, TODAY, Optional.empty(), Optional.empty())
                .build();

        assertThat(EmbedLimits.field(embed, "Artists")).isEqualTo("some\\_artist\\_name, Jo & Co");
    }

    @Test
    void tellWhenAnotherEventBeginsOrEnds() {
        var spring =
                new ActiveEvent("events/spring", EventMetadata.of(EventDates.parse("March 1 to March 31"), ""), "m");

        assertThat(EmbedLimits.field(EventEmbeds.preview(spring, TODAY).build(), "Starts"))
                .isEqualTo(relative("2028-03-01"));
        assertThat(EmbedLimits.field(EventEmbeds.preview(PRIDE, TODAY).build(), "Ends"))
                .isEqualTo(relative("2027-07-01"));
    }

    @Test
    void showTheIconAsThumbnailAndTheBannerAsImage() {
        var images = new EmbedImages(Map.of(
                AssetKind.ICON, new ImageFile(ImageType.GIF, TestImages.gif("i")),
                AssetKind.BANNER, new ImageFile(ImageType.JPEG, TestImages.png("b"))));
        var announcement = new Announcement(PRIDE, JUNE, Optional.empty(), Optional.empty(), List.of());

        var message = AnnouncementRenderer.message(announcement, AnnouncementHeader.DEFAULT, images);

        var embed = EmbedLimits.only(message.getEmbeds());
        assertThat(embed.getThumbnail().getUrl()).isEqualTo("attachment://icon.gif");
        assertThat(embed.getImage().getUrl()).isEqualTo("attachment://banner.jpg");
        assertThat(message.getFiles()).extracting(FileUpload::getName).containsExactly("banner.jpg", "icon.gif");
        EmbedLimits.assertHeldBy(embed);
    }

    @Test
    void nameThePathAndTheDaysInTheAnnouncement() {
        var message = announcement(PRIDE);

        assertThat(EmbedLimits.only(message.getEmbeds()).getFooter().getText())
                .isEqualTo("events/pride · 2027-06-01 to 2027-06-30");
    }

    @Test
    void listTheEventsInTheOrderInWhichTheyCome() {
        var calendar = new EventCalendar<>(List.of(
                entry("events/new_year", "December 31 to January 2"),
                entry("events/spring", "March 1 to March 31"),
                new EventSummary("events/evergreen", Optional.empty()),
                entry("events/pride", "June 1 to June 30"),
                entry("events/swim_day", "June 15 to June 15")));

        var page = EventEmbeds.calendar(calendar, TODAY, 0, GUILD);

        assertThat(lines(page))
                .containsExactly(
                        "**Pride** · June 1 – June 30 · hidden by another event, ends " + relative("2027-07-01"),
                        "**Swim Day** · June 15 · active now, ends " + relative("2027-06-16"),
                        "**New Year** · December 31 – January 2 · " + relative("2027-12-31"),
                        "**Spring** · March 1 – March 31 · " + relative("2028-03-01"),
                        "**Evergreen** · when no other event is active");
        assertThat(page.getComponents()).isEmpty();
        assertThat(embed(page).getFooter()).isNull();
    }

    @Test
    void tellWhatIsPinnedAndNotWhatIsLeftOut() {
        var pride = new EventSummary("events/pride", EventDates.parse("June 1 to June 30"));
        var easter = new EventSummary("events/easter", EventDates.parse("April 1 to April 2"));
        var today = LocalDate.parse("2027-06-15");
        var adjustments = CalendarOverrides.EMPTY
                .withSkip(new Skip(pride.path(), new DateRange(today, today)))
                .withPin(new Pin(easter.path(), today, Optional.of(LocalDate.parse("2027-06-20"))));

        var page = EventEmbeds.calendar(
                new EventCalendar<>(List.of(pride, easter)).withOverrides(adjustments), today, 0, GUILD);

        var embed = EmbedLimits.only(page.getEmbeds());
        assertThat(EmbedLimits.field(embed, "Pinned"))
                .isEqualTo("**Easter** · by moderators, through June 20, 2027 (ends %s)"
                        .formatted(relative("2027-06-21")));
        assertThat(embed.getDescription())
                .isEqualTo("**Easter** · April 1 – April 2 · %s\n**Pride** · June 1 – June 30 · %s"
                        .formatted(relative("2028-04-01"), relative("2028-06-01")));
    }

    @Test
    void needNoButtonsForTwentyFiveEvents() {
        var page = EventEmbeds.calendar(calendar(25), TODAY, 0, GUILD);

        assertThat(lines(page)).hasSize(25);
        assertThat(page.getComponents()).isEmpty();
    }

    @Test
    void turnThePageFromTheTwentySixthEventOn() {
        var calendar = calendar(26);

        var first = EventEmbeds.calendar(calendar, TODAY, 0, GUILD);
        var last = EventEmbeds.calendar(calendar, TODAY, 1, GUILD);

        assertThat(lines(first)).hasSize(25);
        assertThat(embed(first).getFooter().getText()).isEqualTo("Page 1 of 2");
        assertThat(buttons(first)).extracting(Button::isDisabled).containsExactly(true, false);
        assertThat(PageButton.list(buttons(first).get(1).getCustomId()))
                .contains(new PageButton(GUILD, PageButton.PagedList.CALENDAR, 1));
        assertThat(lines(last)).hasSize(1);
        assertThat(embed(last).getFooter().getText()).isEqualTo("Page 2 of 2");
        assertThat(buttons(last)).extracting(Button::isDisabled).containsExactly(false, true);
        assertThat(PageButton.list(buttons(last).get(0).getCustomId()))
                .contains(new PageButton(GUILD, PageButton.PagedList.CALENDAR, 0));
    }

    @Test
    void takeTheButtonsAwayWhenTheCalendarGotShorter() {
        var page = EventEmbeds.calendar(calendar(3), TODAY, 7, GUILD);

        assertThat(lines(page)).hasSize(3);
        assertThat(page.toData().getArray("components").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"abc", "🎃", "*", "`", "**x**", "||", "~~", "[x](y)", "<@1>", "@everyone", "> "})
    void showAThousandEventsWithTheLongestNames(String word) {
        var name = word.repeat(255 / word.length());
        var entries = IntStream.range(0, 1_000)
                .mapToObj(i -> entry("events/" + i + name, "June 1 to September 30"))
                .toList();
        var calendar = new EventCalendar<>(entries);

        for (var number : List.of(0, 20, 39)) {
            var page = EventEmbeds.calendar(calendar, LocalDate.of(2027, 9, 30), number, GUILD);

            EmbedLimits.assertHeldBy(embed(page));
            assertThat(lines(page)).as("whole lines").hasSize(25).allMatch(line -> line.endsWith(":R>"));
            assertThat(embed(page).getFooter().getText()).isEqualTo("Page %d of 40".formatted(number + 1));
            assertThat(page.toData()
                            .getObject("allowed_mentions")
                            .getArray("parse")
                            .isEmpty())
                    .isTrue();
        }
    }

    private static Stream<ActiveEvent> hostileEvents() {
        var texts = new ArrayList<String>();
        for (var word : List.of("x", "🎃", "@everyone ", "`", "**", "\n", "‮", "Z̷̢", "[x](https://discord.gg/x)")) {
            texts.add(word.repeat(5_000));
        }
        return texts.stream()
                .flatMap(text -> Stream.of(
                        event("events/pride", text),
                        event("events/" + text.substring(0, 255), text),
                        event("events/" + text.substring(0, 4_000).replace("\n", "n"), text),
                        event("events/___", "")));
    }

    private static MessageCreateData announcement(ActiveEvent event) {
        return announcement(event, AnnouncementHeader.DEFAULT);
    }

    private static MessageCreateData announcement(ActiveEvent event, AnnouncementHeader greeting) {
        var announcement = new Announcement(event, JUNE, Optional.empty(), Optional.empty(), List.of());
        return AnnouncementRenderer.message(announcement, greeting, EmbedImages.NONE);
    }

    private static String description(String text) {
        return EventEmbeds.about(event("events/pride", text), TODAY, Optional.empty(), Optional.empty())
                .build()
                .getDescription();
    }

    private static EventCalendar<EventSummary> calendar(int count) {
        return new EventCalendar<>(IntStream.range(0, count)
                .mapToObj(i -> entry("events/event_" + i, "July %d to July %d".formatted(i % 28 + 1, i % 28 + 1)))
                .toList());
    }

    private static ActiveEvent event(String path, String description) {
        return new ActiveEvent(path, EventMetadata.of(EventDates.parse("June 1 to June 30"), description), "m");
    }

    private static EventSummary entry(String path, String dates) {
        return new EventSummary(path, EventDates.parse(dates));
    }

    private static MessageEmbed embed(MessageEditData page) {
        return EmbedLimits.only(page.getEmbeds());
    }

    private static List<String> lines(MessageEditData page) {
        return embed(page).getDescription().lines().toList();
    }

    private static List<Button> buttons(MessageEditData page) {
        return page.getComponents().get(0).asActionRow().getButtons();
    }

    /** The moment at which {@code day} begins in UTC, as Discord shows it. */
    private static String relative(String day) {
        return "<t:%d:R>".formatted(LocalDate.parse(day).toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC));
    }
}
