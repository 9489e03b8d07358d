package yunhe.notifications.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import yunhe.core.activity.Venue;
import yunhe.core.notice.NoticeKind;
import yunhe.core.person.Email;
import yunhe.core.person.Phone;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Language;
import yunhe.core.shared.Secrets;
import yunhe.notifications.channel.Mail;
import yunhe.testkit.Samples;

/** What one person has, and what they are told about it. */
abstract class Told {

    static final Instant NOW = Samples.NOW;
    static final Instant STARTS = Samples.START.plus(Duration.ofHours(4));
    static final Email ADDRESS = new Email("han@example.com");
    static final Phone NUMBER = new Phone("+8613800000001");

    static final Letters LETTERS = new Letters(
            new Links(
                    "https://yunhe.example/",
                    Secrets.signing(new Environment(
                            Map.of("SIGNING_SECRET_1", "one", "SIGNING_SECRET_2", "two", "SIGNING_KEY", "1"),
                            Clock.systemUTC(),
                            RandomGenerator.getDefault()))),
            "运河 yunhe <no-reply@yunhe.example>");

    static Told of(NoticeKind kind, Language language) {
        return switch (kind.sort()) {
            case REGISTRATION ->
                kind == NoticeKind.MEETINGS_PUBLISHED ? ToldOfMeetings.of(language) : ToldOfActivity.of(kind, language);
            case STAY -> ToldOfStay.of(kind, language);
        };
    }

    abstract Told to(String name);

    /** @param title of the activity, or the station's name */
    abstract Told about(String title);

    abstract Told in(Venue venue);

    /** With the words of an organiser or a reviewer, where there are any. */
    abstract Told because(Optional<Bilingual> reason);

    abstract Occasion occasion();

    Mail mail() {
        return LETTERS.mail(occasion(), ADDRESS);
    }

    String sms() {
        return LETTERS.textMessage(occasion(), NUMBER).text();
    }
}
