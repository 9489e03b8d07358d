package yunhe.core.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of a notice: no text, no address.
 *
 * @param channel how it went out, or was refused
 * @param at of the status
 * @param claimedUntil while it is queued: until when somebody is at it
 */
public record NoticeRecord(
        Notice notice, Status status, Optional<Channel> channel, Instant at, Optional<Instant> claimedUntil) {

    /** Whether somebody may be sending it at this moment. */
    public boolean isUnderWay(Instant now) {
        return status == Status.QUEUED && claimedUntil.filter(now::isBefore).isPresent();
    }

    /** How it stands. */
    public enum Status {
        QUEUED("queued"),
        SENT("sent"),
        /** Refused for good, or there is no way to reach the person. */
        FAILED("failed"),
        /** No longer true, or its moment has passed. */
        DROPPED_LATE("dropped_late");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** The way to the person. */
    public enum Channel {
        MAIL("mail"),
        SMS("sms");

        private final String code;

        Channel(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
