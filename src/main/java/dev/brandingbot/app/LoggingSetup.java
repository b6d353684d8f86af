package dev.brandingbot.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets up the program's logging in code: XML would load 470 more classes at startup, and a file in the jar would change the logging
 * of other bots that use the cog.
 */
final class LoggingSetup {
    private static final String OWN_FILE = "logback.configurationFile";

    /** Replaces characters with which a name from a repository could forge a line or change the direction of the text. */
    private static final String MESSAGE =
            "%replace(%msg){'[\\p{Cc}\\p{Zl}\\p{Zp}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]','�'}";

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{0} " + MESSAGE + "%n";

    private static final Map<String, Level> LEVELS = Map.of(
            // Libraries log warnings only.
            Logger.ROOT_LOGGER_NAME,
            Level.WARN,
            // Its warnings are also thrown as exceptions.
            "redis.clients",
            Level.ERROR,
            // ThrottledSessionController logs this in one line.
            "net.dv8tion.jda.api.utils.SessionControllerAdapter",
            Level.OFF,
            // The caller handles a failed request.
            "net.dv8tion.jda.internal.requests.Requester",
            Level.OFF,
            "dev.brandingbot",
            Level.INFO);

    private LoggingSetup() {}

    /** Sets up the logging, unless the operator configured a file for Logback. */
    static void setUp() {
        if (System.getProperty(OWN_FILE) == null
                && LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
            loggers.reset();
            loggers.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(console(loggers));
            LEVELS.forEach((name, level) -> loggers.getLogger(name).setLevel(level));
        }
    }

    /** Encodes log lines with characters that the terminal can show. */
    private static final class TerminalEncoder extends PatternLayoutEncoder {
        private final Charset encoding = TerminalText.encoding("stderr");
        private final CharsetEncoder characters = encoding.newEncoder();

        @Override
        public synchronized byte[] encode(ILoggingEvent event) {
            return TerminalText.replaceUnsupported(getLayout().doLayout(event), characters)
                    .getBytes(encoding);
        }
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext loggers) {
        var encoder = new TerminalEncoder();
        encoder.setContext(loggers);
        encoder.setPattern(PATTERN);
        encoder.start();
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setContext(loggers);
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();
        return console;
    }
}
