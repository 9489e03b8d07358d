package yunhe.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** A call and what its sender saw of the answer. */
record Exchange(Call call, Span span, Optional<Answer> answer) {

    /** From its start to its end, in time and in changes of the store. */
    record Span(Instant from, Instant to, long firstChange, long lastChange) {}

    /** A status and a body. */
    record Answer(int status, JsonNode json) {

        boolean isGood() {
            return status / 100 == 2;
        }

        String text(String name) {
            return json.path(name).asText();
        }

        String code() {
            return text("code");
        }

        /** Try again, it says: as good as none. */
        boolean isNone() {
            return status == 503;
        }
    }
}
