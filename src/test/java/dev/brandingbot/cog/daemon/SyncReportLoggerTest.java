package dev.brandingbot.cog.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.brandingbot.cog.SyncReports;
import dev.brandingbot.repository.finding.Finding;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SyncReportLoggerTest {
    private static final Finding DATES = Finding.error("dates", "events/a/meta.md", "Write July 10.");
    private static final Finding LONG = Finding.warning("long", "events/b/meta.md", "Shorten it.");

    private final Logger logger = (Logger) LoggerFactory.getLogger(SyncReportLogger.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final SyncReportLogger reportLog = new SyncReportLogger();

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
        logger.setAdditive(false);
        logger.setLevel(Level.WARN);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(logged);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    @Test
    void namesAFindingWhenItAppearsAndNotAtEveryLook() {
        reportLog.log(SyncReports.inSync(List.of(DATES)));
        reportLog.log(SyncReports.inSync(List.of(DATES, LONG)));
        reportLog.log(SyncReports.inSync(List.of(LONG, DATES)));

        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Write July 10. severity=ERROR code=dates path=events/a/meta.md",
                        "Shorten it. severity=WARNING code=long path=events/b/meta.md");
    }

    @Test
    void namesAFindingAgainThatCameBack() {
        reportLog.log(SyncReports.inSync(List.of(DATES)));
        reportLog.log(SyncReports.inSync(List.of()));
        reportLog.log(SyncReports.inSync(List.of(DATES)));

        assertThat(logged.list).hasSize(2);
    }

    @Test
    void forgetsNoFindingBecauseALookFailed() {
        reportLog.log(SyncReports.inSync(List.of(DATES)));
        reportLog.log(SyncReports.undecided(Instant.EPOCH));
        reportLog.log(SyncReports.inSync(List.of(DATES)));

        assertThat(logged.list).hasSize(2);
    }

    @Test
    void tellsOfTroubleOnceUntilItIsOver() {
        reportLog.log(SyncReports.failed("The bot lacks the permission Manage Server."));
        reportLog.log(SyncReports.failed("The bot lacks the permission Manage Server."));
        reportLog.log(SyncReports.inSync(List.of()));
        reportLog.log(SyncReports.failed("The bot lacks the permission Manage Server."));

        assertThat(logged.list)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.getFormattedMessage()).contains("Manage Server"));
    }
}
