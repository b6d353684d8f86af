package dev.brandingbot.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The output formats of {@code schedule}. */
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

    /** Returns the format of files with this extension, in lower case and without the dot; empty if there is none. */
    static Optional<ScheduleFormat> forExtension(String extension) {
        return extension.equals("txt") ? Optional.of(TEXT) : named(extension).filter(format -> format != TEXT);
    }

    /** Returns the extension of a file, in lower case and without the dot; empty if its name has none. */
    static Optional<String> extension(Path file) {
        var name = String.valueOf(file.getFileName());
        var dot = name.lastIndexOf('.');
        return dot > 0 && dot < name.length() - 1
                ? Optional.of(name.substring(dot + 1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** Parses the name of a format for picocli. */
    static final class Converter implements ITypeConverter<ScheduleFormat> {
        @Override
        public ScheduleFormat convert(String name) {
            return named(name)
                    .orElseThrow(() -> new TypeConversionException(
                            "'%s' is not a format: use text, json, ics, png or svg".formatted(name)));
        }
    }
}
