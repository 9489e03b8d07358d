package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an organiser changes after people have signed up, and who hears of it. */
class ChangesTest {

    private final Service service = Service.shared();
    private final Local local = service.local();

    @Test
    void another_time_is_told_once_to_everyone_who_comes_or_waits() {
        Draft draft = service.draft().places(1);
        Activity activity = draft.publish();
        Applicant inside = Applicant.someone();
        Applicant waiting = Applicant.someone();
        Applicant gone = Applicant.someone();
        Registration confirmed = activity.confirmed(inside);
        activity.waitlisted(waiting);
        activity.waitlisted(gone).cancel();
        local.settle();
        Calendar before = mail(inside, "registration.confirmed").calendar();

        OffsetDateTime later = draft.startsAt().plusDays(1);
        activity.moveTo(later);

        assertEquals(1, count(inside, "activity.changed"));
        assertEquals(1, count(waiting, "activity.changed"));
        assertEquals(0, count(gone, "activity.changed"));
        Calendar after = mail(inside, "activity.changed").calendar();
        assertEquals("REQUEST", after.get("METHOD"));
        assertEquals(before.get("UID"), after.get("UID"));
        assertTrue(after.sequence() > before.sequence(), after::toString);
        assertFalse(before.get("DTSTART").equals(after.get("DTSTART")));
        assertFalse(mail(waiting, "activity.changed").has("text/calendar"));
        assertEquals("confirmed", confirmed.status());
        Applicant late = Applicant.someone();
        activity.waitlisted(late);
        local.settle();
        assertEquals(0, count(late, "activity.changed"));
    }

    @Test
    void what_was_read_and_is_sent_back_is_no_change() {
        Draft draft = service.draft();
        String exact = draft.startsAt().plusNanos(123_456_789).toString();
        Activity activity = draft.with("startsAt", exact).publish();
        Applicant han = Applicant.someone();
        activity.confirmed(han);

        activity.change(whole -> {});
        activity.resize("all", 20);

        assertEquals(0, count(han, "activity.changed"));
        assertEquals(19, activity.free());
    }

    @Test
    void what_was_just_allowed_is_not_refused() {
        Draft draft = service.draft();
        Activity activity = draft.with("registrationClosesAt", draft.startsAt().minusDays(29))
                .with("eligibility.maxAge", 30)
                .publish();
        activity.signUp(Applicant.someone()
                        .with(
                                "person.birthDate",
                                draft.startsAt().toLocalDate().minusYears(40).toString()))
                .refused(422, "not_eligible");
        activity.change(whole -> whole.putObject("eligibility").put("maxAge", 45));

        activity.confirmed(Applicant.someone()
                .with(
                        "person.birthDate",
                        draft.startsAt().toLocalDate().minusYears(40).toString()));
        activity.change(whole -> whole.putObject("eligibility").put("maxAge", 35));
        activity.signUp(Applicant.someone()
                        .with(
                                "person.birthDate",
                                draft.startsAt().toLocalDate().minusYears(40).toString()))
                .refused(422, "not_eligible");
    }

    @Test
    void another_place_is_told_and_another_title_is_not() {
        Activity activity = service.draft().publish();
        Applicant han = Applicant.someone();
        activity.confirmed(han);

        activity.change(whole -> whole.putObject("title").put("zh", "换了名字").put("en", "Another name"));
        assertEquals(0, count(han, "activity.changed"));
        activity.change(whole -> whole.putObject("venue").put("name", "南门").put("address", "运河路 2 号"));
        assertEquals(1, count(han, "activity.changed"));
        assertTrue(mail(han, "activity.changed").text().contains("运河路 2 号"));
    }

    @Test
    void of_two_changes_in_a_row_nobody_hears_the_last_word_twice() {
        Draft draft = service.draft();
        Activity activity = draft.publish();
        Applicant han = Applicant.someone();
        activity.confirmed(han);
        ObjectNode whole = (ObjectNode)
                service.get(activity.adminPath()).as("organiser").expect(200).json();
        long version = whole.path("version").asLong();
        for (int day = 1; day <= 3; day++) {
            whole.putObject("venue").put("name", "馆 " + day).put("address", "");
            service.put(activity.adminPath())
                    .as("organiser")
                    .header("If-Match", Long.toString(version + day - 1))
                    .json(whole)
                    .expect(200);
        }
        local.settle();

        List<Mail> told = local.mails(han.email()).stream()
                .filter(mail -> mail.kind().equals("activity.changed"))
                .toList();
        assertEquals(
                1, told.stream().filter(mail -> mail.text().contains("馆 3")).count());
    }

    @Test
    void more_places_let_the_line_in_at_once_and_fewer_throw_nobody_out() {
        Activity activity = service.draft().places(1).publish();
        Registration inside = activity.confirmed(Applicant.someone());
        Registration first = activity.waitlisted(Applicant.someone());
        Registration second = activity.waitlisted(Applicant.someone());

        activity.resize("all", 2);
        assertEquals("confirmed", first.status());
        assertEquals("waitlisted", second.status());

        activity.resize("all", 0);
        assertEquals("confirmed", inside.status());
        assertEquals("confirmed", first.status());
        inside.cancel();
        local.settle();
        assertEquals("waitlisted", second.status(), "no more are let in until there are fewer than places");
        activity.resize("all", 2);
        assertEquals("confirmed", second.status());
    }

