package dev.brandingbot.schedule.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.schedule.picture.LaneLayout.Place;
import dev.brandingbot.schedule.picture.LaneLayout.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneLayoutTest {
    private static final double DISTANCE = 5;

    @Test
    void needsNoLaneForNoItems() {
        assertThat(LaneLayout.of(List.of(), DISTANCE)).isEmpty();
        assertThat(LaneLayout.count(List.of())).isZero();
    }

    @Test
    void keepsDistanceInLane() {
        assertThat(LaneLayout.of(List.of(only(0, 10), only(15, 20)), DISTANCE))
                .containsExactly(new Place(0, 0), new Place(0, 0));
        assertThat(LaneLayout.of(List.of(only(0, 10), only(14, 20)), DISTANCE))
                .containsExactly(new Place(0, 0), new Place(1, 0));
    }

    @Test
    void usesSecondChoiceOnlyToSaveLane() {
        var either = List.of(new Span(20, 60), new Span(0, 24));

        assertThat(LaneLayout.of(List.of(either, only(100, 140)), DISTANCE))
                .containsExactly(new Place(0, 0), new Place(0, 0));
        assertThat(LaneLayout.of(List.of(either, only(30, 70)), DISTANCE))
                .containsExactly(new Place(0, 1), new Place(0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 60, 120})
    void itemsNeverTouch(int count) {
        var things = things(count);

        var places = LaneLayout.of(things, DISTANCE);

        for (var i = 0; i < count; i++) {
            for (var j = 0; j < i; j++) {
                if (places.get(i).lane() == places.get(j).lane()) {
                    var one = things.get(i).get(places.get(i).option());
                    var other = things.get(j).get(places.get(j).option());
                    assertThat(one.to() + DISTANCE <= other.from() || other.to() + DISTANCE <= one.from())
                            .as("%s and %s", one, other)
                            .isTrue();
                }
            }
        }
        assertThat(LaneLayout.of(things, DISTANCE)).isEqualTo(places);
    }

    private static List<List<Span>> things(int count) {
        var random = new Random(count);
        var things = new ArrayList<List<Span>>();
        for (var i = 0; i < count; i++) {
            var at = random.nextInt(1000);
            var width = 40 + random.nextInt(200);
            things.add(List.of(new Span(at, at + width), new Span(at + 10 - width, at + 10)));
        }
        return things;
    }

    private static List<Span> only(double from, double to) {
        return List.of(new Span(from, to));
    }
}
