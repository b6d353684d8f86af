package dev.brandingbot.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** A GitHub server with a branding repository that contains one event. */
final class GitHubWithOneEvent implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final Map<String, byte[]> blobs = new LinkedHashMap<>();
    private final String tree;

    /** The event is the fallback. */
    GitHubWithOneEvent() throws IOException {
        this("fallback: true");
    }

    /** @param settings the settings in the event's meta.md */
    GitHubWithOneEvent(String settings) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "events/ordinary/meta.md",
                "---\n%s\n---\nAn ordinary day.\n".formatted(settings).getBytes(StandardCharsets.UTF_8));
        files.put("events/ordinary/banners/banner.png", png(64, 36));
        files.put("events/ordinary/server_icons/icon.png", png(32, 32));
        tree = files.entrySet().stream()
                .map(file -> entry(file.getKey(), file.getValue()))
                .collect(Collectors.joining(
                        ",", "{\"sha\": \"" + "0".repeat(40) + "\", \"truncated\": false, \"tree\": [", "]}"));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request.getTarget());
            }
        });
        server.start();
    }

    String url() {
        return server.url("/").toString();
    }

    private String entry(String path, byte[] bytes) {
        String sha = sha(bytes);
        blobs.put(sha, bytes);
        return "{\"path\": \"%s\", \"mode\": \"100644\", \"type\": \"blob\", \"sha\": \"%s\", \"size\": %d}"
                .formatted(path, sha, bytes.length);
    }

    private MockResponse answer(String target) {
        if (target.contains("/git/trees/")) {
            return new MockResponse.Builder()
                    .addHeader("ETag", "\"1\"")
                    .body(tree)
                    .build();
        }
        byte[] blob = blobs.get(target.substring(target.lastIndexOf('/') + 1));
        return blob == null
                ? new MockResponse.Builder().code(404).build()
                : new MockResponse.Builder().body(new Buffer().write(blob)).build();
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static String sha(byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
