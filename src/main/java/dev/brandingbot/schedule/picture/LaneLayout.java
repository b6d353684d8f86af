package dev.brandingbot.schedule.picture;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Arranges items in as few lanes as possible. Each item can be placed in one of several spans and prefers the first.
 * For given spans, assigning items from left to right to the first free lane is optimal; the choice of spans is
 * optimized by local search.
 */
final class LaneLayout {
    /** Limits the search to a few milliseconds for 120 items. */
    private static final int MAX_STEPS = 1500;

    private final List<List<Span>> items;
    private final double distance;
    private final int[] choices;

    private LaneLayout(List<List<Span>> items, double distance) {
        this.items = items;
        this.distance = distance;
        this.choices = new int[items.size()];
    }

    /**
     * From left to right.
     *
     * @param from the start
     * @param to the end
     */
    record Span(double from, double to) {}

    /**
     * The place of an item.
     *
     * @param lane the lane, from 0 at the top
     * @param option the index of its span
     */
    record Place(int lane, int option) {}

    /**
     * Finds places. The result is deterministic.
     *
     * @param items the possible spans of each item
     * @param distance the minimum distance between two items in a lane
     * @return the place of each item
     */
    static List<Place> of(List<List<Span>> items, double distance) {
        var lanes = new LaneLayout(items, distance);
        if (!items.isEmpty()) {
            lanes.search();
            lanes.returnToFirstChoices();
        }
        return lanes.places();
    }

    /** Returns the number of lanes that are used. */
    static int count(List<Place> places) {
        return places.stream().mapToInt(place -> place.lane() + 1).max().orElse(0);
    }

    /** Changes one choice at a time and reverts changes that make the layout worse. */
    private void search() {
        var random = new Random(items.size());
        var crowd = crowd();
        for (var step = 0; step < MAX_STEPS; step++) {
            var item = random.nextInt(choices.length);
            var before = choices[item];
            choices[item] = random.nextInt(items.get(item).size());
            var after = choices[item] == before ? crowd : crowd();
            if (after.compareTo(crowd) > 0) {
                choices[item] = before;
            } else {
                crowd = after;
            }
        }
    }

    private void returnToFirstChoices() {
        var most = crowd().maxOverlap();
        for (var item = 0; item < choices.length; item++) {
            var before = choices[item];
            choices[item] = 0;
            if (before != 0 && crowd().maxOverlap() > most) {
                choices[item] = before;
            }
        }
    }

    /**
     * How crowded a layout is.
     *
     * @param maxOverlap the maximum number of overlapping items, which is the number of lanes needed
     * @param neighbors the total number of overlaps
     */
    private record Crowding(int maxOverlap, int neighbors) implements Comparable<Crowding> {
        @Override
        public int compareTo(Crowding other) {
            return maxOverlap == other.maxOverlap
                    ? Integer.compare(neighbors, other.neighbors)
                    : Integer.compare(maxOverlap, other.maxOverlap);
        }
    }

    private Crowding crowd() {
        var from = sorted(Span::from);
        var to = sorted(Span::to);
        var most = 0;
        var neighbours = 0;
        var gone = 0;
        for (var come = 0; come < from.length; come++) {
            while (to[gone] + distance <= from[come]) {
                gone++;
            }
            most = Math.max(most, come + 1 - gone);
            neighbours += come - gone;
        }
        return new Crowding(most, neighbours);
    }

    private double[] sorted(ToDoubleFunction<Span> edge) {
        var edges = IntStream.range(0, choices.length)
                .mapToDouble(item -> edge.applyAsDouble(chosen(item)))
                .toArray();
        Arrays.sort(edges);
        return edges;
    }

    private Span chosen(int item) {
        return items.get(item).get(choices[item]);
    }

    private List<Place> places() {
        var places = new ArrayList<>(Collections.nCopies(items.size(), new Place(0, 0)));
        var ends = new ArrayList<Double>();
        IntStream.range(0, items.size())
                .boxed()
                .sorted(comparingDouble(item -> chosen(item).from()))
                .forEach(item -> places.set(item, new Place(lane(chosen(item), ends), choices[item])));
        return places;
    }

    private int lane(Span span, List<Double> ends) {
        for (var lane = 0; lane < ends.size(); lane++) {
            if (ends.get(lane) + distance <= span.from()) {
                ends.set(lane, span.to());
                return lane;
            }
        }
        ends.add(span.to());
        return ends.size() - 1;
    }
}
