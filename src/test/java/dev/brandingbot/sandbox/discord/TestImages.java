package dev.brandingbot.sandbox.discord;

import java.util.Base64;

/** The smallest images of each kind. */
final class TestImages {
    private TestImages() {}

    static byte[] png() {
        return decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    }

    static byte[] gif() {
        return decode("R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=");
    }

    static byte[] animatedGif() {
        return decode("R0lGODlhAQABAAAAACH5BAAKAAAALAAAAAABAAEAAAICRAEAIfkEAAoAAAAsAAAAAAEAAQAAAgJEAQA7");
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
