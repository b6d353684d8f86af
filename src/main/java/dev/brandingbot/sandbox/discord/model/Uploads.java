package dev.brandingbot.sandbox.discord.model;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The uploaded files of a request, parsed as strictly as Discord does: each part must have the name {@code files[n]}. If the body lists
 * attachments, each new one must have the ID {@code n} of a part.
 *
 * @param files the files by the number in the part's name
 */
public record Uploads(Map<Integer, FakeMessage.File> files) {
    static final int MAX_SIZE = 10 << 20;

    private static final String UNTYPED = "application/octet-stream";

    private static final Pattern PART = Pattern.compile("files\\[(\\d{1,2})]");

    public Uploads {
        files = Map.copyOf(files);
    }

    /** Parses the files of a request. */
    public static Uploads parse(Context request) {
        if (!request.isMultipartFormData()) {
            return new Uploads(Map.of());
        }
        var files = new TreeMap<Integer, FakeMessage.File>();
        request.uploadedFileMap().forEach((part, uploaded) -> {
            var number = PART.matcher(part);
            if (!number.matches() || uploaded.size() != 1) {
                throw FormErrors.exception(part, "BASE_TYPE_BAD_PART", "A file is in a part called files[n].");
            }
            files.put(Integer.valueOf(number.group(1)), read(uploaded.get(0)));
        });
        return new Uploads(files);
    }

    /** Returns the files in the order of their numbers. */
    public List<FakeMessage.File> inOrder() {
        return files.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static FakeMessage.File read(UploadedFile file) {
        if (file.size() > MAX_SIZE) {
            throw DiscordApiException.of(413, 40005, "Request entity too large");
        }
        try (var content = file.content()) {
            return new FakeMessage.File(
                    file.filename(), Optional.ofNullable(file.contentType()).orElse(UNTYPED), content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
