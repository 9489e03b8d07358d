package yunhe.checkin;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityType;
import yunhe.core.door.CheckIn;
import yunhe.core.door.ScanAnswer;
import yunhe.core.lodging.Stations;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Language;
import yunhe.pages.DoorPage;
import yunhe.pages.DoorView;
import yunhe.signin.StaffSession;
import yunhe.web.Fields;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.form.Codes;

/** The scanner's page, and the scans that its script or its form sends. */
final class DoorScan {

    private static final int ACTIVITIES_MAX = 50;
    private static final int LANGUAGE_LENGTH_MAX = 10;

    private final Activities activities;
    private final Stations stations;
    private final CheckIn checkIn;
    private final Clock clock;
    private final RandomGenerator random;

    DoorScan(Wiring wiring, Environment environment) {
        this.activities = wiring.activities();
        this.stations = wiring.stations();
        this.checkIn = wiring.checkIn();
        this.clock = environment.clock();
        this.random = environment.random();
    }

    Reply page(Request request, StaffSession staff) {
        return page(request.language(), staff, request.query("activity"), Optional.empty(), Optional.empty());
    }

    /** JSON for the page's script; the page again for its form. */
    Reply scan(Request request, StaffSession staff) {
        var body = request.body();
        var fields = Fields.of(body);
        var scan = ScanForm.parse(fields, staff.subject());
        if (!body.isForm() || !request.prefersHtml()) {
            fields.orRefuse();
            return Reply.json(200, ScanReply.json(told(scan.orElseThrow())));
        }
        // What was typed by hand and cannot be a ticket is a wrong ticket, not a mistake in a form.
        var answer = scan.map(this::told).orElseGet(ScanAnswer::invalid);
        // The form carries its page's language along.
        var language = fields.line("lang", LANGUAGE_LENGTH_MAX)
                .flatMap(code -> Optional.ofNullable(Codes.LANGUAGES.get(code)))
                .orElse(request.language());
        return page(
                language,
                staff,
                fields.line(ScanForm.ACTIVITY, ScanForm.ACTIVITY_LENGTH_MAX),
                fields.line(ScanForm.DEVICE, CheckIn.Scan.DEVICE_LENGTH_MAX),
                Optional.of(answer));
    }

    private ScanAnswer told(CheckIn.Scan scan) {
        var answer = checkIn.scan(scan);
        ScanReply.log(answer);
        return answer;
    }

    private Reply page(
            Language language,
            StaffSession staff,
            Optional<String> chosen,
            Optional<String> entrance,
            Optional<ScanAnswer> answer) {
        var view = new DoorView(
                language,
                staff.name(),
                today(),
                stations.all(),
                chosen,
                entrance,
                answer,
                Long.toString(random.nextLong(), Character.MAX_RADIX));
        return Reply.html(200, DoorPage.render(view)).withHeader("content-language", language.code());
    }

    /** Those that are not over and whose doors open today, as the venue counts days. */
    private List<Activity> today() {
        var now = clock.instant();
        return Arrays.stream(ActivityType.values())
                .flatMap(type -> activities.listUpcoming(type, now, ACTIVITIES_MAX, Optional.empty()).items().stream())
                .filter(activity -> {
                    var zone = activity.times().zone();
                    return !activity.doorsOpenAt()
                            .atZone(zone)
                            .toLocalDate()
                            .isAfter(now.atZone(zone).toLocalDate());
                })
                .sorted(Comparator.comparing(activity -> activity.times().startsAt()))
                .toList();
    }
}
