package dev.brandingbot.sandbox.discord;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the files of a request. */
final class Uploads {
    private Uploads() {}

    static List<Message.File> of(Context request) {
        if (!request.isMultipartFormData()) {
            return List.of();
        }
        return request.uploadedFiles().stream().map(Uploads::read).toList();
    }

    private static Message.File read(UploadedFile file) {
        try (var content = file.content()) {
            return new Message.File(file.filename(), content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
