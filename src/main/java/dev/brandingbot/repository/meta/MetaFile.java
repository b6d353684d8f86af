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
 * What an event's {@code meta.md} says.
 *
 * @param meta what the event says of itself; as far as it can be read, where the file is broken
 * @param descriptionLine the line of the file in which the description begins, from 1
 * @param isFallback whether the event says that it is on when nothing else is
 * @param findings what is wrong with the file
 */
public record MetaFile(EventMetadata meta, int descriptionLine, boolean isFallback, List<Finding> findings) {
    public static final String NAME = "meta.md";

    /** How large the file may be: a description that Discord shows takes 16 KiB at most. */
    public static final long MAX_BYTES = 64 << 10;

    private static final String BYTE_ORDER_MARK = "\ufeff";

    public MetaFile {
        findings = List.copyOf(findings);
    }

    /** Reads the file at {@code path}. */
    public static MetaFile read(String path, byte[] bytes) {
        try {
            return MetaValidator.validate(path, Frontmatter.read(text(bytes)));
        } catch (CharacterCodingException e) {
            return broken(FindingCode.UNREADABLE_META.finding(
                    path, "The file is not UTF-8. Save it with the encoding UTF-8."));
        } catch (Frontmatter.UnreadableException e) {
            return broken(e.at(path));
        }
    }

    /** A file that can't be used, for a reason that shows without reading it. */
    public static MetaFile broken(Finding finding) {
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
