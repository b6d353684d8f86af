package dev.brandingbot.schedule.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.testing.BrowserExtension;
import dev.brandingbot.testing.Drawings;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;

/** The SVG of a year as a browser shows it. */
class YearImageBrowserIT {
    @RegisterExtension
    static final BrowserExtension BROWSER = new BrowserExtension();

    private static final Color ORANGE = new Color(0xe8853a);
    private static final LocalDate TODAY = LocalDate.parse("2027-10-01");

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws IOException {
        var plan = YearSchedules.plan(
                2027, "pride: June 1 to June 30", "halloween: October 24 to October 31", "evergreen");
        EventImageSource images = (event, kind) -> Optional.of(Drawings.png(640, 360, ORANGE));
        var file = Files.write(folder.resolve("year.svg"), YearImage.svg(plan, images, TODAY));
        BROWSER.driver().manage().window().setSize(new Dimension(1500, 900));
        BROWSER.driver().get(file.toUri().toString());
    }

    /** Letters like J may reach some pixels beyond their width. */
    @Test
    void showsTextAtTheWidthThatWasLaidOut() {
        @SuppressWarnings("unchecked")
        var misfits = (List<Object>) BROWSER.driver().executeScript("""
                const picture = document.documentElement.getBoundingClientRect();
                return [...document.querySelectorAll('text')].filter(text => {
                    const box = text.getBoundingClientRect();
                    return Math.abs(box.width - text.getAttribute('textLength')) > 6
                            || box.left < picture.left || box.right > picture.right;
                }).map(text => text.textContent);
                """);

        assertThat(misfits).isEmpty();
        assertThat(script("return [...document.querySelectorAll('text')].map(text => text.textContent).join()"))
                .contains("2027", "Jan", "Dec", "Pride", "Halloween", "Evergreen", "Today, Oct 1");
    }

    @Test
    void namesThePictureAndEachEvent() {
        assertThat(script("return document.title")).isEqualTo("Branding calendar 2027");
        assertThat(
                        script(
                                "return [...document.querySelectorAll('g > title')].map(title => title.textContent).join('; ')"))
                .isEqualTo("Pride: Jun 1 – 30; Halloween: Oct 24 – 31");
    }

    @Test
    void showsTheIconsAndTheColors() throws IOException {
        var bar = layout().items().get(0).bars().get(0);
        var icon = layout().items().get(0).label();

        var shown = ImageIO.read(new ByteArrayInputStream(BROWSER.driver().getScreenshotAs(OutputType.BYTES)));

        assertThat(new Color(shown.getRGB((int) bar.getCenterX(), (int) bar.getCenterY())))
                .isEqualTo(EventColors.of(Drawings.filled(10, 10, ORANGE)).orElseThrow());
        assertThat(new Color(shown.getRGB(
                        (int) (icon.getX() + icon.getHeight() / 2), (int) (icon.getY() + icon.getHeight() / 2))))
                .isEqualTo(ORANGE);
    }

    private static YearImageLayout layout() {
        var plan = YearSchedules.plan(
                2027, "pride: June 1 to June 30", "halloween: October 24 to October 31", "evergreen");
        return YearImageLayout.of(plan, TODAY, OutlineFont.semiBold(), OutlineFont.regular());
    }

    private static String script(String javaScript) {
        return String.valueOf(BROWSER.driver().executeScript(javaScript));
    }
}
