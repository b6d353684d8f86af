package dev.brandingbot.app;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses the path of a file or folder for picocli. An empty one would mean the working folder. */
final class PathConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("'%s' is not a path: name a file or folder".formatted(text));
        }
        return Path.of(text);
    }
}
