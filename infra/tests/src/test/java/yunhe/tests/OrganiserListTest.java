package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrganiserListTest {

    private final Service service = Service.shared();

    @Test
    void the_list_can_be_narrowed() {
        Activity activity = service.draft().groups("women", "1", "men", "5").publish();
        Registration han = activity.confirmed(Applicant.someone().in("women"));
        Registration waiting = activity.waitlisted(Applicant.named("王小红").in("women"));
        Registration lei = activity.confirmed(Applicant.named("李雷").in("men").with("person.phone", "13712345678"));
        Registration gone = activity.confirmed(Applicant.named("Anna Schmidt").in("men"));
        gone.cancel();

        assertEquals(Set.of(han.id(), waiting.id(), lei.id(), gone.id()), ids(activity, "limit=200"));
        assertEquals(Set.of(han.id(), lei.id()), ids(activity, "status=confirmed"));
        assertEquals(Set.of(waiting.id()), ids(activity, "status=waitlisted"));
        assertEquals(Set.of(gone.id()), ids(activity, "status=cancelled"));
        assertEquals(Set.of(han.id(), waiting.id()), ids(activity, "group=women"));
        assertEquals(Set.of(lei.id()), ids(activity, "group=men&status=confirmed"));
        assertEquals(Set.of(lei.id()), ids(activity, "q=%E6%9D%8E%E9%9B%B7"));
        assertEquals(Set.of(gone.id()), ids(activity, "q=schmidt"));
        assertEquals(Set.of(lei.id()), ids(activity, "q=13712345678"));
        assertEquals(Set.of(), ids(activity, "q=nobody"));
    }

    @Test
    void organisers_see_whole_people() {
        Activity activity = service.draft().publish();
        Applicant han = Applicant.someone().with("person.phone", Applicant.freshPhone());
        activity.register(han);

        JsonNode row = activity.registrations().getFirst();

        assertEquals(han.json().path("person"), row.path("person"));
    }

    @Test
    void door_staff_see_masked_people() {
        Activity activity = service.draft().publish();
        Applicant han = Applicant.someone().with("person.phone", Applicant.freshPhone());
        activity.register(han);
        activity.register(Applicant.named("李雷"));
        activity.register(Applicant.named("Anna Schmidt"));

        Reply list =
                service.get(activity.adminPath() + "/registrations").as("staff").expect(200);

        List<String> names = Json.list(list.json().path("items")).stream()
                .map(row -> row.path("person").path("name").asText())
                .sorted()
                .toList();
        assertEquals(List.of("A*** S******", "李*", "韩*梅"), names);
        assertFalse(list.text().contains(han.email()), list::toString);
        assertFalse(list.text().contains(han.phone()), list::toString);
        assertFalse(list.text().contains(han.phone().substring(3)), list::toString);
    }

    @Test
    void the_list_comes_in_pages() {
        Activity activity = service.draft().publish();
        for (int i = 0; i < 5; i++) {
            activity.register(Applicant.someone());
        }

        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = service.get(activity.adminPath() + "/registrations?limit=2" + cursor)
                    .as("organiser")
                    .expect(200)
                    .json();
            assertTrue(page.path("items").size() <= 2);
            found.addAll(Json.texts(page.path("items"), "id"));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());

        assertEquals(5, found.size());
        assertEquals(5, new HashSet<>(found).size());
    }

    @Test
    void filters_and_limits_that_make_no_sense_are_refused() {
        Activity activity = service.draft().publish();

        refused(activity, "limit=0", "limit");
        refused(activity, "limit=201", "limit");
        refused(activity, "status=unheard-of", "status");
        service.get("/admin/gatherings/gath_none/registrations").as("organiser").refused(404, "not_found");
    }

    @Test
    void the_organiser_cancels_for_someone() {
        Activity activity = service.draft().places(1).publish();
        Registration inside = activity.confirmed(Applicant.someone());
        Registration waiter = activity.waitlisted(Applicant.someone());
        String path = activity.adminPath() + "/registrations/" + inside.id() + "/cancel";

        JsonNode first = service.post(path)
                .as("organiser")
                .json(Json.of("{}"))
                .expect(200)
                .json();
        service.post(path).as("organiser").json(Json.of("{}")).expect(200);
        service.local().settle();

        assertEquals("cancelled", first.path("status").asText());
        assertEquals("cancelled", inside.status());
        assertEquals("confirmed", waiter.status());
        assertEquals(0, activity.free());
        service.post(activity.adminPath() + "/registrations/reg_none/cancel")
                .as("organiser")
                .json(Json.of("{}"))
                .refused(404, "not_found");
    }

    private void refused(Activity activity, String query, String field) {
        service.get(activity.adminPath() + "/registrations?" + query)
                .as("organiser")
                .refusedField(field);
    }

    private static Set<String> ids(Activity activity, String query) {
        return new HashSet<>(Json.texts(activity.registrations(query), "id"));
    }
}
