package dev.brandingbot.schedule.picture;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.testing.Drawings;
import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** Draws a year of a hundred events, each with large images, into the folder that it is given: to be watched in a JVM of its own. */
final class YearImageProcess {
    private YearImageProcess() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var banner = Drawings.png(1920, 1080, Color.ORANGE);
        var icon = Drawings.png(1024, 1024, Color.CYAN);
        EventImageSource images = (event, kind) -> Optional.of((kind == AssetKind.BANNER ? banner : icon).clone());
        var first = LocalDate.parse("2027-01-01");
        var plan = YearSchedules.crowded(100, first, 365);
        Files.write(folder.resolve("year.png"), YearImage.png(plan, images, first));
        Files.write(folder.resolve("year.svg"), YearImage.svg(plan, images, first));
    }
}
