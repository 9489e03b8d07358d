package yunhe.lodging;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Approval;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.activity.Registration.Request;
import yunhe.core.lodging.Applicant;
import yunhe.core.lodging.BookStay;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.Proof;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.StayPolicy;
import yunhe.core.person.PersonKey;
import yunhe.core.person.PersonKeys;
import yunhe.core.shared.Language;
import yunhe.web.Body;
import yunhe.web.Fields;
import yunhe.web.form.Codes;
import yunhe.web.form.IdempotencyKey;
import yunhe.web.form.PersonForm;
import yunhe.web.form.RequestDigest;

/** Reads bookings, whether they come as a form or as JSON. */
final class StayForm {

    private static final int ID_LENGTH_MAX = 300;

    /** Stays of one guest are one guest's in every station. */
    private static final String EVERY_STATION = "stays";

    private static final int DOCUMENT_LENGTH_MIN = 4;
    private static final int GRADUATION_YEARS_BACK = 100;
    private static final List<String> FIELDS = List.of("stationId", "roomType", "arrive", "depart", "purpose", "proof");
    private static final List<String> FLAGS = List.of("consent", "joinWaitlist");
    private static final List<String> PERSON =
            List.of("name", "birthDate", "organisation", "gender", "graduationDate", "document");

    private final PersonForm persons;
    private final PersonKeys keys;
    private final RequestDigest digest;
    private final Clock clock;

    StayForm(PersonForm persons, PersonKeys keys, Clock clock) {
        this.persons = persons;
        this.keys = keys;
        this.digest = new RequestDigest(persons.phones());
        this.clock = clock;
    }

    /** Leaves with 400 when it names no station. */
    BookStay.Application parse(yunhe.web.Request request, Body body) {
        var fields = Fields.of(body);
        var id = fields.required("stationId", fields.line("stationId", ID_LENGTH_MAX));
        fields.orRefuse();
        return application(StationId.parse(id.orElseThrow()), Optional.empty(), request, body);
    }

    /** For somebody who stands at the desk. */
    BookStay.Application walkIn(Optional<StationId> station, Admitted arrival, yunhe.web.Request request, Body body) {
        return application(station, Optional.of(arrival), request, body);
    }

    private BookStay.Application application(
            Optional<StationId> station, Optional<Admitted> arrival, yunhe.web.Request request, Body body) {
        var key = IdempotencyKey.of(request, body);
        var person = Fields.of(body).object("person");
        return new BookStay.Application(
                station,
                identities(person),
                key.map(it -> new Request(RequestDigest.hash(it), digest.of(body, FIELDS, FLAGS, PERSON))),
                arrival,
                it -> new Reading(Fields.of(body), it, arrival.isPresent()).read(request.language()));
    }

    /** As far as they can be read. */
    private List<PersonKey> identities(Fields person) {
        var identities = new ArrayList<PersonKey>(3);
        persons.applicant(person).ifPresent(it -> identities.addAll(keys.of(EVERY_STATION, it)));
        var document = person.object("document");
        var kind = document.choice("kind", Wire.DOCUMENTS);
        var number = document.line("number", Applicant.DOCUMENT_LENGTH_MAX);
        if (kind.isPresent() && number.isPresent()) {
            identities.add(keys.ofDocument(EVERY_STATION, kind.get(), number.get()));
        }
        return List.copyOf(identities);
    }

    /** One booking, read against one station. */
    private final class Reading {

        private final Fields fields;
        private final Station station;
        private final StayPolicy policy;
        private final LocalDate today;
        private final boolean isWalkIn;

        Reading(Fields fields, Station station, boolean isWalkIn) {
            this.fields = fields;
            this.station = station;
            this.policy = station.details().policy();
            this.today = station.today(clock.instant());
            this.isWalkIn = isWalkIn;
        }

