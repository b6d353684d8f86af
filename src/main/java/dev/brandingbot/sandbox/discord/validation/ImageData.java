package dev.brandingbot.sandbox.discord.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brandingbot.sandbox.discord.model.FormErrors;
import dev.brandingbot.sandbox.discord.model.GuildImage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses the data URIs of uploaded icons and banners. */
public final class ImageData {
    private static final int MAX_SIZE = 10_240 << 10;
    private static final int HASH_DIGITS = 32;
    private static final Pattern DATA_URI = Pattern.compile("data:(image/(?:png|jpeg|gif));base64,");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] GIF_87 = "GIF87a".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GIF_89 = "GIF89a".getBytes(StandardCharsets.US_ASCII);

    private ImageData() {}

    /**
     * Parses the image in a field.
     *
     * @return empty if the image is invalid, which is added to {@code errors}
     */
    public static Optional<GuildImage> read(String field, JsonNode uri, FormErrors errors) {
        var header = DATA_URI.matcher(uri.asText());
        if (!header.lookingAt()) {
            return invalid(field, errors);
        }
        var bytes = decode(uri.asText().substring(header.end()));
        if (bytes.isEmpty() || !detectMediaType(bytes.get()).equals(Optional.of(header.group(1)))) {
            return invalid(field, errors);
        }
        if (bytes.get().length > MAX_SIZE) {
            errors.add(field, "BINARY_TYPE_MAX_SIZE", "File cannot be larger than 10240.0 kb.");
            return Optional.empty();
        }
        return Optional.of(image(header.group(1), bytes.get()));
    }

    /** Returns the image with these bytes. */
    public static GuildImage image(String mediaType, byte[] bytes) {
        var isAnimated = mediaType.equals("image/gif") && new GifFrameCounter(bytes).hasSeveralFrames();
        return new GuildImage((isAnimated ? "a_" : "") + hash(bytes), mediaType, isAnimated, bytes);
    }

    /** Returns the media type by the first bytes; empty if it is not supported. */
    public static Optional<String> detectMediaType(byte[] bytes) {
        if (startsWith(bytes, PNG)) {
            return Optional.of("image/png");
        } else if (startsWith(bytes, JPEG)) {
            return Optional.of("image/jpeg");
        } else if (startsWith(bytes, GIF_87) || startsWith(bytes, GIF_89)) {
            return Optional.of("image/gif");
        }
        return Optional.empty();
    }

    private static Optional<GuildImage> invalid(String field, FormErrors errors) {
        errors.add(field, "IMAGE_INVALID", "Invalid image data");
        return Optional.empty();
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return Arrays.mismatch(bytes, 0, Math.min(bytes.length, start.length), start, 0, start.length) < 0;
    }

    private static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
