package dev.brandingbot.sandbox.discord.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Dimension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A message as members see it.
 *
 * @param json the message object of Discord's API, which must not be modified
 * @param files the attached files, in the order of the message's attachments
 */
public record FakeMessage(JsonNode json, List<File> files) {
    public static final int EPHEMERAL = 1 << 6;

    private static final int BUTTON = 2;

    public FakeMessage {
        files = List.copyOf(files);
    }

    /** Returns the ID. */
    public long id() {
        return json.path("id").asLong();
    }

    /** Returns the channel's ID. */
    public long channelId() {
        return json.path("channel_id").asLong();
    }

    /** Returns the author's ID. */
    public long authorId() {
        return json.path("author").path("id").asLong();
    }

    /** Returns the text. */
    public String content() {
        return json.path("content").asText();
    }

    /** Returns the embeds, as the embed objects of Discord's API. */
    public List<JsonNode> embeds() {
        return StreamSupport.stream(json.path("embeds").spliterator(), false).toList();
    }

    /** Returns the buttons, row by row, as the component objects of Discord's API. */
    public List<JsonNode> buttons() {
        return descendants(json.path("components"))
                .filter(component -> component.path("type").asInt() == BUTTON)
                .toList();
    }

    /** Whether only the member who used the command sees it. */
    public boolean isEphemeral() {
        return (json.path("flags").asInt() & EPHEMERAL) != 0;
    }

    /** Whether it pinged everyone, a role or a member. */
    public boolean hasPings() {
        return json.path("mention_everyone").asBoolean()
                || !json.path("mention_roles").isEmpty()
                || !json.path("mentions").isEmpty();
    }

    public ObjectNode copyOfJson() {
        return json.deepCopy();
    }

    private static Stream<JsonNode> descendants(JsonNode components) {
        return StreamSupport.stream(components.spliterator(), false)
                .flatMap(component -> Stream.concat(Stream.of(component), descendants(component.path("components"))));
    }

    /** An attached file. */
    public static final class File {
        private final String name;
        private final String contentType;
        private final byte[] bytes;

        File(String name, String contentType, byte[] bytes) {
            this.name = name;
            this.contentType = contentType;
            this.bytes = bytes;
        }

        /** Returns the name. */
        public String name() {
            return name;
        }

        /** Returns the content type that the bot sent. */
        public String contentType() {
            return contentType;
        }

        /** Returns the size in bytes. */
        public int size() {
            return bytes.length;
        }

        /** Returns the size in pixels; empty if it is not an image. */
        public Optional<Dimension> dimensions() {
            try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
                var readers = ImageIO.getImageReaders(input);
                return readers.hasNext() ? Optional.of(dimensions(readers.next(), input)) : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        private static Dimension dimensions(ImageReader reader, ImageInputStream input) throws IOException {
            try {
                reader.setInput(input, true, true);
                return new Dimension(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        }

        /** Returns the content. */
        public byte[] bytes() {
            return bytes.clone();
        }
    }
}
