package yunhe.lodging;

import java.util.List;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.lodging.ChangeStay;
import yunhe.web.Body;
import yunhe.web.Fields;

/** What somebody wants to change of a stay. Leaves with 400 when it names anything else. */
final class ChangeForm {

    private static final List<String> UNCHANGEABLE = List.of(
            "id",
            "stationId",
            "arrive",
            "nights",
            "status",
            "person",
            "purpose",
            "proof",
            "joinWaitlist",
            "consent",
            "locale",
            "waitlistPosition",
            "alternatives",
            "offerExpiresAt",
            "reviewUntil",
            "cancelUntil",
            "checkedInAt",
            "leftOn",
            "ticket",
            "ticketUrl",
            "calendarUrl",
            "manageUrl",
            "createdAt",
            "version");

    private ChangeForm() {}

    static ChangeStay.Wish parse(Body body) {
        var fields = Fields.of(body);
        UNCHANGEABLE.stream().filter(fields::mentions).forEach(name -> fields.refuse(name, Code.READ_ONLY));
        var depart = fields.day("depart");
        var roomType = fields.line("roomType", StationForm.NAME_LENGTH_MAX);
        fields.orRefuse();
        return new ChangeStay.Wish(depart, roomType);
    }
}
