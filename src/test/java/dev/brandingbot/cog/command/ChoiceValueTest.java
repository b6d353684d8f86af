package dev.brandingbot.cog.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceValueTest {
    private static final String LONG = "x".repeat(200) + ".png";

    @Test
    void isTheNameUnlessThatIsTooLong() {
        assertThat(ChoiceValue.of("y".repeat(100))).isEqualTo("y".repeat(100));
        assertThat(ChoiceValue.of(LONG)).hasSize(100).startsWith("xxx").isNotEqualTo(ChoiceValue.of(LONG + "2"));
    }

    @Test
    void isResolvedToTheName() {
        var names = List.of("a.png", LONG + "2", LONG);

        assertThat(ChoiceValue.resolve(ChoiceValue.of(LONG), names)).isEqualTo(LONG);
        assertThat(ChoiceValue.resolve("a.png", names)).isEqualTo("a.png");
        assertThat(ChoiceValue.resolve("typed", names)).isEqualTo("typed");
    }
}
