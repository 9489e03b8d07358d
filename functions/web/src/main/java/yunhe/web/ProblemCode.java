package yunhe.web;

import yunhe.core.activity.Refusal;

/** Every stable code of an error, with its status. */
public enum ProblemCode {
    BODY_MALFORMED(400, "body.malformed"),
    BODY_INVALID(400, "body.invalid"),
    UNAUTHENTICATED(401, "unauthenticated"),
    FORBIDDEN(403, "forbidden"),
    NOT_FOUND(404, "not_found"),
    METHOD_NOT_ALLOWED(405, "method.not_allowed"),
    BODY_TOO_LARGE(413, "body.too_large"),
    BODY_UNSUPPORTED(415, "body.unsupported"),
    VERSION_REQUIRED(428, "version.required"),
    ALREADY_REGISTERED(409, "already_registered"),
    ACTIVITY_FULL(409, "activity.full"),
    STATION_FULL(409, "station.full"),
    STAY_OVERLAPS(409, "stay.overlaps"),
    REGISTRATION_STATE(409, "registration.state"),
    CANCEL_TOO_LATE(409, "cancel.too_late"),
    VERSION_STALE(409, "version.stale"),
    TIMETABLE_PUBLISHED(409, "timetable.published"),
    ACTIVITY_CANCELLED(410, "activity.cancelled"),
    REGISTRATION_CLOSED(410, "registration.closed"),
    OFFER_EXPIRED(410, "offer.expired"),
    NOT_ELIGIBLE(422, "not_eligible"),
    IDEMPOTENCY_MISMATCH(422, "idempotency.mismatch"),
    ENTITLEMENT_EXHAUSTED(422, "entitlement.exhausted"),
    ENTITLEMENT_TOO_SOON(422, "entitlement.too_soon"),
    NIGHTS_OUT_OF_RANGE(422, "nights.out_of_range"),
    REGISTRATION_NOT_OPEN(423, "registration.not_open"),
    RATE_LIMITED(429, "rate.limited"),
    INTERNAL(500, "internal"),
    STORE_UNAVAILABLE(503, "store.unavailable");

    private final int status;
    private final String code;

    ProblemCode(int status, String code) {
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public static ProblemCode of(Refusal refusal) {
        return switch (refusal) {
            case NOT_FOUND -> NOT_FOUND;
            case ALREADY_REGISTERED -> ALREADY_REGISTERED;
            case ACTIVITY_FULL -> ACTIVITY_FULL;
            case ACTIVITY_CANCELLED -> ACTIVITY_CANCELLED;
            case REGISTRATION_CLOSED -> REGISTRATION_CLOSED;
            case OFFER_EXPIRED -> OFFER_EXPIRED;
            case REGISTRATION_STATE -> REGISTRATION_STATE;
            case CANCEL_TOO_LATE -> CANCEL_TOO_LATE;
            case VERSION_STALE -> VERSION_STALE;
            case IDEMPOTENCY_MISMATCH -> IDEMPOTENCY_MISMATCH;
            case TIMETABLE_PUBLISHED -> TIMETABLE_PUBLISHED;
        };
    }
}
