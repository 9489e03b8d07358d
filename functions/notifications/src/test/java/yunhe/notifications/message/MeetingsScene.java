package yunhe.notifications.message;

import java.util.function.UnaryOperator;
import yunhe.core.notice.NoticeKind;
import yunhe.core.shared.Language;

/** Everything that can be told about someone's meetings. */
enum MeetingsScene implements Shown {
    PUBLISHED(told -> told.meets(0, 0, 3, 1)
            .meets(1, 1, 0, 1)
            .meets(2, 2, 16, 1)
            .meets(4, 3, 3, 1)
            .meets(5, 4, 8, 1)
            .meets(7, 5, 11, 1)),
    PUBLISHED_ON_TWO_DAYS(told -> told.meets(6, 0, 3, 1).meets(7, 1, 0, 1).meets(8, 2, 4, 1)),
    PUBLISHED_TOO_LATE_TO_CANCEL(told -> told.meets(7, 5, 11, 1).at(Told.STARTS.minusSeconds(3_600))),
    NONE(told -> told),
    CHANGED(told ->
            told.knows(1).meets(0, 0, 3, 1).met(1, 1, 0, 2).meets(2, 2, 16, 2).meets(4, 3, 3, 1)),
    NONE_ANY_MORE(told -> told.knows(2).met(0, 0, 3, 3));

    /** Holds nothing that changes. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final UnaryOperator<ToldOfMeetings> set;

    MeetingsScene(UnaryOperator<ToldOfMeetings> set) {
        this.set = set;
    }

    @Override
    public NoticeKind kind() {
        return NoticeKind.MEETINGS_PUBLISHED;
    }

    @Override
    public ToldOfMeetings in(Language language) {
        return set.apply(ToldOfMeetings.nothingOf(language));
    }
}
