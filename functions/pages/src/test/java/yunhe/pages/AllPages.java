package yunhe.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Approval;
import yunhe.core.activity.History;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.activity.Status;
import yunhe.core.activity.Waitlist;
import yunhe.core.checkin.ScanResult;
import yunhe.core.door.ScanAnswer;
import yunhe.core.lodging.Nights;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;
import yunhe.testkit.Programmes;

/** Every page in every state, by a name to find it under. */
final class AllPages {
    private final Map<String, String> pages = new LinkedHashMap<>();

    static Map<String, String> in(Language language) {
        var all = new AllPages();
        all.home(language);
        all.gatherings(language);
        all.own(language);
        all.pages.putAll(StayPages.in(language));
        all.pages.putAll(RoadshowPages.in(language));
        all.door(language);
        all.pages.putAll(KeeperSamples.pages(language));
        all.pages.putAll(ConsoleSamples.pages(language));
        all.hall(language);
        var id = Samples.registration(Samples.mixer(), Status.CONFIRMED).id();
        all.pages.put("unsubscribe", UnsubscribePage.render(id, "token", false, language));
        all.pages.put("unsubscribe-done", UnsubscribePage.render(id, "token", true, language));
        for (int status : new int[] {404, 405, 409, 500, 503}) {
            all.pages.put("error-" + status, ErrorPage.render(status, language, Optional.empty()));
        }
        return all.pages;
    }

    private void home(Language language) {
        var activities = new ArrayList<>(Samples.several());
        activities.add(2, RoadshowSamples.roadshow());
        var seats = List.of(
                Samples.seats(4, 8, 0),
                Samples.seats(0, 0, 5),
                RoadshowSamples.seats(),
                Samples.seats(1, 0, 0),
                Samples.seats(0, 0, 50));
        var summaries = java.util.stream.IntStream.range(0, activities.size())
                .mapToObj(i -> Summary.of(activities.get(i), seats.get(i), Samples.NOW, language))
                .toList();
        var stations = java.util.stream.Stream.of(StaySamples.canal(), StaySamples.bridge())
                .map(station -> StationCard.of(station, language))
                .toList();
        pages.put("home", HomePage.render(summaries, stations, Optional.of("next"), language));
        pages.put("home-empty", HomePage.render(List.of(), List.of(), Optional.empty(), language));
    }

    private void gatherings(Language language) {
        var page = new ActivityPage(Samples.environment());
        var mixer = Samples.mixer();
        var free = Samples.seats(4, 12, 0);
        var empty = SignUpForm.EMPTY;
        pages.put("gathering-open", page.render(mixer, free, language, empty));
        pages.put("gathering-one-group-full", page.render(mixer, Samples.seats(0, 1, 50), language, empty));
        pages.put("gathering-full", page.render(mixer, Samples.seats(0, 0, 3), language, empty));
        pages.put("gathering-waitlist-full", page.render(mixer, Samples.seats(0, 0, 50), language, empty));
        var later = Samples.NOW.plus(Duration.ofDays(2));
        var soon = Samples.opening(mixer, later, later.plus(Duration.ofDays(3)));
        pages.put("gathering-not-open", page.render(soon, free, language, empty));
        var earlier = Samples.NOW.minus(Duration.ofDays(2));
        var closed = Samples.opening(mixer, earlier, earlier.plus(Duration.ofDays(1)));
        pages.put("gathering-closed", page.render(closed, free, language, empty));
        var reason = Optional.of(new Bilingual("台风将至，改日再聚。", "A typhoon is on its way. Another day!"));
        var cancelled = Samples.with(mixer, Activity.Phase.CANCELLED, reason);
        pages.put("gathering-cancelled", page.render(cancelled, free, language, empty));
        var over = Samples.activity(
                9,
                yunhe.core.activity.Kind.OUTDOOR,
                new Bilingual("秋日露营", "Autumn camp"),
                "2026-11-01T01:00:00Z",
                Duration.ofHours(5));
        pages.put("gathering-over", page.render(over, free, language, empty));
        pages.put("gathering-errors", page.render(mixer, free, language, refused(language)));
        var there = new SignUpForm(
                Map.of(
                        "person.name",
                        List.of("韩梅梅"),
                        "person.email",
                        List.of("han@example.com"),
                        "requestId",
                        List.of("r1")),
                Map.of(),
                Optional.of(new SignUpForm.Trouble(
                        "already_registered",
                        language == Language.ZH ? "该邮箱或手机号已有报名。" : "This contact is registered already.")));
        pages.put("gathering-already", page.render(mixer, free, language, there));
        pages.put("resend-sent", ActivityPage.renderLinkSent(mixer.id(), language));
    }

