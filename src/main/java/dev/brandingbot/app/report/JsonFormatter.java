package dev.brandingbot.app.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.event.date.YearlyDates;
import dev.brandingbot.repository.InspectionReport;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.validation.InspectedEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Prints the report as one JSON object, in ASCII so that it does not depend on the terminal's encoding. */
public final class JsonFormatter implements ReportFormatter {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

    private final String source;
    private final LocalDate today;

    /**
     * @param source the repository's name
     * @param today the day from which the next occurrence of an event is searched
     */
    public JsonFormatter(String source, LocalDate today) {
        this.source = source;
        this.today = today;
    }

    @Override
    public void print(InspectionReport inspection, PrintWriter out) {
        try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
            write(inspection, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        out.println();
    }

    private void write(InspectionReport inspection, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", source);
        json.writeBooleanField("valid", inspection.isValid());
        json.writeArrayFieldStart("events");
        for (InspectedEvent event : inspection.events()) {
            write(event, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("findings");
        for (Finding finding : inspection.findings()) {
            write(finding, json);
        }
        json.writeEndArray();
        writeUnread(inspection.unreadPaths(), inspection.obstacle(), json);
        json.writeEndObject();
    }

    private void write(InspectedEvent event, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", event.path());
        json.writeBooleanField("valid", event.isValid());
        json.writeBooleanField("fallback", event.isFallback());
        write("start", monthAndDay(event, YearlyDates::start), json);
        write("end", monthAndDay(event, YearlyDates::end), json);
        write("dates", event.meta().dates().map(EventDates::asText), json);
        writeNext(event, json);
        json.writeNumberField("banners", event.banners().size());
        json.writeNumberField("icons", event.icons().size());
        json.writeStringField("description", event.meta().description());
        json.writeEndObject();
    }

    private static Optional<String> monthAndDay(InspectedEvent event, Function<YearlyDates, MonthDay> day) {
        return event.meta()
                .dates()
                .filter(YearlyDates.class::isInstance)
                .map(dates -> MONTH_AND_DAY.format(day.apply((YearlyDates) dates)));
    }

    private void writeNext(InspectedEvent event, JsonGenerator json) throws IOException {
        var next = event.meta().dates().flatMap(dates -> dates.nextOccurrence(today));
        if (next.isEmpty()) {
            json.writeNullField("next");
            return;
        }
        json.writeObjectFieldStart("next");
        json.writeStringField("start", next.get().first().toString());
        json.writeStringField("end", next.get().last().toString());
        json.writeEndObject();
    }

    private static void write(Finding finding, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("severity", finding.isError() ? "error" : "warning");
        json.writeStringField("code", finding.code());
        json.writeStringField("path", finding.path());
        if (finding.line().isPresent()) {
            json.writeNumberField("line", finding.line().get());
        } else {
            json.writeNullField("line");
        }
        json.writeStringField("message", finding.message());
        json.writeEndObject();
    }

    private static void writeUnread(List<String> paths, Optional<String> reason, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart("not_looked_at");
        for (String path : paths) {
            json.writeString(path);
        }
        json.writeEndArray();
        write("not_looked_at_because", reason, json);
    }

    private static void write(String field, Optional<String> value, JsonGenerator json) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(field, value.get());
        } else {
            json.writeNullField(field);
        }
    }
}
