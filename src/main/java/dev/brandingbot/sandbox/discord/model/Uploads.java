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
 * The files of a request, as strictly as Discord reads them: the part of each is called {@code files[n]}, and where the body
 * lists attachments, each new one has the id {@code n} of a part.
 *
 * @param files by the number in the part's name
 */
public record Uploads(Map<Integer, FakeMessage.File> files) {
    static final int LARGEST = 10 << 20;

    private static final String UNTYPED = "application/octet-stream";

    private static final Pattern PART = Pattern.compile("files\\[(\\d{1,2})]");

    public Uploads {
        files = Map.copyOf(files);
    }

    /** The files that come with a request. */
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

    /** The files in the order of their numbers. */
    public List<FakeMessage.File> inOrder() {
        return files.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static FakeMessage.File read(UploadedFile file) {
        if (file.size() > LARGEST) {
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
