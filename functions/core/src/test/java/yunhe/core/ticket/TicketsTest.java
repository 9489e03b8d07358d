package yunhe.core.ticket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.RegistrationId;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.StayId;
import yunhe.core.person.PersonKey;
import yunhe.core.shared.Base64Url;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Secrets;

final class TicketsTest {

    private static final RandomGenerator RANDOM = RandomGenerator.of("L64X128MixRandom");
    private static final RegistrationId HAN = registration();

    private final Tickets tickets = new Tickets(signing("one", "two", "1"));

    @Test
    void a_ticket_leads_to_its_registration() {
        assertEquals(Optional.of(HAN), tickets.verify(tickets.ticketFor(HAN)));
        assertEquals(
                Optional.of(HAN), tickets.verify(" https://example.org/t/" + tickets.ticketFor(HAN) + "?lang=en\n"));
        assertEquals(tickets.ticketFor(HAN), tickets.ticketFor(HAN));
    }

    @Test
    void a_ticket_for_a_stay_is_as_long_and_is_none_for_a_registration() {
        var stay = StayId.fresh(StationId.fresh(RANDOM), LocalDate.of(2026, 12, 1), RANDOM);
        var ticket = Base64Url.decode(tickets.ticketFor(stay)).orElseThrow();

        assertEquals(Tickets.BYTES, ticket.length);
        assertEquals(2, ticket[0]);
        assertArrayEquals(stay.bytes(), Arrays.copyOfRange(ticket, 2, Tickets.SIGNED_BYTES));
        assertEquals(tickets.ticketFor(stay), tickets.ticketFor(stay));
        assertEquals(Optional.empty(), tickets.verify(tickets.ticketFor(stay)));
        ticket[0] = 1;
        assertEquals(Optional.empty(), tickets.verify(Base64Url.encode(ticket)));
    }

    @Test
    void no_flipped_bit_goes_unnoticed() {
        var genuine = Base64Url.decode(tickets.ticketFor(HAN)).orElseThrow();
        for (int bit = 0; bit < genuine.length * 8; bit++) {
            var forged = genuine.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals(Optional.empty(), tickets.verify(Base64Url.encode(forged)), "bit " + bit);
        }
    }

    @Test
    void a_ticket_that_was_cut_or_lengthened_is_none() {
        var ticket = tickets.ticketFor(HAN);
        for (int length = 0; length < ticket.length(); length++) {
            assertEquals(Optional.empty(), tickets.verify(ticket.substring(0, length)));
            assertEquals(Optional.empty(), tickets.verify(ticket.substring(ticket.length() - length)));
        }
        for (var tail : List.of("A", "AAAA", "=", ".")) {
            assertEquals(Optional.empty(), tickets.verify(ticket + tail));
        }
    }

    @Test
    void a_ticket_has_one_spelling() {
        var ticket = tickets.ticketFor(HAN);
        assertEquals(Optional.empty(), tickets.verify(ticket.substring(0, 10) + " " + ticket.substring(10)));
        assertEquals(Optional.empty(), tickets.verify(ticket.substring(0, 10) + "é" + ticket.substring(11)));
    }

    @Test
    void another_deployment_and_another_registration_have_other_tickets() {
        var elsewhere = new Tickets(signing("three", "four", "1"));
        assertEquals(Optional.empty(), tickets.verify(elsewhere.ticketFor(HAN)));
        assertNotEquals(tickets.ticketFor(HAN), tickets.ticketFor(HAN.next()));
    }

    @Test
    void a_signature_is_worth_nothing_on_another_registration() {
        var mine = Base64Url.decode(tickets.ticketFor(HAN)).orElseThrow();
        var other = Base64Url.decode(tickets.ticketFor(registration())).orElseThrow();
        System.arraycopy(mine, Tickets.SIGNED_BYTES, other, Tickets.SIGNED_BYTES, 64);
        assertEquals(Optional.empty(), tickets.verify(Base64Url.encode(other)));
    }

    @Test
    void tickets_stay_good_while_the_key_is_rotated() {
        var old = tickets.ticketFor(HAN);
        var switched = new Tickets(signing("one", "two", "2"));

        assertEquals(Optional.of(HAN), switched.verify(old));
        assertNotEquals(old, switched.ticketFor(HAN));
        assertEquals(Optional.of(HAN), tickets.verify(switched.ticketFor(HAN)));

        var replaced = new Tickets(signing("three", "two", "2"));
        assertEquals(Optional.empty(), replaced.verify(old));
        assertEquals(Optional.of(HAN), replaced.verify(switched.ticketFor(HAN)));
    }

    @Test
    void a_ticket_fits_into_a_small_code() {
        assertTrue(Tickets.BYTES <= 100);
        assertEquals(2, tickets.publishedKeys().size());
    }

    private static List<Secrets> signing(String first, String second, String key) {
        return Secrets.signing(new Environment(
                Map.of("SIGNING_SECRET_1", first, "SIGNING_SECRET_2", second, "SIGNING_KEY", key),
                Clock.systemUTC(),
                RANDOM));
    }

    private static RegistrationId registration() {
        var person = new byte[PersonKey.BYTES];
        RANDOM.nextBytes(person);
        return new RegistrationId(
                ActivityId.fresh(ActivityType.GATHERING, RANDOM), new PersonKey(Base64Url.encode(person)), 1);
    }
}
