package dev.brandingbot.sandbox.github;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes the names of Git objects. */
final class GitObject {
    private GitObject() {}

    /** Returns the SHA-1 of an object, with 40 hexadecimal digits. */
    static String sha(String type, byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update((type + " " + content.length + "\0").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }
}
