package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    private final Service service = Service.shared();

    @Test
    void problems_speak_the_language_that_was_asked_for() {
        Activity activity = service.draft().questions(Questions.DIET).publish();

        for (String chinese : List.of("zh", "zh-CN,zh;q=0.9,en;q=0.8", "de", "en;q=0.1, zh;q=0.9", "*")) {
            Reply reply = wrong(activity).header("Accept-Language", chinese).refusedField("answers.diet", "required");
            assertTrue(isChinese(reply.get("title")), reply::toString);
            assertTrue(isChinese(message(reply)), reply::toString);
        }
        for (String english : List.of("en", "en-US,en;q=0.9", "EN-gb", "de, en;q=0.5")) {
            Reply reply = wrong(activity).header("Accept-Language", english).refusedField("answers.diet", "required");
            assertFalse(isChinese(reply.get("title") + reply.get("detail") + message(reply)), reply::toString);
        }
    }

    @Test
    void without_a_wish_it_is_chinese() {
        Reply reply = service.get("/gatherings/gath_none").refused(404, "not_found");

        assertTrue(isChinese(reply.get("title") + reply.get("detail")), reply::toString);
    }

    @Test
    void pages_speak_the_language_that_was_asked_for() {
        Activity activity = service.draft().publish();
        String path = "/g/" + activity.id();

        assertTrue(service.get(path).expect(200).text().contains("运河边的产业沙龙"));
        String english =
                service.get(path).header("Accept-Language", "en").expect(200).text();
        assertTrue(english.contains("Salon by the Canal"));
        assertTrue(english.contains("<html lang=\"en"), "the page says which language it is in");
        assertEquals(
                true,
                service.get(path + "?lang=en")
                        .header("Accept-Language", "zh")
                        .expect(200)
                        .text()
                        .contains("Salon by the Canal"));
        assertTrue(service.get(path + "?lang=zh")
                .header("Accept-Language", "en")
                .expect(200)
                .text()
                .contains("<html lang=\"zh"));
    }

    private static Call wrong(Activity activity) {
        return activity.signUp(Applicant.someone());
    }

    private static String message(Reply reply) {
        return reply.json().path("errors").get(0).path("message").asText();
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
    }
}
