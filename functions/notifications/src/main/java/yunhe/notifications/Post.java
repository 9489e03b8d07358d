package yunhe.notifications;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yunhe.core.notice.NoticeRecord;
import yunhe.notifications.channel.Channel;
import yunhe.notifications.channel.Delivery;
import yunhe.notifications.channel.Mail;
import yunhe.notifications.channel.TextMessage;
import yunhe.notifications.message.Letters;
import yunhe.notifications.message.Occasion;

/** The way to each person: mail for those who have an address, a text message for the others. */
final class Post {

    private final Letters letters;
    private final Channel<Mail> mail;
    private final Optional<Channel<TextMessage>> sms;

    /** @param sms empty in a deployment without a gateway */
    Post(Letters letters, Channel<Mail> mail, Optional<Channel<TextMessage>> sms) {
        this.letters = letters;
        this.mail = mail;
        this.sms = sms;
    }

    /** One batch's round, on one thread. */
    Round open() {
        return new Round();
    }

    final class Round implements AutoCloseable {

        private final Channel.Line<Mail> mailLine = mail.open();
        private Channel.@Nullable Line<TextMessage> smsLine;

        Posted send(Occasion occasion) {
            var person = occasion.person();
            if (person.email().isPresent()) {
                var letter = letters.mail(occasion, person.email().get());
                return posted(NoticeRecord.Channel.MAIL, mailLine.send(letter));
            }
            if (person.phone().isPresent() && sms.isPresent()) {
                var text = letters.textMessage(occasion, person.phone().get());
                return posted(NoticeRecord.Channel.SMS, smsLine(sms.get()).send(text));
            }
            return new Posted(NoticeRecord.Status.FAILED, Optional.empty(), NoticeRecord.Reason.NO_CHANNEL);
        }

        @Override
        public void close() {
            mailLine.close();
            if (smsLine != null) {
                smsLine.close();
            }
        }

        private Channel.Line<TextMessage> smsLine(Channel<TextMessage> channel) {
            var known = smsLine;
            if (known == null) {
                known = channel.open();
                smsLine = known;
            }
            return known;
        }
    }

    private static Posted posted(NoticeRecord.Channel channel, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sent() -> new Posted(NoticeRecord.Status.SENT, Optional.of(channel), "");
            case Delivery.Refused(var reason) -> new Posted(NoticeRecord.Status.FAILED, Optional.of(channel), reason);
        };
    }

    /** How it went. */
    record Posted(NoticeRecord.Status status, Optional<NoticeRecord.Channel> channel, String reason) {}
}
