package yunhe.lodging;

import java.util.Map;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.StayStatus;
import yunhe.web.form.Codes;

/** How the enums of lodging are spelled in requests and replies. */
final class Wire {

    static final Map<String, RoomType.Gender> GENDERS = Codes.byCode(RoomType.Gender.values());
    static final Map<String, RoomType.For> ROOMS_FOR = Codes.byCode(RoomType.For.values());
    static final Map<String, StayStatus> STATUSES = Codes.byCode(StayStatus.values());

    /** Documents that tell who somebody is. */
    static final Map<String, String> DOCUMENTS =
            Map.of("id-card", "id-card", "passport", "passport", "permit", "permit");

    private Wire() {}
}
