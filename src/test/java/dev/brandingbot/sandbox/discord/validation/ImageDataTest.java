package dev.brandingbot.sandbox.discord.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.brandingbot.sandbox.discord.model.DiscordApiException;
import dev.brandingbot.sandbox.discord.model.FormErrors;
import dev.brandingbot.sandbox.discord.model.GuildImage;
import dev.brandingbot.testing.TestImages;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDataTest {
    private static final int CAP = 10_240 << 10;

    private final FormErrors errors = new FormErrors();

    @Test
    void readsAnImageThatIsWhatItIsLabelled() {
        var picture = read("data:image/png;base64,", TestImages.png("a")).orElseThrow();

        assertThat(picture.bytes()).isEqualTo(TestImages.png("a"));
        assertThat(picture.hash()).hasSize(32);
        assertThat(picture.isAnimated()).isFalse();
        assertThatCode(errors::throwIfAny).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:image/jpeg;base64,", "data:image/webp;base64,", "data:image/png,", ""})
    void rejectsInvalidMediaTypes(String label) {
        assertThat(read(label, TestImages.png("a"))).isEmpty();
        assertThatThrownBy(errors::throwIfAny).isInstanceOf(DiscordApiException.class);
    }

    @Test
    void refusesOneByteOverTheCap() {
        assertThat(read("data:image/png;base64,", Arrays.copyOf(TestImages.png("a"), CAP)))
                .isPresent();
        assertThat(read("data:image/png;base64,", Arrays.copyOf(TestImages.png("a"), CAP + 1)))
                .isEmpty();
        assertThatThrownBy(errors::throwIfAny)
                .isInstanceOfSatisfying(
                        DiscordApiException.class,
                        refusal -> assertThat(refusal.body()
                                        .at("/errors/icon/_errors/0/code")
                                        .asText())
                                .isEqualTo("BINARY_TYPE_MAX_SIZE"));
    }

    @Test
    void refusesWhatIsNoBase64() {
        assertThat(ImageData.read("icon", TextNode.valueOf("data:image/png;base64,?"), errors))
                .isEmpty();
    }

    @Test
    void detectsAnimatedImages() {
        assertThat(ImageData.image("image/gif", TestImages.gif("a")).isAnimated())
                .isFalse();
        assertThat(ImageData.image("image/gif", TestImages.animatedGif("a")).isAnimated())
                .isTrue();
    }

    @Test
    void survivesAGifCutOffAnywhere() {
        var gif = TestImages.animatedGif("a");

        for (var length = 0; length < gif.length; length++) {
            var cut = Arrays.copyOf(gif, length);
            assertThatCode(() -> new GifFrameCounter(cut).hasSeveralFrames()).doesNotThrowAnyException();
        }
    }

    private Optional<GuildImage> read(String label, byte[] bytes) {
        var uri = label + Base64.getEncoder().encodeToString(bytes);
        return ImageData.read("icon", TextNode.valueOf(uri), errors);
    }
}
