package dev.brandingbot.image;

import dev.brandingbot.image.format.Dimensions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Combines four frames of an animated GIF into one still image with two rows: the first frame, and those that differ
 * most. Many animations start with the same frame and differ only later.
 */
public final class GifStoryboard {
    private static final int ROWS = 2;
    private static final int CELLS = ROWS * ROWS;

    /** If there are more frames, every second one is dropped, repeatedly. */
    private static final int MAX_CANDIDATES = 32;

    /** Limits decoding to about a second; later frames are ignored. */
    private static final long MAX_PIXELS = 60_000_000;

    private static final int MAX_FRAMES = 2_000;

    private final int width;
    private final int height;
    private final List<BufferedImage> candidates = new ArrayList<>();
    private int distance = 1;

    private GifStoryboard(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /**
     * Draws the storyboard to fit into a box of this size; empty unless the file is an animated GIF that can be
     * decoded.
     */
    public static Optional<BufferedImage> read(byte[] gif, int width, int height) {
        var cell = new Dimensions(width / ROWS, height / ROWS);
        var board = new GifStoryboard(cell.width(), cell.height());
        try {
            return GifCanvas.use(gif, screen -> ImageDecoder.step(screen, cell), canvas -> {
                board.collect(canvas);
                return board.candidates.size() > 1 ? Optional.of(board.draw()) : Optional.empty();
            });
        } catch (IOException | RuntimeException broken) {
            // The JDK's decoder throws unchecked exceptions for invalid codes.
            return Optional.empty();
        }
    }

    private void collect(GifCanvas canvas) throws IOException {
        var left = MAX_PIXELS;
        for (var frame = 0; frame < MAX_FRAMES && left > 0 && canvas.drawNext(); frame++) {
            left -= canvas.framePixels();
            if (frame % distance == 0) {
                candidates.add(GifCanvas.copy(ImageScaler.toFit(canvas.image(), width, height)));
            }
            if (candidates.size() > MAX_CANDIDATES) {
                IntStream.iterate(candidates.size() - 1, i -> i > 0, i -> i - 1)
                        .filter(i -> i % 2 == 1)
                        .forEach(candidates::remove);
                distance *= 2;
            }
        }
    }

    private BufferedImage draw() {
        var frames = mostDifferentFrames();
        var first = frames.get(0);
        var board = new BufferedImage(ROWS * first.getWidth(), ROWS * first.getHeight(), BufferedImage.TYPE_INT_ARGB);
        var graphics = board.createGraphics();
        for (var cell = 0; cell < CELLS; cell++) {
            var x = cell % ROWS * first.getWidth();
            var y = cell / ROWS * first.getHeight();
            graphics.drawImage(frames.get(cell % frames.size()), x, y, null);
        }
        graphics.dispose();
        return board;
    }

    /** Returns the first frame and, repeatedly, the one that differs most from those already chosen, in time order. */
    private List<BufferedImage> mostDifferentFrames() {
        var chosen = new ArrayList<>(List.of(candidates.get(0)));
        while (chosen.size() < Math.min(CELLS, candidates.size())) {
            chosen.add(candidates.stream()
                    .max(Comparator.comparingLong(candidate -> difference(candidate, chosen)))
                    .orElseThrow());
        }
        chosen.sort(Comparator.comparingInt(candidates::indexOf));
        return chosen;
    }

    private static long difference(BufferedImage candidate, List<BufferedImage> others) {
        return others.stream()
                .mapToLong(other -> difference(candidate, other))
                .min()
                .orElseThrow();
    }

    private static long difference(BufferedImage one, BufferedImage other) {
        var difference = 0L;
        for (var y = 0; y < one.getHeight(); y++) {
            for (var x = 0; x < one.getWidth(); x++) {
                difference += difference(one.getRGB(x, y), other.getRGB(x, y));
            }
        }
        return difference;
    }

    private static int difference(int one, int other) {
        var difference = 0;
        for (var shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            difference += Math.abs(((one >> shift) & 0xff) - ((other >> shift) & 0xff));
        }
        return difference;
    }
}
