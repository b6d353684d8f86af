package dev.brandingbot.repository;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.Dimensions;
import dev.brandingbot.image.FileFormat;
import dev.brandingbot.image.ImageDecoder;
import dev.brandingbot.image.ImageMetadata;
import dev.brandingbot.image.ImageType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rules for a file among an event's banners or icons. A problem means that it can't be applied, a flaw that it can. */
final class AssetRules {
    /** The largest image that Discord took. */
    static final long LARGEST = 10_240L << 10;

    /** Beyond these, decoding takes hundreds of megabytes: nobody draws a banner so large in good faith. */
    private static final int LONGEST_SIDE = 10_000;

    private static final Map<String, ImageType> EXTENSIONS =
            Map.of("png", ImageType.PNG, "jpg", ImageType.JPEG, "jpeg", ImageType.JPEG, "gif", ImageType.GIF);

    private AssetRules() {}

    /** What is wrong with a file as far as its name, mode and size tell. */
    static Optional<Finding> problem(TreeEntry file) {
        if (!file.isFile()) {
            return Optional.of(FindingCode.NOT_A_FILE.at(
                    file.path(),
                    "This is a " + (file.isLink() ? "symbolic link" : "submodule")
                            + ", which is not followed: put the image itself here."));
        }
        if (type(file.name()).isEmpty()) {
            return Optional.of(FindingCode.NOT_AN_IMAGE.at(
                    file.path(), "Its name ends in none of .png, .jpg, .jpeg and .gif: convert it, or remove it."));
        }
        if (file.size() == 0) {
            return Optional.of(FindingCode.EMPTY_FILE.at(file.path(), "The file is empty: upload the image again."));
        }
        return file.size() > LARGEST ? Optional.of(tooLarge(file.path(), file.size())) : Optional.empty();
    }

    /** What is wrong with a file, knowing what its bytes are. */
    static Optional<Finding> problem(String path, ImageMetadata content) {
        var format = content.format();
        if (format == FileFormat.LFS_POINTER) {
            return Optional.of(FindingCode.LFS_POINTER.at(
                    path, "The image lies in Git LFS and only a pointer is here: take it out of LFS and commit it."));
        }
        if (format.type().isEmpty()) {
            return Optional.of(FindingCode.NOT_AN_IMAGE.at(
                    path, "By its content this is " + format.words() + ": convert it to PNG, JPEG or GIF."));
        }
        if (!format.type().equals(type(path))) {
            return Optional.of(FindingCode.WRONG_EXTENSION.at(
                    path,
                    "By its content this is " + format.words() + ": rename it so that its name ends in ."
                            + extension(format.type().get()) + "."));
        }
        if (!content.isWhole()) {
            return Optional.of(FindingCode.CUT_OFF.at(
                    path, "The image is broken or ends too early: export it again and upload the whole file."));
        }
        return content.size().filter(AssetRules::isBomb).map(size -> bomb(path, size));
    }

    /** What could be better about the image at {@code path}. */
    static List<Finding> flaws(AssetKind kind, String path, Dimensions size) {
        var shape = AssetShape.of(kind);
        var flaws = new ArrayList<Finding>();
        if (!shape.suits(size)) {
            flaws.add(FindingCode.WRONG_SHAPE.at(
                    path,
                    "The " + kind.word() + " has " + size.words() + " pixels, and Discord cuts it to " + shape.words()
                            + ": draw it so."));
        }
        if (shape.isTooLarge(size)) {
            flaws.add(FindingCode.OVERSIZED.at(
                    path,
                    "The " + kind.word() + " has " + size.words() + " pixels, which Discord never shows: "
                            + shape.recommendation() + " pixels will do."));
        }
        if (shape.isTooSmall(size)) {
            flaws.add(FindingCode.TOO_SMALL.at(
                    path,
                    "The " + kind.word() + " has " + size.words() + " pixels, so it looks blurred: use "
                            + shape.smallest().words() + " or more."));
        }
        return flaws;
    }

    /** Says that a file is larger than Discord takes. */
    static Finding tooLarge(String path, long size) {
        var kibibytes = String.format(Locale.ENGLISH, "%,d", (size + 1023) >> 10);
        return FindingCode.TOO_LARGE.at(
                path, "The image has " + kibibytes + " KiB, and Discord takes 10,240 KiB: make it smaller.");
    }

    private static boolean isBomb(Dimensions size) {
        return size.width() > LONGEST_SIDE || size.height() > LONGEST_SIDE || size.pixels() > ImageDecoder.MAX_PIXELS;
    }

    private static Finding bomb(String path, Dimensions size) {
        return FindingCode.TOO_MANY_PIXELS.at(
                path,
                "The image has " + size.words() + " pixels, too many to be decoded safely: make it smaller, 4,096 on a"
                        + " side at most.");
    }

    private static Optional<ImageType> type(String name) {
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.contains(".") ? Optional.ofNullable(EXTENSIONS.get(extension)) : Optional.empty();
    }

    private static String extension(ImageType type) {
        return type == ImageType.JPEG ? "jpg" : type.name().toLowerCase(Locale.ROOT);
    }
}
