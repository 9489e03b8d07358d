package yunhe.dynamo.lodging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.activity.Activities.Actor;
import yunhe.core.lodging.BookStay;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationDetails;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayOutcome;
import yunhe.core.lodging.StayStatus;
import yunhe.core.lodging.Stays;
import yunhe.core.person.Person;
import yunhe.core.shared.Environment;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.StayBooks;
import yunhe.testkit.StaySamples;
import yunhe.testkit.simulation.SimulatedClock;

/** Stations and stays on an embedded store, under a clock that stands. */
final class Keeping implements AutoCloseable {

    final EmbeddedStore store = EmbeddedStore.start();
    final SimulatedClock clock = new SimulatedClock(StaySamples.NOW);
    // Shared by threads: the plain generators would hand two of them one number.
    final RandomGenerator random = new SecureRandom();
    final String table = store.tableName("LodgingTable");
    final DynamoStations stations = new DynamoStations(store.client(), table, random);
    final DynamoStays stays = new DynamoStays(store.client(), table, random);

    DynamoStays stays(DynamoDbClient client) {
        return new DynamoStays(client, table, random);
    }

    BookStay bookStay(Stays in) {
        return bookStay(in, clock);
    }

    BookStay bookStay(Stays in, Clock at) {
        return new BookStay(stations, in, new Environment(Map.of(), at, random), Duration.ofDays(180));
    }

    StationId open(StationDetails details) {
        return stations.create(StationId.fresh(random), details, actor()).id();
    }

    Actor actor() {
        return new Actor("organiser", clock.instant());
    }

    Station station(StationId id) {
        return stations.find(id).orElseThrow();
    }

    StayOutcome ask(StationId station, Person person, Nights nights) {
        var outcome = bookStay(stays).book(StaySamples.booking(station, person, nights));
        // Whoever comes later stands further back in the line.
        clock.advance(Duration.ofMillis(1));
        return outcome;
    }

    Stay book(StationId station, Person person, Nights nights) {
        return assertInstanceOf(StayOutcome.Done.class, ask(station, person, nights))
                .stay();
    }

    Stay now(Stay stay) {
        return stays.find(stay.id()).orElseThrow();
    }

    StayStatus status(Stay stay) {
        return now(stay).status();
    }

    int taken(StationId station, Nights night) {
        return stays.availability(station(station), night.arrive(), night.depart())
                .taken("single", night.arrive());
    }

    StayBooks books() {
        return StayBooks.of(store.client(), table);
    }

    void assertInOrder() {
        assertEquals(List.of(), books().faults());
    }

    static Optional<Stay> done(StayOutcome outcome) {
        return outcome instanceof StayOutcome.Done(var stay) ? Optional.of(stay) : Optional.empty();
    }

    @Override
    public void close() {
        store.close();
    }
}
