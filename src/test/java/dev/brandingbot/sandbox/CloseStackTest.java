package dev.brandingbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseStackTest {
    private final List<String> done = new ArrayList<>();
    private final CloseStack ending = new CloseStack();

    @Test
    void runsStepsOnceInReverseOrder() {
        ending.add(() -> done.add("folder"));
        ending.add(() -> done.add("bot"));

        ending.close();
        ending.close();

        assertThat(done).containsExactly("bot", "folder");
    }

    @Test
    void runsStepsImmediatelyWhileClosing() {
        ending.close();

        ending.add(() -> done.add("bot"));

        assertThat(ending.isClosing()).isTrue();
        assertThat(done).containsExactly("bot");
    }
}
