package yunhe.lodging;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.lodging.MoveUp;
import yunhe.core.lodging.Stations;
import yunhe.core.lodging.StayStatus;
import yunhe.core.lodging.Stays;
import yunhe.core.person.PersonKey;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Log;
import yunhe.dynamo.Dynamo;

/**
 * Moves a line up whenever a night became free, somebody joined the line, or a station was changed; and notes until
 * when nights are held for somebody who is not confirmed.
 */
public final class VacancyHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

    private final Stations stations;
    private final Stays stays;
    private final MoveUp moveUp;
    private final Clock clock;

    public VacancyHandler() {
        this(Environment.ofProcess(), Dynamo.client());
    }

    public VacancyHandler(Environment environment, DynamoDbClient client) {
        this.stations = Wiring.stations(environment, client);
        this.stays = Wiring.stays(environment, client);
        this.clock = environment.clock();
        this.moveUp = new MoveUp(stations, stays, clock);
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, @Nullable Context context) {
        var done = new HashSet<VacancyImage.Line>();
        for (var record : event.getRecords()) {
            try {
                VacancyImage.hold(record, clock.instant()).ifPresent(stays::noteHold);
                Stream.concat(
                                VacancyImage.lines(record, stations).stream(),
                                VacancyImage.entitledAgain(record).stream().flatMap(this::waiting))
                        .filter(done::add)
                        .forEach(line -> moveUp.moveUp(line.station(), line.roomType()));
            } catch (RuntimeException cause) {
                // The stream hands over everything from here again; moving up twice moves nobody twice.
                Log.event(
                        "vacancy.failed",
                        Map.of(
                                "exception", cause.getClass().getName(),
                                "sequenceNumber", record.getDynamodb().getSequenceNumber()));
                return failedFrom(record);
            }
        }
        return new StreamsEventResponse(List.of());
    }

    /** The lines in which a guest waits who has just got nights of theirs back. */
    private Stream<VacancyImage.Line> waiting(List<PersonKey> guest) {
        return stays.guest(guest).stays().stream()
                .filter(entry -> entry.status() == StayStatus.WAITLISTED)
                .flatMap(entry -> stays.find(entry.id()).stream())
                .map(stay -> new VacancyImage.Line(stay.station(), stay.roomType()));
    }

    private static StreamsEventResponse failedFrom(DynamodbStreamRecord record) {
        return new StreamsEventResponse(List.of(StreamsEventResponse.BatchItemFailure.builder()
                .withItemIdentifier(record.getDynamodb().getSequenceNumber())
                .build()));
    }
}
