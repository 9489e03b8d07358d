package yunhe.notifications;

import java.util.stream.IntStream;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.testkit.Samples;

class ExactlyOnceTest extends ExactlyOnceContract {

    @Override
    Notice[] tenConfirmations() {
        var activity = world.published(Samples.mixer(5, "women:10"));
        return IntStream.range(0, 10)
                .mapToObj(guest -> world.signUp(activity, Samples.withEmail(guest)))
                .map(registration -> World.notice(registration, NoticeKind.CONFIRMED))
                .toArray(Notice[]::new);
    }
}