        BookStay.Form.Checked read(Language byDefault) {
            var room = room();
            var nights = nights();
            var form = fields.object("person");
            var person = persons.parse(form, policy.maxAge().isPresent(), today);
            var gender = gender(form, room);
            var graduation = graduation(form);
            document(form.object("document"));
            var purpose = fields.lines("purpose", Applicant.PURPOSE_LENGTH_MAX);
            var proofs = proofs();
            var joins = fields.bool("joinWaitlist").orElse(false);
            var language = fields.choice("locale", Codes.LANGUAGES).orElse(byDefault);
            if (!fields.required("consent", fields.bool("consent")).orElse(true)) {
                fields.refuse("consent", Code.REQUIRED);
            }
            if (!fields.errors().isEmpty() || room.isEmpty() || nights.isEmpty() || person.isEmpty()) {
                return new BookStay.Form.Invalid(fields.errors());
            }
            var applicant = new Applicant(
                    person.get(), gender, graduation, identities(fields.object("person")), purpose, proofs, language);
            return new BookStay.Form.Valid(room.get(), nights.get(), applicant, joins);
        }

        private Optional<RoomType> room() {
            var code = fields.required("roomType", fields.line("roomType", ID_LENGTH_MAX));
            var room = code.flatMap(station.details()::room);
            if (code.isPresent() && room.isEmpty()) {
                fields.refuse(
                        "roomType",
                        Code.UNKNOWN_OPTION,
                        station.details().rooms().stream().map(RoomType::code).toList());
            }
            return room;
        }

        private Optional<Nights> nights() {
            // Whoever stands at the desk arrives today.
            var arrive = isWalkIn ? Optional.of(today) : fields.required("arrive", fields.day("arrive"));
            var depart = fields.required("depart", fields.day("depart"));
            if (arrive.isEmpty() || depart.isEmpty()) {
                return Optional.empty();
            }
            if (!arrive.get().isBefore(depart.get())) {
                fields.refuse("depart", Code.OUT_OF_RANGE);
                return Optional.empty();
            }
            return Optional.of(new Nights(arrive.get(), depart.get()));
        }

        private Optional<RoomType.Gender> gender(Fields person, Optional<RoomType> room) {
            var gender = person.choice("gender", Wire.GENDERS);
            return room.filter(it -> it.guests() != RoomType.For.ANY).isPresent()
                    ? person.required("gender", gender)
                    : gender;
        }

        private Optional<LocalDate> graduation(Fields person) {
            var day = person.day("graduationDate");
            day.filter(it -> it.isBefore(today.minusYears(GRADUATION_YEARS_BACK)))
                    .ifPresent(impossible -> person.refuse("graduationDate", Code.OUT_OF_RANGE));
            return policy.graduatedWithinYears().isPresent() ? person.required("graduationDate", day) : day;
        }

        private void document(Fields document) {
            boolean given = document.has("kind") || document.has("number");
            if (given || policy.requireDocument()) {
                document.required("kind", document.choice("kind", Wire.DOCUMENTS));
                var number = document.required("number", document.line("number", Applicant.DOCUMENT_LENGTH_MAX));
                number.filter(it -> it.replaceAll("[\\s-]", "").length() < DOCUMENT_LENGTH_MIN)
                        .ifPresent(it -> document.refuse("number", Code.FORMAT));
            }
        }

        private List<Proof> proofs() {
            var proofs = new ArrayList<Proof>();
            for (var one : fields.objects("proof", 0, StationForm.PROOFS_MAX).orElse(List.of())) {
                var kind = one.required("kind", StationForm.code(one, "kind"));
                var reference = one.required("ref", one.line("ref", Proof.REFERENCE_LENGTH_MAX));
                if (kind.isPresent() && reference.isPresent()) {
                    proofs.add(new Proof(kind.get(), reference.get()));
                }
            }
            // The desk looks at papers itself.
            boolean missing = !isWalkIn
                    && (policy.approval() == Approval.REVIEW && proofs.isEmpty()
                            || !policy.proofs().stream()
                                    .allMatch(kind -> proofs.stream()
                                            .anyMatch(proof -> proof.kind().equals(kind))));
            if (missing) {
                fields.required("proof", Optional.empty());
            }
            return List.copyOf(proofs);
        }
    }
}
