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

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<ScheduleFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    /** What the name of a file promises. */
    static Optional<ScheduleFormat> of(Path file) {
        var name = file.toString();
        return of(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** Reads a format, as picocli wants it. */
    static final class Word implements ITypeConverter<ScheduleFormat> {
        @Override
        public ScheduleFormat convert(String typed) {
            return of(typed)
                    .orElseThrow(() -> new TypeConversionException(
                            "'%s' is no format: give text, json, ics, png or svg".formatted(typed)));
        }
    }
}
