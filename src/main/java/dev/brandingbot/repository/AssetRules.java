package dev.brandingbot.repository;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rules for a file among an event's banners or icons. */
final class AssetRules {
    /** The largest image that Discord took. */
    static final long LARGEST = 10_240L << 10;

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
    static Optional<Finding> problem(String path, ImageContent content) {
        if (content == ImageContent.LFS_POINTER) {
            return Optional.of(FindingCode.LFS_POINTER.at(
                    path, "The image lies in Git LFS and only a pointer is here: take it out of LFS and commit it."));
        }
        if (content.type().isEmpty()) {
            return Optional.of(FindingCode.NOT_AN_IMAGE.at(
                    path, "By its content this is " + content.words() + ": convert it to PNG, JPEG or GIF."));
        }
        if (!content.type().equals(type(path))) {
            return Optional.of(FindingCode.WRONG_EXTENSION.at(
                    path,
                    "By its content this is " + content.words() + ": rename it so that its name ends in ."
                            + extension(content.type().get()) + "."));
        }
        return Optional.empty();
    }

    /** Says that a file is larger than Discord takes. */
    static Finding tooLarge(String path, long size) {
        var kibibytes = String.format(Locale.ENGLISH, "%,d", (size + 1023) >> 10);
        return FindingCode.TOO_LARGE.at(
                path, "The image has " + kibibytes + " KiB, and Discord takes 10,240 KiB: make it smaller.");
    }

    private static Optional<ImageType> type(String name) {
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.contains(".") ? Optional.ofNullable(EXTENSIONS.get(extension)) : Optional.empty();
    }

    private static String extension(ImageType type) {
        return type == ImageType.JPEG ? "jpg" : type.name().toLowerCase(Locale.ROOT);
    }
}
