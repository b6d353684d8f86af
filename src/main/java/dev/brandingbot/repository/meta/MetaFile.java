package dev.brandingbot.repository.meta;

import dev.brandingbot.event.EventMetadata;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The parsed content of an event's {@code meta.md}.
 *
 * @param meta the event's metadata, as far as it could be read
 * @param descriptionLine the line of the file in which the description begins, from 1
 * @param isFallback whether the event is a fallback
 * @param findings the findings for the file
 */
public record MetaFile(EventMetadata meta, int descriptionLine, boolean isFallback, List<Finding> findings) {
    public static final String NAME = "meta.md";

    /** The maximum size of the file. The longest description that Discord shows takes 16 KiB. */
    public static final long MAX_BYTES = 64 << 10;

    private static final String BYTE_ORDER_MARK = "\ufeff";

    public MetaFile {
        findings = List.copyOf(findings);
    }

    /** Parses the file at {@code path}. */
    public static MetaFile read(String path, byte[] bytes) {
        try {
            return MetaValidator.validate(path, Frontmatter.read(text(bytes)));
        } catch (CharacterCodingException e) {
            return invalid(FindingCode.UNREADABLE_META.finding(
                    path, "The file is not UTF-8. Save it with the encoding UTF-8."));
        } catch (Frontmatter.UnreadableException e) {
            return invalid(e.finding(path));
        }
    }

    /** A Returns the result for a file that cannot be read. */
    public static MetaFile invalid(Finding finding) {
        return new MetaFile(EventMetadata.of(Optional.empty(), ""), 1, false, List.of(finding));
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
