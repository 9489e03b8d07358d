package yunhe.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yunhe.core.lodging.Applicant;
import yunhe.core.lodging.Availability;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.Proof;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.StayPolicy;

/** Makes the fields of the form that asks for a stay. */
record StayFields(Availability availability, Bookable bookable, Settings settings, Fields fields) {

    /** Fields that belong together, below a heading. */
    record Part(String heading, List<Field> fields) {}

    /** @param nights what is chosen, so that each room type can say whether it has them */
    List<Part> parts(Optional<Nights> nights) {
        return List.of(
                new Part(texts().get("stay.part.nights"), List.of(room(nights), arrive(), depart())),
                new Part(texts().get("stay.part.person"), person()),
                new Part(texts().get("stay.part.reasons"), reasons()));
    }

    private PageTexts texts() {
        return fields.texts();
    }

    private StayPolicy policy() {
        return availability.details().policy();
    }

    private Field room(Optional<Nights> nights) {
        var options = availability.details().rooms().stream()
                .map(room -> option(room, nights))
                .toList();
        return fields.field("roomType", true, new Field.Choices(false, options));
    }

    private Field.Option option(RoomType room, Optional<Nights> nights) {
        var title = RoomWords.title(room, texts());
        if (nights.isEmpty()) {
            return Field.Option.of(room.code(), title);
        }
        int free = nights.get().stream()
                .mapToInt(night -> availability.free(room.code(), night))
                .min()
                .orElse(0);
        return free > 0
                ? new Field.Option(room.code(), title, Optional.of(texts().count("room.free", free)), Tone.GOOD, true)
                : new Field.Option(
                        room.code(), title, Optional.of(texts().get(whyNone(room, nights.get()))), Tone.WAIT, true);
    }

    private String whyNone(RoomType room, Nights nights) {
        boolean closed =
                nights.stream().anyMatch(night -> availability.details().places(room.code(), night) == 0);
        if (closed) {
            return "room.closed";
        }
        return policy().waitlist().capacityPerGroup() > 0 ? "room.waiting" : "room.full";
    }

    private Field arrive() {
        return day("arrive", bookable.first(), bookable.last());
    }

    private Field depart() {
        return day("depart", bookable.first().plusDays(1), bookable.lastDeparture(bookable.last()))
                .withHint(texts().count("depart.hint", bookable.longest()));
    }

    private Field day(String name, LocalDate least, LocalDate most) {
        var line = Field.Line.of("date").between(Optional.of(least.toString()), Optional.of(most.toString()));
        return fields.field(name, true, line);
    }

    private List<Field> person() {
        var all = new ArrayList<Field>();
        all.add(fields.name());
        all.add(fields.email(settings.emailRequired()));
        all.add(fields.phone(settings.emailRequired()));
        var rooms = availability.details().rooms();
        if (rooms.stream().anyMatch(room -> room.guests() != RoomType.For.ANY)) {
            all.add(gender(rooms.stream().allMatch(room -> room.guests() != RoomType.For.ANY)));
        }
        policy().maxAge().ifPresent(age -> all.add(fields.birthDate(texts().get("policy.who.age", age))));
        all.addAll(document());
        return List.copyOf(all);
    }

    private Field gender(boolean required) {
        var options = List.of(
                Field.Option.of("female", texts().get("gender.female")),
                Field.Option.of("male", texts().get("gender.male")));
        var field = fields.field("person.gender", required, new Field.Choices(false, options));
        return required ? field : field.withMark(texts().get("gender.when"));
    }

    /** A third way to know somebody again, beside e-mail and phone. */
    private List<Field> document() {
        boolean required = policy().requireDocument();
        var options = Applicant.DOCUMENTS.stream()
                .map(kind -> Field.Option.of(kind, texts().get("document." + kind.replace('-', '_'))))
                .toList();
        var kind = fields.field("person.document.kind", required, new Field.Choices(false, options))
                .withHint(texts().get("document.hint"));
        var number = fields.field(
                "person.document.number", required, Field.Line.of("text").maxLength(Applicant.DOCUMENT_LENGTH_MAX));
        return List.of(kind, number);
    }

    private List<Field> reasons() {
        var all = new ArrayList<Field>();
        policy().graduatedWithinYears()
                .ifPresent(years -> all.add(fields.field("person.graduationDate", true, Field.Line.of("date"))
                        .withHint(PolicyWords.graduated(years, texts()))));
        var proofs = PolicyWords.proofs(policy());
        for (int i = 0; i < proofs.size(); i++) {
            all.add(proof(proofs.get(i), i));
        }
        all.add(fields.field("purpose", false, new Field.Lines(Applicant.PURPOSE_LENGTH_MAX))
                .withHint(texts().get("purpose.hint")));
        return List.copyOf(all);
    }

    private Field proof(String kind, int number) {
        var line = Field.Line.of("text").maxLength(Proof.REFERENCE_LENGTH_MAX);
        var field = fields.field("proof[" + number + "].ref", PolicyWords.proofName(kind, texts()), true, line);
        return field.withHint(texts().find("proof." + kind + ".hint").orElseGet(() -> texts().get("proof.hint")));
    }
}
