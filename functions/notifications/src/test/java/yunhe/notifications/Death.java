package yunhe.notifications;

import java.time.Instant;
import java.util.List;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeRecord;
import yunhe.core.notice.Notices;
import yunhe.core.shared.Subject;
import yunhe.notifications.channel.Channel;
import yunhe.notifications.channel.Delivery;

/** The process ends here. An error, because nothing may catch it. */
final class Death extends Error {

    private static final long serialVersionUID = 1L;

    /** Between which two steps. */
    enum After {
        CLAIM,
        SENDING,
        RECORD
    }

    private Death(After after) {
        super("died after " + after);
    }

    /** Notices whose user dies once it has claimed or written down. */
    static Notices in(Notices real, After when) {
        return new Notices() {
            @Override
            public Claim claim(Notice notice, Instant now) {
                var claim = real.claim(notice, now);
                if (when == After.CLAIM) {
                    throw new Death(when);
                }
                return claim;
            }

            @Override
            public void settle(Claim.Mine claim, NoticeRecord.Outcome outcome, Instant at) {
                real.settle(claim, outcome, at);
                if (when == After.RECORD) {
                    throw new Death(when);
                }
            }

            @Override
            public void release(Claim.Mine claim, Instant now) {
                real.release(claim, now);
            }

            @Override
            public List<NoticeRecord> about(Subject subject) {
                return real.about(subject);
            }
        };
    }

    /** A channel whose user dies once the provider has the message. */
    static <M> Channel<M> in(Channel<M> real, After when) {
        return () -> {
            var line = real.open();
            return new Channel.Line<>() {
                @Override
                public Delivery send(M message) {
                    var delivery = line.send(message);
                    if (when == After.SENDING) {
                        throw new Death(when);
                    }
                    return delivery;
                }

                @Override
                public void close() {
                    line.close();
                }
            };
        };
    }
}
