package yunhe.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.function.Consumer;

/** A station with two single rooms, or with whatever a test changes of it. */
record House(Service service, String id) {

    static House open(Service service) {
        return open(service, station -> {});
    }

    static House open(Service service, Consumer<ObjectNode> change) {
        ObjectNode station = draft();
        change.accept(station);
        return new House(
                service,
                service.post("/admin/stations")
                        .as("organiser")
                        .json(station)
                        .expect(201)
                        .get("id"));
    }

    /** Stays from tomorrow may be cancelled at any time of today, whenever a test runs. */
    static ObjectNode draft() {
        return (ObjectNode) Json.of("{'name':{'zh':'青荷驿站','en':'Lotus Station'},'address':'1 Sample Road',"
                + "'rooms':[{'type':'single','title':{'zh':'单人间','en':'Single'},'count':2},"
                + "{'type':'bed-women','title':{'zh':'女生床位','en':'Women'},'count':1,'for':'women'}],"
                + "'policy':{'maxNightsPerYear':30,'cancelUntilHours':12}}");
    }

    /** One single room and nothing else. */
    static House withOneRoom(Service service, Consumer<ObjectNode> change) {
        return open(service, station -> {
            ((ObjectNode) station.path("rooms").get(0)).put("count", 1);
            change.accept(station);
        });
    }

    static ObjectNode policy(ObjectNode station) {
        return (ObjectNode) station.path("policy");
    }

    LocalDate today() {
        return service.now().toLocalDate();
    }

    Booking book(String email) {
        return new Booking(this, email);
    }

    int free(LocalDate night) {
        return free("single", night);
    }

    int free(String room, LocalDate night) {
        return availability(night, night.plusDays(1))
                .path("nights")
                .get(0)
                .path("free")
                .path(room)
                .asInt();
    }

    JsonNode availability(LocalDate from, LocalDate until) {
        return service.get("/stations/" + id + "/availability?from=" + from + "&until=" + until)
                .expect(200)
                .json();
    }

    JsonNode administered() {
        return service.get("/admin/stations/" + id).as("organiser").expect(200).json();
    }

    /** Changes something of it as its organiser would: reads it, and sends it back. */
    void change(Consumer<ObjectNode> change) {
        ObjectNode station = (ObjectNode) administered();
        change.accept(station);
        service.put("/admin/stations/" + id)
                .as("organiser")
                .header("If-Match", station.path("version").asText())
                .json(station)
                .expect(200);
    }
}
