package dev.brandingbot.schedule.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.schedule.YearSchedule;
import dev.brandingbot.testing.Drawings;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class YearImageTest {
    private static final Color ORANGE = new Color(0xe8853a);
    private static final EventImageSource NONE = (event, kind) -> Optional.empty();
    private static final EventImageSource ORANGE_ONES = (event, kind) -> Optional.of(Drawings.png(640, 360, ORANGE));

    private final YearSchedule<?> plan = YearSchedules.plan(2027, "pride: June 1 to June 30", "evergreen");

    @Test
    void hasLayoutWidthAndTransparentCorners() throws Exception {
        var picture = draw(plan, NONE, YearSchedules.NO_DAY);

        assertThat(picture.getWidth()).isEqualTo(1400);
        assertThat(picture.getHeight()).isBetween(200, 700);
        assertThat(picture.getRGB(0, 0) >>> 24).isZero();
        assertThat(new Color(picture.getRGB(700, 4), true)).isEqualTo(YearImagePainter.GROUND);
    }

    @Test
    void isOpaque() throws Exception {
        var picture = draw(plan, NONE, YearSchedules.NO_DAY);

        for (var y = 30; y < picture.getHeight() - 30; y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                assertThat(picture.getRGB(x, y) >>> 24).isEqualTo(0xff);
            }
        }
    }

    @Test
    void drawsBarInColorOfBanner() throws Exception {
        var layout = YearImageLayout.of(plan, YearSchedules.NO_DAY, OutlineFont.semiBold(), OutlineFont.regular());
        var bar = layout.items().get(0).bars().get(0);

        var picture = draw(plan, ORANGE_ONES, YearSchedules.NO_DAY);

        assertThat(new Color(picture.getRGB((int) bar.getCenterX(), (int) bar.getCenterY())))
                .isEqualTo(EventColors.of(Drawings.filled(10, 10, ORANGE)).orElseThrow());
    }

    @Test
    void marksToday() throws Exception {
        var today = LocalDate.parse("2027-10-01");
        var layout = YearImageLayout.of(plan, today, OutlineFont.semiBold(), OutlineFont.regular());
        var x = layout.todayX().orElseThrow().intValue();
        var y = (int) layout.ribbon().getCenterY();

        assertThat(new Color(draw(plan, NONE, today).getRGB(x, y))).isEqualTo(new Color(0xf4f5f7));
        assertThat(new Color(draw(plan, NONE, YearSchedules.NO_DAY).getRGB(x, y)))
                .isNotEqualTo(new Color(0xf4f5f7));
    }

    @Test
    void requestsEachImageOnce() {
        var asked = new TreeMap<String, Integer>();
        var plan = YearSchedules.plan(2027, "new_year: December 29 to January 3", "evergreen");

        YearImage.png(
                plan,
                (event, kind) -> {
                    asked.merge(event.path() + " " + kind, 1, Integer::sum);
                    return Optional.empty();
                },
                YearSchedules.NO_DAY);

        assertThat(asked).hasSize(2 * AssetKind.values().length);
        assertThat(asked.values()).containsOnly(1);
    }

    @Test
    void ignoresInvalidImages() throws Exception {
        var whole = Drawings.png(64, 64, ORANGE);
        var cut = Arrays.copyOf(whole, whole.length - 30);

        var picture = draw(
                plan, (event, kind) -> Optional.of(kind == AssetKind.ICON ? cut : new byte[5]), YearSchedules.NO_DAY);

        assertThat(picture).usingComparator(YearImageTest::compare).isEqualTo(draw(plan, NONE, YearSchedules.NO_DAY));
    }

    @Test
    void isDeterministic() {
        assertThat(YearImage.png(plan, ORANGE_ONES, YearSchedules.NO_DAY))
                .isEqualTo(YearImage.png(plan, ORANGE_ONES, YearSchedules.NO_DAY));
        assertThat(YearImage.svg(plan, ORANGE_ONES, YearSchedules.NO_DAY))
                .isEqualTo(YearImage.svg(plan, ORANGE_ONES, YearSchedules.NO_DAY));
    }

    @Test
    void isAnSvgFileWithTextAndTitlesThatNeedsNoOtherFile() throws Exception {
        var svg = parse(YearImage.svg(plan, ORANGE_ONES, LocalDate.parse("2027-10-01")));

        assertThat(svg.getDocumentElement().getAttribute("width")).isEqualTo("1400");
        assertThat(texts(svg, "title")).containsExactly("Branding calendar 2027", "Pride: Jun 1 – 30");
        assertThat(texts(svg, "text"))
                .contains("2027", "Jan", "Dec", "Today, Oct 1", "Pride", "Jun 1 – 30", "Evergreen");
        assertThat(svg.getElementsByTagName("image").getLength()).isEqualTo(2);
        var image = svg.getElementsByTagName("image").item(0).getAttributes().getNamedItem("href");
        assertThat(image.getNodeValue()).startsWith("data:image/png;base64,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script> & \"friends\"",
                "]]>",
                "🎃 Día de Muertos ½",
                "a\u0000b\u001b[31mc\uFFFE"
            })
    void staysValidSvgWithHostileNames(String name) throws Exception {
        var event = new EventSummary(
                "events/" + name,
                Optional.of(EventDates.parse("June 1 to June 30").orElseThrow()));

        var svg = parse(
                YearImage.svg(YearSchedule.of(new EventCalendar<>(List.of(event)), 2027), NONE, YearSchedules.NO_DAY));

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(texts(svg, "title")).hasSize(2);
    }

    @Test
    void drawsEmptyYear() throws Exception {
        assertThat(draw(YearSchedules.plan(2027), NONE, YearSchedules.NO_DAY).getHeight())
                .isPositive();
        assertThat(new String(YearImage.svg(YearSchedules.plan(2027), NONE, YearSchedules.NO_DAY), UTF_8))
                .contains("<svg");
    }

    private static List<String> texts(Document svg, String element) {
        var nodes = svg.getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    private static int compare(BufferedImage one, BufferedImage other) {
        return Arrays.compare(pixels(one), pixels(other));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static BufferedImage draw(YearSchedule<?> plan, EventImageSource images, LocalDate today) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(YearImage.png(plan, images, today)));
    }

    private static Document parse(byte[] svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }
}