    @Test
    void a_group_may_come_and_none_may_go() {
        Activity activity = service.draft().places(1).publish();

        activity.change(whole -> {
            ObjectNode more = ((ArrayNode) whole.path("groups")).addObject();
            more.put("id", "guests").put("capacity", 2).putObject("title").put("en", "Guests");
        });
        assertEquals(2, activity.group("guests").path("free").asInt());
        ObjectNode whole = (ObjectNode)
                service.get(activity.adminPath()).as("organiser").expect(200).json();
        ((ArrayNode) whole.path("groups")).remove(0);
        service.put(activity.adminPath())
                .as("organiser")
                .header("If-Match", whole.path("version").asText())
                .json(whole)
                .refusedField("groups", "read_only");
    }

    @Test
    void old_answers_keep_the_options_they_were_given_under() {
        Activity activity = service.draft()
                .questions("{'id':'bus','type':'choice','label':{'zh':'班车','en':'Bus'},'options':['east','west'],"
                        + "'optionLabels':{'east':{'zh':'东站','en':'East station'}}}")
                .publish();
        Registration east = activity.confirmed(Applicant.someone().with("answers.bus", "east"));
        activity.change(whole -> {
            ObjectNode bus = (ObjectNode) whole.path("questions").get(0);
            bus.putArray("options").add("west").add("north");
            bus.remove("optionLabels");
        });

        activity.signUp(Applicant.someone().with("answers.bus", "east")).refusedField("answers.bus", "unknown_option");
        activity.confirmed(Applicant.someone().with("answers.bus", "north"));
        east.patch(Json.of("{'answers':{'bus':'east'}}")).expect(200);
        east.patch(Json.of("{'person':{'name':'李雷'}}")).expect(200);
        assertEquals("east", east.read().path("answers").path("bus").asText());
        String page = service.get(east.page() + "&lang=en").expect(200).text();
        assertTrue(page.contains("East station"), "the page shows what was chosen");
        east.patch(Json.of("{'answers':{'bus':'north'}}")).expect(200);
        east.patch(Json.of("{'answers':{'bus':'east'}}")).refusedField("answers.bus", "unknown_option");

        JsonNode versions = service.get(activity.adminPath() + "/questions")
                .as("organiser")
                .expect(200)
                .json()
                .path("items");
        assertEquals(2, versions.size());
        assertEquals(2, versions.get(0).path("version").asInt());
        assertEquals(
                "east",
                versions.get(1).path("questions").get(0).path("options").get(0).asText());
    }

    @Test
    void a_question_that_is_added_is_asked_of_those_who_come_and_left_alone_by_those_who_are_there() {
        Activity activity = service.draft().publish();
        Registration early = activity.confirmed(Applicant.someone());
        activity.change(whole -> whole.putArray("questions")
                .add(Json.of("{'id':'diet','type':'choice','label':{'zh':'饮食','en':'Diet'},"
                        + "'options':['none','vegetarian'],'required':true}")));

        early.patch(Json.of("{'person':{'name':'李雷'}}")).expect(200);
        activity.signUp(Applicant.someone()).refusedField("answers.diet", "required");
        assertEquals(
                "none",
                early.patch(Json.of("{'answers':{'diet':'none'}}"))
                        .expect(200)
                        .json()
                        .path("answers")
                        .path("diet")
                        .asText());
    }

    @Test
    void cancelling_an_activity_cancels_everyone_and_tells_everyone_once() {
        Activity activity = service.draft().places(1).publish();
        Applicant inside = Applicant.someone();
        Applicant waiting = Applicant.someone();
        Applicant gone = Applicant.someone();
        Registration confirmed = activity.confirmed(inside);
        Registration waiter = activity.waitlisted(waiting);
        activity.waitlisted(gone).cancel();
        local.settle();

        activity.cancel();
        local.settle();
        activity.cancel();
        local.settle();

        assertEquals("cancelled", confirmed.status());
        assertEquals("cancelled", waiter.status());
        for (Applicant told : List.of(inside, waiting)) {
            assertEquals(1, count(told, "activity.cancelled"));
            assertEquals(0, count(told, "registration.cancelled"));
            assertEquals(0, count(told, "registration.promoted"));
        }
        assertEquals(0, count(gone, "activity.cancelled"));
        assertTrue(mail(inside, "activity.cancelled").text().contains("台风"), "the reason is told");
        assertEquals("CANCEL", mail(inside, "activity.cancelled").calendar().get("METHOD"));
        assertFalse(mail(waiting, "activity.cancelled").has("text/calendar"));
        assertEquals("revoked", new Door(service, "staff").result(confirmed.ticket()));
    }

    @Test
    void moving_an_activity_and_its_reminders_needs_no_second_look_at_drafts() {
        Draft draft = service.draft();
        Activity activity = draft.create();
        OffsetDateTime other = draft.startsAt().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        assertEquals(
                other.toInstant(),
                OffsetDateTime.parse(activity.moveTo(other).path("startsAt").asText())
                        .toInstant());
        activity.publish();
        assertEquals("open", activity.state());
    }

    private Mail mail(Applicant to, String kind) {
        return local.mails(to.email()).stream()
                .filter(mail -> mail.kind().equals(kind))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError("no " + kind));
    }

    private long count(Applicant to, String kind) {
        return local.kindsTo(to.email()).stream().filter(kind::equals).count();
    }
}
