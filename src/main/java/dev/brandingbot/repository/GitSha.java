package dev.brandingbot.repository;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name that git gives to the content of a file: the SHA-1 over {@code blob {length}\0{bytes}}. */
final class GitSha {
    private static final int CHUNK = 1 << 16;

    private GitSha() {}

    /** The SHA of a file with these bytes. */
    static String of(byte[] bytes) {
        try {
            return of(bytes.length, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SHA of a file of {@code length} bytes, read to its end but not closed. */
    static String of(long length, InputStream content) throws IOException {
        var digest = sha1();
        digest.update(("blob " + length + "\0").getBytes(US_ASCII));
        var chunk = new byte[(int) Math.min(CHUNK, length + 1)];
        for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
            digest.update(chunk, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
