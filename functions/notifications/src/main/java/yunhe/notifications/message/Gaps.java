package yunhe.notifications.message;

import java.util.HashMap;
import java.util.Map;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Venue;
import yunhe.core.shared.Language;

/** What a translator may use; README.txt beside the messages explains each. */
final class Gaps {

    /** Longer ones would leave no room in a text message for the link. */
    private static final int SHORT_TITLE_SIGNS_MAX = 24;

    /** A word in English takes more letters, and says as much. */
    private static final int SHORT_ENGLISH_TITLE_SIGNS_MAX = 48;

    private static final int SHORT_VENUE_SIGNS_MAX = 24;
    private static final int SHORT_ROOM_SIGNS_MAX = 24;
    private static final int SHORT_REASON_SIGNS_MAX = 40;

    private Gaps() {}

    static Map<String, Object> of(Occasion occasion, Links links) {
        var gaps = new HashMap<String, Object>(occasion.situation().gaps());
        gaps.put("name", Typed.line(occasion.person().name()));
        gaps.put("title", Typed.line(occasion.title()));
        gaps.put("shortTitle", Typed.shortLine(occasion.title(), shortTitleMax(occasion.language())));
        gaps.put("reason", occasion.reason().map(Typed::line).orElse(""));
        gaps.put(
                "shortReason",
                occasion.reason()
                        .map(it -> Typed.shortLine(it, SHORT_REASON_SIGNS_MAX))
                        .orElse(""));
        gaps.put("manageUrl", links.manage(occasion.notice().about()));
        gaps.putAll(
                switch (occasion) {
                    case ActivityOccasion of -> ofActivity(of, links);
                    case MeetingsOccasion of -> ofMeetings(of, links);
                    case StayOccasion of -> ofStay(of, links);
                });
        return gaps;
    }

    private static Map<String, Object> ofActivity(ActivityOccasion occasion, Links links) {
        var times = occasion.activity().times();
        var when = new When(occasion.language(), times);
        var headline = occasion.activity().details().headline();
        var gaps = new HashMap<String, Object>();
        gaps.put("when", when.whole());
        gaps.put("day", when.day());
        gaps.put("start", when.start());
        gaps.put("soon", when.soon(occasion.now()));
        var venue = headline.venue().map(FactList::place).orElse("");
        gaps.put("venue", venue);
        gaps.put("shortVenue", Typed.shortLine(shortPlace(headline, venue), SHORT_VENUE_SIGNS_MAX));
        gaps.put("cancelUntil", when.moment(times.cancelUntil()));
        gaps.put(
                "offerUntil",
                occasion.offer().map(offer -> when.moment(offer.expiresAt())).orElse(""));
        gaps.put("mayCancel", occasion.mayCancel());
        gaps.put("open", occasion.maySignUp());
        gaps.put("begun", occasion.begun());
        gaps.put("wasConfirmed", occasion.wasConfirmed());
        gaps.put(
                "needsReview",
                occasion.approval().filter(Approval.REVIEW::equals).isPresent());
        gaps.put("needsAnswer", occasion.isPromotedByOffer());
        gaps.put("activityUrl", links.activity(occasion.activity()));
        return gaps;
    }

    private static Map<String, Object> ofMeetings(MeetingsOccasion occasion, Links links) {
        var gaps = ofActivity(occasion.at(), links);
        var meetings = MeetingList.of(occasion);
        gaps.put("count", meetings.count());
        gaps.put("howMany", meetings.howMany());
        gaps.put("firstMeeting", meetings.first());
        gaps.put("hasMeetings", meetings.count() > 0);
        return gaps;
    }

    private static Map<String, Object> ofStay(StayOccasion occasion, Links links) {
        var stay = occasion.stay();
        var times = new StayTimes(occasion.language(), occasion.station(), stay);
        var gaps = new HashMap<String, Object>();
        gaps.put("dates", times.dates());
        gaps.put("nights", times.nights());
        gaps.put("arrive", times.arrive());
        gaps.put("depart", times.depart());
        gaps.put("firstDay", times.firstDay());
        gaps.put("checkOutUntil", times.checkOutUntil());
        gaps.put("arriveBy", times.arriveBy());
        gaps.put("shortArriveBy", times.shortArriveBy());
        gaps.put("room", Typed.line(occasion.room()));
        gaps.put("shortRoom", Typed.shortLine(occasion.room(), SHORT_ROOM_SIGNS_MAX));
        gaps.put("cancelUntil", times.moment(stay.origin().terms().cancelUntil()));
        gaps.put("heldUntil", occasion.heldUntil().map(times::moment).orElse(""));
        gaps.put("mayCancel", occasion.mayCancel());
        gaps.put("wasConfirmed", occasion.wasConfirmed());
        gaps.put("needsReview", occasion.needsReview());
        gaps.put("needsAnswer", occasion.isPromotedByOffer());
        gaps.put("stationUrl", links.station(stay.station()));
        return gaps;
    }

    private static int shortTitleMax(Language language) {
        return switch (language) {
            case ZH -> SHORT_TITLE_SIGNS_MAX;
            case EN -> SHORT_ENGLISH_TITLE_SIGNS_MAX;
        };
    }

    /** Its name; people who need the address open the link. */
    private static String shortPlace(ActivityDetails.Headline headline, String place) {
        return headline.venue().map(Venue::name).filter(name -> !name.isBlank()).orElse(place);
    }
}
