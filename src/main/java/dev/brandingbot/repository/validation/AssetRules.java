package dev.brandingbot.repository.validation;

import static java.util.function.Predicate.not;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.format.Dimensions;
import dev.brandingbot.image.format.FileFormat;
import dev.brandingbot.image.format.ImageMetadata;
import dev.brandingbot.image.format.ImageType;
import dev.brandingbot.image.format.Integrity;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.repository.source.RepositoryLayout;
import dev.brandingbot.repository.source.TreeEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Rules for a file among an event's banners or icons. An error means that it cannot be applied; with a warning it can.
 */
public final class AssetRules {
    private static final Map<String, ImageType> EXTENSIONS =
            Map.of("png", ImageType.PNG, "jpg", ImageType.JPEG, "jpeg", ImageType.JPEG, "gif", ImageType.GIF);

    private AssetRules() {}

    /** Checks a file by name, mode and size. */
    public static Optional<Finding> error(TreeEntry file) {
        if (!file.isFile()) {
            return Optional.of(FindingCode.NOT_A_FILE.finding(
                    file.path(),
                    "This is a " + (file.isLink() ? "symbolic link" : "submodule")
                            + ", which is not followed. Put the image itself here."));
        }
        if (type(file.name()).isEmpty()) {
            return Optional.of(FindingCode.NOT_AN_IMAGE.finding(
                    file.path(),
                    "The name does not end with `.png`, `.jpg`, `.jpeg` or `.gif`. Convert the file, or remove it."));
        }
        if (file.size() == 0) {
            return Optional.of(
                    FindingCode.EMPTY_FILE.finding(file.path(), "The file is empty. Upload the image again."));
        }
        return file.size() > RepositoryLayout.MAX_ASSET_BYTES
                ? Optional.of(tooLarge(file.path(), file.size()))
                : Optional.empty();
    }

    /** Checks a file by its content. */
    public static Optional<Finding> error(String path, ImageMetadata image) {
        var format = image.format();
        if (format == FileFormat.LFS_POINTER) {
            return Optional.of(FindingCode.LFS_POINTER.finding(
                    path, "This is a Git LFS pointer, not an image. Commit the image without LFS."));
        }
        if (format.type().isEmpty()) {
            return Optional.of(FindingCode.NOT_AN_IMAGE.finding(
                    path, "This is " + format.label() + ". Convert it to PNG, JPEG or GIF."));
        }
        if (!format.type().equals(type(path))) {
            return Optional.of(wrongExtension(path, format));
        }
        if (!image.integrity().isUsable()) {
            return Optional.of(FindingCode.TRUNCATED_IMAGE.finding(
                    path,
                    "The image " + image.integrity().description() + ". Export it again and upload the whole file."));
        }
        return image.size().filter(not(Dimensions::isSafeToDecode)).map(size -> tooManyPixels(path, size));
    }

    private static Finding wrongExtension(String path, FileFormat format) {
        var name = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.') + 1);
        return FindingCode.WRONG_EXTENSION.finding(
                path,
                "This is " + format.label() + ". Rename it to `" + name
                        + extension(format.type().orElseThrow()) + "`.");
    }

    /** Returns warnings about a usable image. */
    static List<Finding> warnings(AssetKind kind, String path, ImageMetadata image) {
        var warnings = new ArrayList<Finding>();
        if (image.integrity() == Integrity.UNTERMINATED) {
            warnings.add(FindingCode.NO_END_MARKER.finding(
                    path, "The image lacks its end marker; the bot adds it when it uploads. Export the image again."));
        }
        image.size().ifPresent(size -> warnings.addAll(warnings(kind, path, size)));
        return warnings;
    }

    private static List<Finding> warnings(AssetKind kind, String path, Dimensions size) {
        var shape = AssetDimensions.of(kind);
        var subject = kind == AssetKind.ICON ? "Icon" : "Banner";
        var warnings = new ArrayList<Finding>();
        if (!shape.isRecommendedShape(size)) {
            warnings.add(FindingCode.WRONG_ASPECT_RATIO.finding(
                    path,
                    "%s is %s; Discord crops it to %s. Use %s."
                            .formatted(subject, size.describe(), shape.label(), shape.recommendation())));
        }
        if (shape.isTooLarge(size)) {
            warnings.add(FindingCode.RESOLUTION_TOO_HIGH.finding(
                    path,
                    "%s is %s, more than Discord shows. %s is enough."
                            .formatted(subject, size.describe(), shape.recommendation())));
        }
        if (shape.isTooSmall(size)) {
            warnings.add(FindingCode.RESOLUTION_TOO_LOW.finding(
                    path,
                    "%s is %s, which looks blurry. Use %s (at least %s)."
                            .formatted(
                                    subject,
                                    size.describe(),
                                    shape.recommendation(),
                                    shape.minimum().describe())));
        }
        return warnings;
    }

    /** Returns the finding for a file that is larger than Discord accepts. */
    public static Finding tooLarge(String path, long size) {
        var kibibytes = String.format(Locale.ENGLISH, "%,d", (size + 1023) >> 10);
        return FindingCode.FILE_TOO_LARGE.finding(
                path, "The file has " + kibibytes + " KiB; Discord accepts 10,240 KiB. Make the image smaller.");
    }

    private static Finding tooManyPixels(String path, Dimensions size) {
        return FindingCode.TOO_MANY_PIXELS.finding(
                path, "The image is " + size.describe() + ", too large to decode safely. Use 4096 × 4096 at most.");
    }

    private static Optional<ImageType> type(String name) {
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.contains(".") ? Optional.ofNullable(EXTENSIONS.get(extension)) : Optional.empty();
    }

    private static String extension(ImageType type) {
        return type == ImageType.JPEG ? "jpg" : type.name().toLowerCase(Locale.ROOT);
    }
}
