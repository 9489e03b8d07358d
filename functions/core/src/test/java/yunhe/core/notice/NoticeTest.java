package yunhe.core.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yunhe.core.activity.RegistrationId;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.StayId;
import yunhe.core.shared.Base64Url;
import yunhe.core.shared.Subject;

/** A notice's id says what it names, and was given out: it never changes by accident. */
class NoticeTest {

    private static final RegistrationId REGISTRATION =
            RegistrationId.parse("reg_ALsa1XMZuJzYqiEuSEZ2hmy6DJdl4AAB").orElseThrow();
    private static final StayId STAY = new StayId(
            StationId.parse("stn_AAAAAAAAAAE").orElseThrow(), LocalDate.of(2026, 12, 1), 0x0123456789abcdefL, 42);

    @ParameterizedTest
    @EnumSource
    void an_id_leads_back_to_its_notice(NoticeKind kind) {
        var notice = new Notice(subject(kind), kind, 4_000_000_000L);

        assertEquals(Optional.of(notice), Notice.ofId(notice.id()));
        assertTrue(notice.id().length() <= 40, notice.id());
    }

    @Test
    void the_ids_of_all_kinds_stay_as_they_are() {
        var numbers = Arrays.stream(NoticeKind.values())
                .collect(Collectors.toMap(kind -> kind, kind -> number(new Notice(subject(kind), kind, 1))));

        assertEquals(
                NoticeKind.values().length, numbers.values().stream().distinct().count());
        assertEquals(1, numbers.get(NoticeKind.CONFIRMED).intValue());
        assertEquals(12, numbers.get(NoticeKind.LINK).intValue());
        assertEquals(13, numbers.get(NoticeKind.MEETINGS_PUBLISHED).intValue());
        assertEquals(21, numbers.get(NoticeKind.STAY_CONFIRMED).intValue());
        assertEquals(29, numbers.get(NoticeKind.STAY_CHANGED).intValue());
        assertEquals(
                "nALsa1XMZuJzYqiEuSEZ2hmy6DJdl4AABAQAAAAI", new Notice(REGISTRATION, NoticeKind.CONFIRMED, 2).id());
        assertEquals("nAAAAAAAAAAEAAFE0ASNFZ4mrze8AAAAqFQAAAAI", new Notice(STAY, NoticeKind.STAY_CONFIRMED, 2).id());
    }

    @Test
    void the_kind_says_what_the_bytes_are() {
        var registration = new Notice(REGISTRATION, NoticeKind.CONFIRMED, 1);
        var bytes = Base64Url.decode(registration.id().substring(1)).orElseThrow();
        bytes[Subject.ID_BYTES] = 21;
        var about = Notice.ofId("n" + Base64Url.encode(bytes)).orElseThrow().about();

        assertEquals(StayId.ofBytes(REGISTRATION.bytes()), Optional.of(about));
    }

    @Test
    void nothing_is_told_of_what_its_kind_does_not_fit() {
        assertThrows(IllegalArgumentException.class, () -> new Notice(STAY, NoticeKind.CONFIRMED, 1));
        assertThrows(IllegalArgumentException.class, () -> new Notice(REGISTRATION, NoticeKind.STAY_CONFIRMED, 1));
    }

    @Test
    void what_is_no_id_names_nothing() {
        var id = new Notice(STAY, NoticeKind.STAY_OFFERED, 3).id();
        for (var other : List.of("", "n", id.substring(1), id + "A", id.substring(0, id.length() - 1), "m" + id)) {
            assertEquals(Optional.empty(), Notice.ofId(other), other);
        }
        var bytes = Base64Url.decode(id.substring(1)).orElseThrow();
        bytes[Subject.ID_BYTES] = 14;
        assertEquals(Optional.empty(), Notice.ofId("n" + Base64Url.encode(bytes)));
    }

    @Test
    void a_prefix_says_what_something_is_about() {
        assertEquals(Optional.of(REGISTRATION), Subjects.parse(REGISTRATION.value()));
        assertEquals(Optional.of(STAY), Subjects.parse(STAY.value()));
        assertEquals(Optional.empty(), Subjects.parse("gath_AAAAAAAAAAE"));
        assertEquals(Subject.ID_BYTES, REGISTRATION.bytes().length);
        assertEquals(Subject.ID_BYTES, STAY.bytes().length);
    }

    private static Subject subject(NoticeKind kind) {
        return switch (kind.sort()) {
            case REGISTRATION -> REGISTRATION;
            case STAY -> STAY;
        };
    }

    private static Integer number(Notice notice) {
        var bytes = Base64Url.decode(notice.id().substring(1)).orElseThrow();
        return (int) ByteBuffer.wrap(bytes).get(Subject.ID_BYTES);
    }
}
