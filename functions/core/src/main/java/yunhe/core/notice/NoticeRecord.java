package yunhe.core.notice;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is kept of a notice: no text, no address.
 *
 * @param at of the status
 * @param claimedUntil while it is queued: until when somebody is at it
 */
public record NoticeRecord(Notice notice, Outcome outcome, Instant at, Optional<Instant> claimedUntil) {

    public Status status() {
        return outcome.status();
    }

    /** Whether somebody may be sending it at this moment. */
    public boolean isUnderWay(Instant now) {
        return status() == Status.QUEUED && claimedUntil.filter(now::isBefore).isPresent();
    }

    /**
     * How it stands, and why.
     *
     * @param channel how it went out, or was refused
     * @param reason why it was not sent: one of {@link Reason}, or the provider's code
     */
    public record Outcome(Status status, Optional<Channel> channel, Optional<String> reason) {

        public static Outcome dropped(String reason) {
            return new Outcome(Status.DROPPED_LATE, Optional.empty(), Optional.of(reason));
        }

        public static Outcome givenUp() {
            return new Outcome(Status.FAILED, Optional.empty(), Optional.of(Reason.GIVEN_UP));
        }
    }

    /** Why something was not sent, beside what a provider says. */
    public static final class Reason {
        /** Its moment has passed. */
        public static final String LATE = "late";
        /** It was no longer so when its turn came. */
        public static final String OUTDATED = "outdated";
        /** The person has had their reminders of the day. */
        public static final String DAILY_CAP = "daily_cap";
        /** The person wants no reminders. */
        public static final String OPTED_OUT = "opted_out";
        /** Nothing leads to the person. */
        public static final String NO_CHANNEL = "no_channel";
        /** The provider could not be reached, however often it was tried. */
        public static final String GIVEN_UP = "given_up";

        private Reason() {}
    }

    /** How it stands. */
    public enum Status {
        QUEUED("queued"),
        SENT("sent"),
        /** Refused for good, given up, or there is no way to reach the person. */
        FAILED("failed"),
        /** No longer true, no longer wanted, or its moment has passed. */
        DROPPED_LATE("dropped_late");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Status> ofCode(String code) {
            return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
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
