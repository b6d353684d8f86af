package dev.brandingbot.cog.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1",
        "1, 1, 1",
        "24, 24, 1",
        "25, 25, 1",
        "26, 25, 2",
        "50, 25, 2",
        "51, 25, 3",
    })
    void holdsAsMuchAsFits(int all, int onFirst, int count) {
        var page = Page.of(numbers(all), 0, 25);

        assertThat(page.items()).isEqualTo(numbers(onFirst));
        assertThat(page.count()).isEqualTo(count);
    }

    @Test
    void holdsTheRestAtTheEnd() {
        assertThat(Page.of(numbers(26), 1, 25)).isEqualTo(new Page<>(1, 2, List.of(25)));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "-2147483648, 0", "0, 0", "2, 2", "3, 2", "2147483647, 2"})
    void isTheNearestThatThereIs(int asked, int number) {
        assertThat(Page.of(numbers(51), asked, 25).number()).isEqualTo(number);
    }

    @Test
    void isEmptyWhenThereIsNothing() {
        assertThat(Page.of(List.of(), 3, 25)).isEqualTo(new Page<>(0, 1, List.of()));
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
