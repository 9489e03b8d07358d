package yunhe.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import yunhe.core.lodging.Availability;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.Station;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Language;

/**
 * The page of one station: its rules, its nights, and the form that asks for some of them; as it is first opened, as
 * nights are chosen, and as it is shown again after a refusal. Reads {@code RETENTION_DAYS} and {@code SMS_CHANNEL}.
 */
public final class StationPage {
    private final Environment environment;
    private final Settings settings;

    public StationPage(Environment environment) {
        this.environment = environment;
        this.settings = Settings.of(environment);
    }

    /** The nights that the page has to know about. */
    public Nights window(Station station) {
        return bookable(station).window();
    }

    private Bookable bookable(Station station) {
        return Bookable.of(station, environment.clock().instant());
    }

    /** @param query what the address says under a name: what has been chosen so far */
    String render(
            Station station, Availability availability, Function<String, Optional<String>> query, Language language) {
        return render(station, availability, Choice.of(station, bookable(station), query), language, SignUpForm.EMPTY);
    }

    /** @param form what was refused, to be shown again */
    public String render(Station station, Availability availability, Language language, SignUpForm form) {
        return render(station, availability, Choice.of(station, bookable(station), form), language, form);
    }

    private String render(
            Station station, Availability availability, Choice choice, Language language, SignUpForm form) {
        var texts = PageTexts.in(language);
        var bookable = bookable(station);
        var when = new When(language, station.details().zone());
        var name = station.details().name().in(language);
        var policy = new PolicyWords(station, texts);
        var shown = form.typed().isEmpty() ? new SignUpForm(typed(choice), form.errors(), form.trouble()) : form;
        var fields = new StayFields(availability, bookable, settings, new Fields(texts, shown));
        var model = new Model(
                new Frame(texts, name, Optional.of(choice.path())),
                station,
                name,
                policy,
                rooms(station, choice, texts),
                choice,
                MonthGrid.of(choice, availability, bookable, texts, when),
                choice.nights()
                        .map(it -> NightsWords.of(choice, it, availability, bookable, gender(form), texts, when)),
                fields.parts(choice.nights()),
                form,
                RequestId.of(form, environment.random()),
                when,
                when.zoneNote(environment.clock().instant()),
                settings);
        return Templates.render((output, interceptor) -> JtestationGenerated.render(output, interceptor, model));
    }

    /** What a program is told that filled in what people do not see. */
    public static String renderReceived(Language language) {
        var texts = PageTexts.in(language);
        return MessagePage.render(new MessagePage(
                Frame.ofAnswer(language, texts.get("resend.sent.title")),
                texts.get("resend.sent.title"),
                texts.get("stay.received"),
                Optional.of(new MessagePage.Way("/", texts.get("error.home")))));
    }

    /** What was chosen in the calendar stands in the form. */
    private static Map<String, List<String>> typed(Choice choice) {
        return Map.of(
                "roomType", List.of(choice.room().code()),
                "arrive", choice.arrive().stream().map(LocalDate::toString).toList(),
                "depart", choice.depart().stream().map(LocalDate::toString).toList());
    }

    private static Optional<RoomType.Gender> gender(SignUpForm form) {
        return switch (form.value("person.gender")) {
            case "female" -> Optional.of(RoomType.Gender.FEMALE);
            case "male" -> Optional.of(RoomType.Gender.MALE);
            default -> Optional.empty();
        };
    }

    private static List<Room> rooms(Station station, Choice choice, PageTexts texts) {
        return station.details().rooms().stream()
                .map(room ->
                        new Room(RoomWords.title(room, texts), choice.in(room).path(), room.equals(choice.room())))
                .toList();
    }

    /** A room type that the calendar can show. */
    record Room(String title, String link, boolean chosen) {}

    /** What the template is given. */
    record Model(
            Frame frame,
            Station station,
            String name,
            PolicyWords policy,
            List<Room> rooms,
            Choice choice,
            MonthGrid grid,
            Optional<NightsWords> nights,
            List<StayFields.Part> parts,
            SignUpForm form,
            String requestId,
            When when,
            Optional<String> zoneNote,
            Settings settings) {

        String address() {
            return station.details().address();
        }

        Optional<String> arrive() {
            return choice.arrive().map(when::day);
        }

        Optional<String> depart() {
            return choice.depart().map(when::day);
        }

        /** What to do next, in words. */
        String hint() {
            if (choice.isLeavingNext()) {
                return frame.texts()
                        .count(
                                "station.choose.depart",
                                station.details().policy().maxNightsPerStay());
            }
            return frame.t(choice.arrive().isPresent() ? "station.choose.again" : "station.choose.arrive");
        }

        /** The kinds of proof go along; their numbers are typed. */
        List<Hidden> hidden() {
            var all = new ArrayList<Hidden>();
            all.add(new Hidden("stationId", station.id().value()));
            all.add(new Hidden("requestId", requestId));
            all.add(new Hidden("locale", frame.language().code()));
            var proofs = PolicyWords.proofs(station.details().policy());
            for (int i = 0; i < proofs.size(); i++) {
                all.add(new Hidden("proof[" + i + "].kind", proofs.get(i)));
            }
            return all;
        }

        /** Everything that was typed, for other nights: one button sends it again. */
        List<Hidden> instead(Alternative alternative) {
            var own = List.of("roomType", "arrive", "depart", "joinWaitlist");
            var all = form.typed().entrySet().stream()
                    .filter(field -> !own.contains(field.getKey()))
                    .flatMap(field -> field.getValue().stream().map(value -> new Hidden(field.getKey(), value)))
                    .collect(Collectors.toCollection(ArrayList::new));
            all.add(new Hidden("roomType", alternative.room().code()));
            all.add(new Hidden("arrive", alternative.nights().arrive().toString()));
            all.add(new Hidden("depart", alternative.nights().depart().toString()));
            return all;
        }

        /** Empty when nobody can wait, for any nights. */
        Optional<String> waiting() {
            return policy.waiting();
        }

        boolean hasErrors() {
            return !form.errors().isEmpty() || form.trouble().isPresent();
        }

        /** Whether choosing other nights in the calendar would lose something. */
        boolean isTyped() {
            return !form.typed().isEmpty();
        }

        /** Refused for want of a room, so that other nights may help. */
        boolean isRefusedAsFull() {
            return form.trouble().filter(it -> it.code().equals("station.full")).isPresent();
        }

        List<Field> fields() {
            return parts.stream().flatMap(part -> part.fields().stream()).toList();
        }

        List<Field> wrongFields() {
            return fields().stream().filter(field -> field.error().isPresent()).toList();
        }

        Optional<String> consentError() {
            return form.error("consent");
        }

        /** Errors that no field of the page can show. */
        List<String> otherErrors() {
            var shown = fields().stream().map(Field::name).toList();
            return form.errors().entrySet().stream()
                    .filter(error ->
                            !shown.contains(error.getKey()) && !error.getKey().equals("consent"))
                    .filter(error -> !isRefusedAsFull())
                    // Which of the proofs it is that is missing is said by its field.
                    .filter(error -> !error.getKey().equals("proof") || !isProofWrong())
                    .map(Map.Entry::getValue)
                    .toList();
        }

        private boolean isProofWrong() {
            return wrongFields().stream().anyMatch(field -> field.name().startsWith("proof["));
        }

        String consentText() {
            return frame.t("stay.consent.text", settings.retentionDays());
        }
    }
}