    static SignUpForm refused(Language language) {
        boolean zh = language == Language.ZH;
        var errors = new LinkedHashMap<String, String>();
        errors.put("group", zh ? "请填写分组。" : "Please fill in: group.");
        errors.put("person.name", zh ? "姓名的格式不正确，请检查。" : "Please check the name.");
        errors.put("person.birthDate", zh ? "活动当天年龄不超过 35 周岁。" : "On the day you must be at most 35.");
        errors.put("answers.diet", zh ? "请填写饮食。" : "Please fill in: diet.");
        errors.put("answers.shoes", zh ? "answers.shoes：没有这个问题。" : "There is no question answers.shoes.");
        errors.put("consent", zh ? "请填写同意声明。" : "Please agree.");
        return new SignUpForm(
                Map.of(
                        "person.name", List.of("<b>李雷</b>\" onfocus=\"alert(1)"),
                        "person.email", List.of("li@example.com"),
                        "person.birthDate", List.of("1980-01-01"),
                        "answers.topics", List.of("ai", "run"),
                        "answers.hello", List.of("</textarea><script>alert(1)</script>"),
                        "requestId", List.of("request-1")),
                errors,
                Optional.empty());
    }

    private void own(Language language) {
        var page = new ManagePage(Samples.environment());
        var mixer = Samples.mixer();
        for (var status : Status.values()) {
            var position = status == Status.WAITLISTED ? OptionalInt.of(3) : OptionalInt.empty();
            var registration = Samples.registration(mixer, status);
            pages.put(
                    "manage-" + status.name().toLowerCase(java.util.Locale.ROOT),
                    page.render(mixer, registration, position, language, Samples.BASE_URL, SignUpForm.EMPTY));
        }
        decisions(page, language);
        var confirmed = Samples.registration(mixer, Status.CONFIRMED);
        var refused =
                new SignUpForm(Map.of("person.name", List.of("")), Map.of("person.name", "请填写姓名。"), Optional.empty());
        pages.put(
                "manage-change-refused",
                page.render(mixer, confirmed, OptionalInt.empty(), language, Samples.BASE_URL, refused));
        var cancelled = Samples.with(mixer, Activity.Phase.CANCELLED, Optional.empty());
        pages.put(
                "manage-activity-cancelled",
                page.render(cancelled, confirmed, OptionalInt.empty(), language, Samples.BASE_URL, SignUpForm.EMPTY));
        var begun = Samples.withTimes(
                mixer,
                new yunhe.core.activity.Times(
                        mixer.times().zone(),
                        Samples.NOW.minusSeconds(60),
                        Samples.NOW.plusSeconds(3600),
                        Optional.empty(),
                        Samples.NOW.minusSeconds(60),
                        Samples.NOW.minusSeconds(60)));
        pages.put(
                "manage-too-late",
                page.render(begun, confirmed, OptionalInt.empty(), language, Samples.BASE_URL, SignUpForm.EMPTY));
        var tickets = new yunhe.core.ticket.Tickets(yunhe.core.shared.Secrets.signing(Samples.environment()));
        var ticket = tickets.ticketFor(confirmed.id());
        pages.put("ticket", TicketPage.render(mixer, confirmed, ticket, Samples.NOW, language, Samples.BASE_URL));
        pages.put(
                "ticket-void",
                TicketPage.render(
                        mixer,
                        Samples.registration(mixer, Status.CANCELLED),
                        ticket,
                        Samples.NOW,
                        language,
                        Samples.BASE_URL));
    }

