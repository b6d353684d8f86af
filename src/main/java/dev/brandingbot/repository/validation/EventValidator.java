package dev.brandingbot.repository.validation;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.EventMetadata;
import dev.brandingbot.image.format.ImageMetadata;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.repository.meta.MetaFile;
import dev.brandingbot.repository.source.RepositoryTree;
import dev.brandingbot.repository.source.TreeEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The result of validating an event's folder.
 *
 * @param event the event; empty if there is an error
 * @param inspected the content of the folder, valid or not
 * @param findings the findings
 */
public record EventValidator(Optional<BrandingEvent> event, InspectedEvent inspected, List<Finding> findings) {
    /**
     * Validates a folder.
     *
     * @param meta the content of its {@code meta.md}, if it is readable
     * @param contents what is known of images, by SHA
     * @param shown the kinds of assets of which the event needs a usable one
     */
    public static EventValidator validate(
            EventFolder folder,
            Optional<MetaFile> meta,
            Function<String, Optional<ImageMetadata>> contents,
            Set<AssetKind> shown) {
        if (!folder.isEvent()) {
            return noEvent(folder);
        }
        var file = meta.orElseGet(() -> MetaFile.invalid(metaError(folder)));
        var findings = new ArrayList<>(file.findings());
        var banners = AssetValidator.validate(folder, AssetKind.BANNER, contents, shown, findings);
        var icons = AssetValidator.validate(folder, AssetKind.ICON, contents, shown, findings);
        var isValid = findings.stream().noneMatch(Finding::isError);
        var event = folder.meta()
                .filter(it -> isValid)
                .map(it -> new BrandingEvent(folder.path(), file.meta(), it.sha(), banners, icons));
        return new EventValidator(
                event,
                new InspectedEvent(folder.path(), isValid, file.isFallback(), file.meta(), banners, icons),
                findings);
    }

    private static EventValidator noEvent(EventFolder folder) {
        var problem = folder.linkOrSubmodule()
                .map(entry -> "This is a " + (entry.isLink() ? "symbolic link" : "submodule")
                        + ", which is not followed. Put the folder itself here.")
                .orElse("The folder has no `meta.md`, no `banners/` and no `server_icons/`. Add them, or move the"
                        + " folder out of `" + RepositoryTree.ROOT + "/`.");
        var finding = FindingCode.NO_EVENT.finding(folder.path(), problem);
        return new EventValidator(
                Optional.empty(),
                new InspectedEvent(
                        folder.path(), false, false, EventMetadata.of(Optional.empty(), ""), List.of(), List.of()),
                List.of(finding));
    }

    private static Finding metaError(EventFolder folder) {
        var path = folder.path() + "/" + MetaFile.NAME;
        var meta = folder.meta();
        if (meta.isEmpty()) {
            return missing(folder, path);
        }
        return FindingCode.UNREADABLE_META.finding(
                path,
                meta.get().isFile()
                        ? "The file has " + (meta.get().size() >> 10) + " KiB; the limit is "
                                + (MetaFile.MAX_BYTES >> 10) + " KiB. Shorten it."
                        : "This is a link or a submodule, which is not followed. Put the file itself here.");
    }

    private static Finding missing(EventFolder folder, String path) {
        return FindingCode.MISSING_META.finding(
                path,
                folder.entries().stream()
                        .map(TreeEntry::name)
                        .filter(MetaFile.NAME::equalsIgnoreCase)
                        .findFirst()
                        .map(name -> "The file is named `" + name + "`. Rename it to `meta.md`.")
                        .orElse("`meta.md` is missing. Add one with the event's dates and description."));
    }
}
