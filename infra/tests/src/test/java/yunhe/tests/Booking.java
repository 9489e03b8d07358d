package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/** A booking on its way, built step by step. Three nights from tomorrow, when nothing else is said. */
final class Booking {

    private final House house;
    private final ObjectNode body;

    Booking(House house, String email) {
        this.house = house;
        this.body = (ObjectNode) Json.of(
                "{'roomType':'single','person':{'name':'韩梅梅'},'purpose':'面试'," + "'consent':true,'locale':'zh'}");
        body.put("stationId", house.id());
        with("person.email", email);
        LocalDate tomorrow = house.today().plusDays(1);
        nights(tomorrow, tomorrow.plusDays(3));
    }

    Booking nights(LocalDate arrive, LocalDate depart) {
        body.put("arrive", arrive.toString());
        body.put("depart", depart.toString());
        return this;
    }

    /** From so many days after today, for so many nights. */
    Booking days(int after, int nights) {
        LocalDate arrive = house.today().plusDays(after);
        return nights(arrive, arrive.plusDays(nights));
    }

    Booking with(String field, Object value) {
        Json.set(body, field, value);
        return this;
    }

    Booking without(String field) {
        Json.remove(body, field);
        return this;
    }

    /** Something for a reviewer to look at. */
    Booking withProof() {
        body.set("proof", Json.of("[{'kind':'graduation','ref':'https://example.com/1'}]"));
        return this;
    }

    Booking orWait() {
        return with("joinWaitlist", true);
    }

    ObjectNode body() {
        return body;
    }

    Call call() {
        return house.service().post("/stays").json(body);
    }

    /** Stored, whatever its status. */
    Lodging made() {
        Reply reply = call().expect(201);
        return new Lodging(house, reply.get("id"), reply.get("token"));
    }

    Lodging confirmed() {
        return in("confirmed");
    }

    Lodging in(String status) {
        Lodging stay = made();
        assertEquals(status, stay.status());
        return stay;
    }
}
