package yunhe.lodging;

import static java.util.function.Function.identity;

import java.util.Map;
import java.util.stream.Collectors;
import yunhe.core.lodging.Applicant;
import yunhe.core.lodging.RoomType;
import yunhe.web.form.Codes;

/** How the enums of lodging are spelled in requests and replies. */
final class Wire {

    static final Map<String, RoomType.Gender> GENDERS = Codes.byCode(RoomType.Gender.values());
    static final Map<String, RoomType.For> ROOMS_FOR = Codes.byCode(RoomType.For.values());

    static final Map<String, String> DOCUMENTS =
            Applicant.DOCUMENTS.stream().collect(Collectors.toUnmodifiableMap(identity(), identity()));

    private Wire() {}
}
