package dev.brandingbot.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a schedule is written. */
enum ScheduleFormat {
    TEXT,
    JSON,
    ICS,
    PNG,
    SVG;

    private static Optional<ScheduleFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** The format of a file that ends in {@code .ending}; empty if none does. */
    static Optional<ScheduleFormat> ofEnding(String ending) {
        return ending.equals("txt") ? Optional.of(TEXT) : named(ending).filter(format -> format != TEXT);
    }

    /** What {@code file} ends in, in lower case and without the dot; empty if its name has none. */
    static Optional<String> ending(Path file) {
        var name = String.valueOf(file.getFileName());
        var dot = name.lastIndexOf('.');
        return dot > 0 && dot < name.length() - 1
                ? Optional.of(name.substring(dot + 1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** Reads a format, as picocli wants it. */
    static final class Word implements ITypeConverter<ScheduleFormat> {
        @Override
        public ScheduleFormat convert(String typed) {
            return named(typed)
                    .orElseThrow(() -> new TypeConversionException(
                            "'%s' is not a format; use text, json, ics, png or svg".formatted(typed)));
        }
    }
}
