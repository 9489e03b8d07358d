package yunhe.core.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
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
    private static final StayId STAY = StayId.fresh(StationId.fresh(RANDOM), LocalDate.of(2026, 12, 1), RANDOM);

    private final Tickets tickets = new Tickets(signing("one", "two", "1"));

    @Test
    void a_ticket_leads_to_its_registration() {
        assertEquals(Optional.of(HAN), tickets.verify(tickets.ticketFor(HAN)));
        assertEquals(
                Optional.of(HAN), tickets.verify(" https://example.org/t/" + tickets.ticketFor(HAN) + "?lang=en\n"));
        assertEquals(tickets.ticketFor(HAN), tickets.ticketFor(HAN));
    }

    @Test
    void a_ticket_for_a_stay_leads_to_its_stay_and_to_no_registration() {
        var ticket = tickets.ticketFor(STAY);
        assertEquals(Optional.of(new TicketFor.Stay(STAY)), tickets.read(ticket));
        assertEquals(
                Optional.of(new TicketFor.Stay(STAY)), tickets.read(" https://example.org/t/" + ticket + "?lang=en\n"));
        assertEquals(Optional.empty(), tickets.verify(ticket));
        assertEquals(Optional.of(new TicketFor.Registration(HAN)), tickets.read(tickets.ticketFor(HAN)));
        assertEquals(tickets.ticketFor(HAN).length(), ticket.length());
    }

    @Test
    void the_same_bytes_are_no_ticket_of_the_other_sort() {
        for (var ticket : List.of(tickets.ticketFor(HAN), tickets.ticketFor(STAY))) {
            var bytes = Base64Url.decode(ticket).orElseThrow();
            for (int version = 0; version <= 3; version++) {
                var forged = bytes.clone();
                forged[0] = (byte) version;
                assertEquals(
                        version == bytes[0],
                        tickets.read(Base64Url.encode(forged)).isPresent());
            }
        }
    }

    @Test
    void no_flipped_bit_goes_unnoticed() {
        for (var ticket : List.of(tickets.ticketFor(HAN), tickets.ticketFor(STAY))) {
            var genuine = Base64Url.decode(ticket).orElseThrow();
            for (int bit = 0; bit < genuine.length * 8; bit++) {
                var forged = genuine.clone();
                forged[bit / 8] ^= (byte) (1 << bit % 8);
                assertEquals(Optional.empty(), tickets.read(Base64Url.encode(forged)), "bit " + bit);
            }
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

    /** So that doors may verify with whatever library they have, and tickets outlive a change of ours. */
    @Test
    void the_jdk_finds_the_published_key_and_the_signature_good() throws GeneralSecurityException {
        var bytes = Base64Url.decode(tickets.ticketFor(HAN)).orElseThrow();
        var published = tickets.publishedKeys().getFirst();
        var key = HexFormat.of()
                .parseHex("302a300506032b6570032100"
                        + HexFormat.of()
                                .formatHex(
                                        Base64Url.decode(published.publicKey()).orElseThrow()));
        assertEquals(Integer.toString(MessageDigest.getInstance("SHA-256").digest(key)[0] & 0xFF), published.kid());
        assertEquals(bytes[1] & 0xFF, Integer.parseInt(published.kid()));
        var signature = Signature.getInstance("Ed25519");
        for (boolean genuine : new boolean[] {true, false}) {
            bytes[2] ^= (byte) (genuine ? 0 : 1);
            signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
            signature.update(bytes, 0, Tickets.SIGNED_BYTES);
            assertEquals(genuine, signature.verify(bytes, Tickets.SIGNED_BYTES, 64));
        }
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
