package dev.brandingbot.app.report;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The output formats of {@code validate}. */
public enum ReportFormat {
    TEXT,
    JSON,
    GITHUB;

    /** Parses the name of a format for picocli. */
    public static final class Converter implements ITypeConverter<ReportFormat> {
        @Override
        public ReportFormat convert(String name) {
            for (ReportFormat format : values()) {
                if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return format;
                }
            }
            throw new TypeConversionException("'%s' is not a format: use text, json or github".formatted(name));
        }
    }
}