    private void decisions(ManagePage page, Language language) {
        var offers = Samples.choosy(Samples.mixer(), Approval.AUTOMATIC, Waitlist.Promotion.OFFER);
        var reviews = Samples.choosy(Samples.mixer(), Approval.REVIEW, Waitlist.Promotion.AUTOMATIC);
        var both = Samples.choosy(Samples.mixer(), Approval.REVIEW, Waitlist.Promotion.OFFER);
        var until = Samples.NOW.plus(Duration.ofHours(4));
        var open = new History.Offer(until, Optional.empty());
        var lapsed = new History.Offer(Samples.NOW.minusSeconds(1), Optional.empty());
        var declined = new History.Offer(until, Optional.of(History.Answer.DECLINED));
        var reason = Optional.of(new Bilingual(
                "这次优先邀请生命健康领域的从业者，下个月的场次欢迎再来。", "This time people in life health come first. Do join us next month."));
        var byOrganiser = new History.Ended(Samples.NOW, History.By.ORGANISER, reason);
        own("manage-offered-open", page, offers, Status.OFFERED, it -> it.offered(open), language);
        own("manage-offered-review", page, both, Status.OFFERED, it -> it.offered(open), language);
        own("manage-offered-lapsed", page, offers, Status.OFFERED, it -> it.offered(lapsed), language);
        own("manage-declined", page, offers, Status.CANCELLED, it -> it.offered(declined), language);
        own("manage-waitlisted-offer", page, offers, Status.WAITLISTED, it -> it, language);
        own("manage-waitlisted-review", page, reviews, Status.WAITLISTED, it -> it, language);
        own("manage-confirmed-review", page, reviews, Status.CONFIRMED, it -> it, language);
        own("manage-pending-again", page, reviews, Status.PENDING, it -> it.confirmed(Samples.NOW), language);
        own("manage-rejected-reason", page, reviews, Status.REJECTED, it -> it.ended(byOrganiser), language);
        own("manage-cancelled-reason", page, offers, Status.CANCELLED, it -> it.ended(byOrganiser), language);
        var form = new ActivityPage(Samples.environment());
        var free = Samples.seats(4, 12, 0);
        pages.put("gathering-review", form.render(reviews, free, language, SignUpForm.EMPTY));
        pages.put("gathering-full-offer", form.render(both, Samples.seats(0, 0, 3), language, SignUpForm.EMPTY));
    }

    private void own(
            String name,
            ManagePage page,
            Activity activity,
            Status status,
            UnaryOperator<History> change,
            Language language) {
        var registration = Samples.with(Samples.registration(activity, status), change);
        var position = status == Status.WAITLISTED ? OptionalInt.of(3) : OptionalInt.empty();
        pages.put(name, page.render(activity, registration, position, language, Samples.BASE_URL, SignUpForm.EMPTY));
    }

    private void door(Language language) {
        pages.put("door-signin", SignInPage.DOOR.render(language, "/door", "/door/sign-in", Optional.of("!")));
        pages.put("door", door(language, Optional.empty()));
        var mixer = Samples.mixer();
        var place = new ScanAnswer.Place(
                mixer.id().value(),
                mixer.details().headline().title(),
                mixer.times().zone());
        var holder = new ScanAnswer.Holder("reg_1", "韩梅梅", "women", Optional.empty());
        var station = Samples.station();
        var house = new ScanAnswer.Place(
                station.id().value(),
                station.details().name(),
                station.details().zone());
        var nights = new Nights(LocalDate.parse("2026-11-24"), LocalDate.parse("2026-11-27"));
        var room = new ScanAnswer.Room(station.details().rooms().getFirst().title(), nights);
        var guest = new ScanAnswer.Holder("stay_1", "韩梅梅", "single", Optional.of(room));
        var first = new Admitted(Instant.parse("2026-12-05T05:41:07Z"), "li.lei", "Gate 1", "nonce-0");
        for (var result : ScanResult.values()) {
            var name = result.name().toLowerCase(java.util.Locale.ROOT);
            var answer = new ScanAnswer(result, Optional.of(place), Optional.of(holder), Optional.of(first));
            pages.put("door-" + name, door(language, Optional.of(answer)));
            var stay = new ScanAnswer(result, Optional.of(house), Optional.of(guest), Optional.of(first));
            pages.put("door-stay-" + name, door(language, Optional.of(stay)));
        }
    }

    private void hall(Language language) {
        var programme = Programmes.of(20);
        var start = Programmes.START;
        pages.put("hall-before", HallPage.render(programme, start.minus(Duration.ofMinutes(20)), language));
        pages.put("hall-the-day-before", HallPage.render(programme, start.minus(Duration.ofDays(1)), language));
        pages.put("hall-on", HallPage.render(programme, start.plus(Duration.ofMinutes(3)), language));
        pages.put("hall-on-long", HallPage.render(programme, start.plus(Duration.ofMinutes(19)), language));
        pages.put("hall-on-longest", HallPage.render(programme, start.plus(Duration.ofMinutes(45)), language));
        var pause = Programmes.LENGTH.multipliedBy(Programmes.BREAK_AFTER).plusMinutes(3);
        pages.put("hall-break", HallPage.render(programme, start.plus(pause), language));
        pages.put("hall-last", HallPage.render(programme, programme.endsAt().minusSeconds(30), language));
        pages.put("hall-over", HallPage.render(programme, programme.endsAt(), language));
        pages.put("hall-none", HallPage.render(Programmes.of(0), start, language));
    }

    private static String door(Language language, Optional<ScanAnswer> answer) {
        return DoorPage.render(new DoorView(
                language,
                "li.lei",
                Samples.several(),
                List.of(Samples.station()),
                Optional.of(Samples.mixer().id().value()),
                Optional.of("Gate 1"),
                answer,
                "nonce-1"));
    }
}
