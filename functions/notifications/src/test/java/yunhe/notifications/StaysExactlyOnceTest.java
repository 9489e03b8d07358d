package yunhe.notifications;

import java.util.stream.IntStream;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Waitlist;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.testkit.Samples;

class StaysExactlyOnceTest extends ExactlyOnceContract {

    @Override
    Notice[] tenConfirmations() {
        var station = world.station(10, Approval.AUTOMATIC, Waitlist.Promotion.AUTOMATIC);
        return IntStream.range(0, 10)
                .mapToObj(guest -> world.book(station, Samples.withEmail(guest)))
                .map(stay -> World.notice(stay, NoticeKind.STAY_CONFIRMED))
                .toArray(Notice[]::new);
    }
}
