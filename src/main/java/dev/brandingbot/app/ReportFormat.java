package dev.brandingbot.app;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The forms in which {@code validate} says what it found. */
enum ReportFormat {
    TEXT,
    JSON,
    GITHUB;

    /** Reads the name of a format as it is typed. */
    static final class Converter implements ITypeConverter<ReportFormat> {
        @Override
        public ReportFormat convert(String name) {
            for (ReportFormat format : values()) {
                if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return format;
                }
            }
            throw new TypeConversionException("there are text, json and github, but no format " + name);
        }
    }
}
