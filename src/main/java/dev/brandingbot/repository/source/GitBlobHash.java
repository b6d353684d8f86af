package dev.brandingbot.repository.source;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Git's hash of a file's content: the SHA-1 of {@code blob {length}\0{bytes}}. */
public final class GitBlobHash {
    private GitBlobHash() {}

    /** Returns the SHA of a file with this content. */
    public static String of(byte[] bytes) {
        var digest = sha1();
        digest.update(("blob " + bytes.length + "\0").getBytes(US_ASCII));
        digest.update(bytes);
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
