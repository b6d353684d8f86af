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
 * Puts things beside and below each other so that they need few lanes. Each may lie in one of several spans, the first of which it
 * would rather have. For chosen spans, going from left to right and taking the first free lane needs as few as there can be;
 * which to choose is tried out.
 */
final class LaneLayout {
    /** For 120 things, this takes some milliseconds. */
    private static final int STEPS = 1500;

    private final List<List<Span>> things;
    private final double distance;
    private final int[] choices;

    private LaneLayout(List<List<Span>> things, double distance) {
        this.things = things;
        this.distance = distance;
        this.choices = new int[things.size()];
    }

    /**
     * From left to right.
     *
     * @param from where it begins
     * @param to where it ends
     */
    record Span(double from, double to) {}

    /**
     * Where a thing lies.
     *
     * @param lane counted from the top
     * @param option which of its spans
     */
    record Place(int lane, int option) {}

    /**
     * Finds places, always the same for the same things.
     *
     * @param things the spans of each thing
     * @param distance what is kept between two in one lane
     * @return a place for each thing
     */
    static List<Place> of(List<List<Span>> things, double distance) {
        var lanes = new LaneLayout(things, distance);
        if (!things.isEmpty()) {
            lanes.search();
            lanes.returnToFirstChoices();
        }
        return lanes.places();
    }

    /** How many lanes are used. */
    static int count(List<Place> places) {
        return places.stream().mapToInt(place -> place.lane() + 1).max().orElse(0);
    }

    /** Changes one choice after the other, and takes back what makes it worse. */
    private void search() {
        var random = new Random(things.size());
        var crowd = crowd();
        for (var step = 0; step < STEPS; step++) {
            var thing = random.nextInt(choices.length);
            var before = choices[thing];
            choices[thing] = random.nextInt(things.get(thing).size());
            var after = choices[thing] == before ? crowd : crowd();
            if (after.compareTo(crowd) > 0) {
                choices[thing] = before;
            } else {
                crowd = after;
            }
        }
    }

    private void returnToFirstChoices() {
        var most = crowd().max();
        for (var thing = 0; thing < choices.length; thing++) {
            var before = choices[thing];
            choices[thing] = 0;
            if (before != 0 && crowd().max() > most) {
                choices[thing] = before;
            }
        }
    }

    /**
     * How close things lie.
     *
     * @param max how many are above each other where there are most: so many lanes are needed
     * @param neighbors how many are above each other in all
     */
    private record Crowd(int max, int neighbors) implements Comparable<Crowd> {
        @Override
        public int compareTo(Crowd other) {
            return max == other.max ? Integer.compare(neighbors, other.neighbors) : Integer.compare(max, other.max);
        }
    }

    private Crowd crowd() {
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
        return new Crowd(most, neighbours);
    }

    private double[] sorted(ToDoubleFunction<Span> edge) {
        var edges = IntStream.range(0, choices.length)
                .mapToDouble(thing -> edge.applyAsDouble(chosen(thing)))
                .toArray();
        Arrays.sort(edges);
        return edges;
    }

    private Span chosen(int thing) {
        return things.get(thing).get(choices[thing]);
    }

    private List<Place> places() {
        var places = new ArrayList<>(Collections.nCopies(things.size(), new Place(0, 0)));
        var ends = new ArrayList<Double>();
        IntStream.range(0, things.size())
                .boxed()
                .sorted(comparingDouble(thing -> chosen(thing).from()))
                .forEach(thing -> places.set(thing, new Place(lane(chosen(thing), ends), choices[thing])));
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
