package dev.brandingbot.schedule.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.ImageFile;
import dev.brandingbot.schedule.picture.ContactSheet.Item;
import dev.brandingbot.schedule.picture.ContactSheet.Motion;
import dev.brandingbot.testing.Drawings;
import dev.brandingbot.thumbnail.ThumbnailMaker;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ContactSheetTest {
    private static final Item ICON = item("icon.png", AssetKind.ICON);
    private static final Item BANNER = item("banner.png", AssetKind.BANNER);
    private static final Item BROKEN = item("broken.gif", Optional.empty(), Optional.of("not an image"));

    @Test
    void hasFixedWidth() throws IOException {
        var sheet = draw(List.of(ICON), List.of(BANNER));

        assertThat(sheet.getWidth()).isEqualTo(1200);
        assertThat(sheet.getRGB(0, 0) >>> 24).as("corner").isZero();
        assertThat(sheet.getRGB(600, 5)).isEqualTo(0xff1b1d23);
    }

    @Test
    void growsWithRows() throws IOException {
        var one = draw(List.of(ICON), List.of(BANNER));
        var row = draw(Collections.nCopies(5, ICON), Collections.nCopies(3, BANNER));
        var more = draw(Collections.nCopies(6, ICON), Collections.nCopies(4, BANNER));

        assertThat(row.getHeight()).isEqualTo(one.getHeight());
        assertThat(more.getHeight()).isGreaterThan(row.getHeight());
    }

    @Test
    void handlesThousandsOfImages() throws IOException {
        var sheet = draw(Collections.nCopies(1_000, ICON), Collections.nCopies(1_000, BROKEN));

        assertThat(sheet.getHeight()).isLessThan(3_200);
    }

    @Test
    void roundsIcon() throws IOException {
        var sheet = draw(List.of(ICON), List.of(BROKEN));

        assertThat(sheet.getRGB(45, 109)).as("corner").isEqualTo(0xff1b1d23);
        assertThat(sheet.getRGB(140, 206)).as("middle").isNotEqualTo(0xff1b1d23);
    }

    @Test
    void marksUnusableImages() throws IOException {
        var usable = draw(List.of(ICON), List.of());
        var unusable = draw(List.of(item("icon.png", ICON.picture(), Optional.of("animated"))), List.of());

        assertThat(unusable.getRGB(142, 206)).isEqualTo(0xffff8a80);
        assertThat(usable.getRGB(142, 206)).isNotEqualTo(0xffff8a80);
    }

    @Test
    void marksAnimatedImages() throws IOException {
        var still = draw(List.of(ICON), List.of());
        var animated =
                draw(List.of(new Item("icon.gif", ICON.picture(), Optional.empty(), Motion.ANIMATED)), List.of());
        var firstFrame =
                draw(List.of(new Item("icon.gif", ICON.picture(), Optional.empty(), Motion.FIRST_FRAME)), List.of());

        // In the badge, beside its text.
        assertThat(new Color(still.getRGB(113, 286)).getBlue()).isGreaterThan(150);
        assertThat(new Color(animated.getRGB(113, 286)).getBlue()).isLessThan(90);
        assertThat(new Color(firstFrame.getRGB(113, 286)).getBlue()).isLessThan(90);
    }

    private static BufferedImage draw(List<Item> icons, List<Item> banners) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(ContactSheet.png(icons, banners)));
    }

    private static Item item(String name, AssetKind kind) {
        var bytes = Drawings.opaque("png", 320, kind == AssetKind.ICON ? 320 : 180);
        return item(name, ThumbnailMaker.make(bytes, kind), Optional.empty());
    }

    private static Item item(String name, Optional<ImageFile> picture, Optional<String> problem) {
        return new Item(name, picture, problem, Motion.NONE);
    }
}
