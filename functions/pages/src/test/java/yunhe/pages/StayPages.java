package yunhe.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import yunhe.core.activity.History;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayHistory;
import yunhe.core.lodging.StayStatus;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Language;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.Tickets;

/** The pages of stations and stays in every state. */
record StayPages(Map<String, String> pages, Language language) {

    static Map<String, String> in(Language language) {
        var all = new StayPages(new LinkedHashMap<>(), language);
        all.choosing();
        all.refused();
        all.own();
        return all.pages;
    }

    private void choosing() {
        var canal = StaySamples.canal();
        put("station", canal, Map.of());
        put("station-arriving", canal, Map.of("arrive", "2026-11-30"));
        put("station-free", canal, Map.of("room", "bed-women", "arrive", "2026-12-03", "depart", "2026-12-06"));
        put("station-full", canal, Map.of("arrive", "2026-12-01", "depart", "2026-12-05"));
        put("station-closed", canal, Map.of("arrive", "2026-12-09", "depart", "2026-12-12"));
        put("station-next-month", canal, Map.of("month", "2026-12"));
        put("station-bridge", StaySamples.bridge(), Map.of());
        put("station-bridge-full", StaySamples.bridge(), Map.of("arrive", "2026-12-02", "depart", "2026-12-04"));
    }

    private void put(String name, Station station, Map<String, String> query) {
        pages.put(name, station(station, language, query));
    }

    static String station(Station station, Language language, Map<String, String> query) {
        return new StationPage(Samples.environment())
                .render(
                        station,
                        StaySamples.availability(station),
                        field -> Optional.ofNullable(query.get(field)),
                        language);
    }

    private void refused() {
        pages.put("station-errors", refused(StaySamples.canal(), language, errors(language), Optional.empty()));
        var full = Optional.of(new SignUpForm.Trouble("station.full", "!"));
        pages.put(
                "station-refused-full",
                refused(StaySamples.canal(), language, Map.of("2026-12-02", "!", "2026-12-03", "!"), full));
        var overlaps = Optional.of(new SignUpForm.Trouble(
                "stay.overlaps",
                language == Language.ZH ? "您名下已有一笔住宿与所选日期重叠。" : "There is already a stay in your name."));
        pages.put("station-refused-overlap", refused(StaySamples.canal(), language, Map.of(), overlaps));
    }

    static String refused(
            Station station, Language language, Map<String, String> errors, Optional<SignUpForm.Trouble> trouble) {
        var typed = new LinkedHashMap<String, List<String>>();
        typed.put("roomType", List.of("single"));
        typed.put("arrive", List.of("2026-12-01"));
        typed.put("depart", List.of("2026-12-05"));
        typed.put("person.name", List.of("<b>李雷</b>\" onfocus=\"alert(1)"));
        typed.put("person.email", List.of("li@example.com"));
        typed.put("person.gender", List.of("male"));
        typed.put("person.document.kind", List.of("passport"));
        typed.put("proof[0].kind", List.of("graduation"));
        typed.put("proof[0].ref", List.of("A1B2"));
        typed.put("purpose", List.of("</textarea><script>alert(1)</script>"));
        typed.put("consent", List.of("true"));
        typed.put("requestId", List.of("request-1"));
        return new StationPage(Samples.environment())
                .render(station, StaySamples.availability(station), language, new SignUpForm(typed, errors, trouble));
    }

    static Map<String, String> errors(Language language) {
        boolean zh = language == Language.ZH;
        var errors = new LinkedHashMap<String, String>();
        errors.put("person.graduationDate", zh ? "请填写毕业日期。" : "Date of graduation is missing.");
        errors.put("person.document.number", zh ? "请填写证件号码。" : "Number of the document is missing.");
        errors.put("proof[1].ref", zh ? "请填写证明材料编号或链接。" : "Reference of the proof is missing.");
        errors.put("proof", zh ? "请填写证明材料。" : "Proof is missing.");
        return errors;
    }

    private void own() {
        var canal = StaySamples.canal();
        for (var status : StayStatus.values()) {
            put("stay-" + status.name().toLowerCase(Locale.ROOT), canal, StaySamples.stay(canal, status), Samples.NOW);
        }
        var bridge = StaySamples.bridge();
        put("stay-offered-bridge", bridge, StaySamples.stay(bridge, StayStatus.OFFERED), Samples.NOW);
        put("stay-waitlisted-bridge", bridge, StaySamples.stay(bridge, StayStatus.WAITLISTED), Samples.NOW);
        var late = Instant.parse("2026-12-01T05:00:00Z");
        put("stay-too-late", canal, StaySamples.stay(canal, StayStatus.CONFIRMED), late);
        var until = Samples.NOW.minusSeconds(60);
        put("stay-lapsed", canal, StayStatus.OFFERED, it -> it.offered(until));
        put("stay-undecided", canal, StayStatus.PENDING, it -> it.heldUntil(until));
        put("stay-declined", canal, StayStatus.CANCELLED, it -> it.answered(History.Answer.DECLINED));
        var reason = Optional.of(new Bilingual(
                "证书编号无法核实，请补充学信网验证码后再申请。", "We could not find this certificate. Please apply again with its code."));
        put(
                "stay-rejected-reason",
                canal,
                StayStatus.REJECTED,
                it -> it.ended(new History.Ended(Samples.NOW, History.By.ORGANISER, reason)));
        var arrived = new Admitted(Instant.parse("2026-12-01T07:12:00Z"), "li.lei", "desk", "nonce");
        put(
                "stay-here",
                canal,
                StaySamples.with(StaySamples.stay(canal, StayStatus.CHECKED_IN), it -> it.arrived(arrived)),
                arrived.at().plus(Duration.ofHours(1)));
        for (var status : List.of(StayStatus.CONFIRMED, StayStatus.CANCELLED)) {
            var stay = StaySamples.stay(canal, status);
            var ticket = new Tickets(Secrets.signing(Samples.environment())).ticketFor(stay.id());
            pages.put(
                    "stay-ticket-" + status.name().toLowerCase(Locale.ROOT),
                    StayTicketPage.render(canal, stay, ticket, language, Samples.BASE_URL));
        }
        var refused = new SignUpForm(
                Map.of("depart", List.of("2026-12-06")),
                Map.of(),
                Optional.of(new SignUpForm.Trouble("station.full", language == Language.ZH ? "所选日期已满房。" : "No room.")));
        pages.put(
                "stay-change-refused",
                own(canal, StaySamples.stay(canal, StayStatus.CONFIRMED), Samples.NOW, language, refused));
    }

    private void put(String name, Station station, StayStatus status, UnaryOperator<StayHistory> change) {
        put(name, station, StaySamples.with(StaySamples.stay(station, status), change), Samples.NOW);
    }

    private void put(String name, Station station, Stay stay, Instant now) {
        pages.put(name, own(station, stay, now, language, SignUpForm.EMPTY));
    }

    static String own(Station station, Stay stay, Instant now, Language language, SignUpForm form) {
        var environment = Samples.environment();
        var then = new Environment(
                environment.variables(), java.time.Clock.fixed(now, java.time.ZoneOffset.UTC), environment.random());
        var position = stay.status() == StayStatus.WAITLISTED ? OptionalInt.of(3) : OptionalInt.empty();
        return new StayPage(then)
                .render(station, stay, position, StaySamples.availability(station), language, Samples.BASE_URL, form);
    }

    static Nights nights(String arrive, String depart) {
        return new Nights(LocalDate.parse(arrive), LocalDate.parse(depart));
    }
}
