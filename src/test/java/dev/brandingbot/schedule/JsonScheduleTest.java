package dev.brandingbot.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.brandingbot.schedule.picture.YearSchedules;
import org.junit.jupiter.api.Test;

class JsonScheduleTest {
    @Test
    void listsActiveEventsOfYear() throws Exception {
        var plan = YearSchedules.plan(2025, "new_year: December 29 to January 3");

        var json = new ObjectMapper().readTree(JsonSchedule.write(plan));

        assertThat(json).isEqualTo(new ObjectMapper().readTree("""
            {"year": 2025, "days": [
                {"from": "2025-01-01", "to": "2025-01-03", "event": "events/new_year"},
                {"from": "2025-01-04", "to": "2025-12-28", "event": null},
                {"from": "2025-12-29", "to": "2025-12-31", "event": "events/new_year"}]}\
            """));
    }
}
