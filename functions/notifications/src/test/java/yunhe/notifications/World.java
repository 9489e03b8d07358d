package yunhe.notifications;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.activity.Activities;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Approval;
import yunhe.core.activity.History.Verdict;
import yunhe.core.activity.Promote;
import yunhe.core.activity.PublishedActivities;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Review;
import yunhe.core.activity.Status;
import yunhe.core.activity.Waitlist;
import yunhe.core.lodging.BookStay;
import yunhe.core.lodging.ChangeStay;
import yunhe.core.lodging.EndStay;
import yunhe.core.lodging.MoveUp;
import yunhe.core.lodging.ReviewStay;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stations;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayOutcome;
import yunhe.core.lodging.Stays;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.notice.NoticeRecord;
import yunhe.core.notice.Notices;
import yunhe.core.notice.OptOuts;
import yunhe.core.notice.RetryNotice;
import yunhe.core.notice.Unreachables;
import yunhe.core.person.Person;
import yunhe.core.shared.Environment;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.dynamo.lodging.DynamoStations;
import yunhe.dynamo.lodging.DynamoStays;
import yunhe.dynamo.notice.DynamoNoticeLists;
import yunhe.dynamo.notice.DynamoNotices;
import yunhe.dynamo.notice.DynamoOptOuts;
import yunhe.dynamo.notice.DynamoUnreachables;
import yunhe.notifications.channel.SmtpChannel;
import yunhe.notifications.channel.SmtpSettings;
import yunhe.notifications.message.Letters;
import yunhe.notifications.message.Links;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Samples;
import yunhe.testkit.StaySamples;

/** A store, a mail server, a text message gateway, and people who sign up. */
final class World implements AutoCloseable {

    private static final Activities.Actor ORGANISER = new Activities.Actor("organiser", Samples.NOW);

    final EmbeddedStore store = EmbeddedStore.start();
    final GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    final Gateway gateway = new Gateway();
    final LatecomersQueue queue = new LatecomersQueue();
    final HandClock clock = new HandClock(Samples.NOW);
    final RandomGenerator random = new java.security.SecureRandom();
    final Map<String, String> variables = new HashMap<>();
    final Registrations registrations;
    final Activities activities;
    final Stations stations;
    final Stays stays;
    private final AtomicInteger messages = new AtomicInteger();

    World() {
        mailServer.start();
        variables.putAll(Map.of(
                "ACTIVITIES_TABLE", store.tableName("ActivitiesTable"),
                "LODGING_TABLE", store.tableName("LodgingTable"),
                "NOTICES_TABLE", store.tableName("NoticesTable"),
                "PUBLIC_URL", "https://yunhe.example",
                "SIGNING_SECRET_1", "one",
                "SIGNING_SECRET_2", "two",
                "SIGNING_KEY", "1",
                "MAIL_FROM", "运河 yunhe <no-reply@yunhe.example>",
                "SMTP_HOST", "127.0.0.1",
                "SMTP_PORT", Integer.toString(mailServer.getSmtp().getPort())));
        variables.putAll(Map.of(
                "NOTICES_QUEUE_URL", "https://queue.example/notices",
                "SEND_ATTEMPTS", "24",
                "QUIET_HOURS", "22:00-08:00",
                "REMINDERS_PER_DAY", "5",
                "IDENTITY_SECRET", "who is who"));
        variables.put("SMTP_SECURITY", "none");
        variables.put("MAIL_CHANNEL", "smtp");
        variables.put("SMS_CHANNEL", "webhook");
        variables.put("SMS_WEBHOOK_URL", gateway.address().toString());
        variables.put("SMS_WEBHOOK_SECRET", "shared with the gateway");
        var table = variables.get("ACTIVITIES_TABLE");
        activities = new DynamoActivities(store.client(), table, random);
        registrations = new DynamoRegistrations(store.client(), table, random);
        stations = new DynamoStations(store.client(), variables.get("LODGING_TABLE"), random);
        stays = new DynamoStays(store.client(), variables.get("LODGING_TABLE"), random);
    }

    Environment environment() {
        return new Environment(variables, clock, random);
    }

    NotifierHandler notifier() {
        return notifier(store.client());
    }

    NotifierHandler notifier(DynamoDbClient client) {
        return new NotifierHandler(environment(), client, queue);
    }

    NotifierHandler thatDies(Death.After when) {
        return with(notices -> Death.in(notices, when), when);
    }

    private NotifierHandler with(UnaryOperator<Notices> change, Death.After when) {
        var notifier = new Notifier(
                change.apply(notices()),
                unreachables(),
                NotifierHandler.rolls(environment(), store.client()),
                NotifierHandler.manners(environment(), store.client()),
                clock);
        var smtp = SmtpSettings.of(environment());
        var post = new Post(
                new Letters(Links.of(environment()), smtp.from()),
                Death.in(new SmtpChannel(smtp), when),
                Optional.empty());
        return new NotifierHandler(notifier, post, new Patience(queue, environment()));
    }

    Unreachables unreachables() {
        return new DynamoUnreachables(store.client(), variables.get("NOTICES_TABLE"));
    }

    OptOuts optOuts() {
        return new DynamoOptOuts(store.client(), variables.get("NOTICES_TABLE"));
    }

    RetryNotice retry(Consumer<Notice> into) {
        var lists = new DynamoNoticeLists(store.client(), variables.get("NOTICES_TABLE"));
        return new RetryNotice(lists, unreachables(), new RetryNotice.Audit(activities, stays), into, clock);
    }

    Notices notices() {
        return new DynamoNotices(store.client(), variables.get("NOTICES_TABLE"), random);
    }

    ActivityId published(ActivityDetails details) {
        return published(ActivityType.GATHERING, details);
    }

    ActivityId published(ActivityType type, ActivityDetails details) {
        var made = activities.create(ActivityId.fresh(type, random), details, ORGANISER);
        return activities.publish(made, ORGANISER).orElseThrow().id();
    }

    /** By its organiser, after its publication. Returns the activity's version with the change. */
    long change(ActivityId id, UnaryOperator<ActivityDetails> change) {
        var seen = activities.find(id).orElseThrow();
        return activities
                .replace(seen, change.apply(seen.details()), ORGANISER)
                .orElseThrow()
                .version();
    }

    Registration signUp(ActivityId activity, Person person) {
        var newcomer = Samples.newcomer(activity, "women", person, Optional.empty(), clock.instant(), random);
        clock.advance(Duration.ofMillis(1));
        return switch (registrations.signUp(newcomer)) {
            case Registrations.SignedUp.Done(var registration) -> registration;
            default -> throw new AssertionError("not signed up");
        };
    }

    Registration cancel(Registration registration) {
        return registrations.end(registration, Status.CANCELLED, clock.instant());
    }

    void promote(ActivityId activity) {
        new Promote(new PublishedActivities(activities, clock, Duration.ZERO), registrations, clock)
                .promote(activity, "women");
    }

    Station station(int rooms, Approval approval, Waitlist.Promotion promotion) {
        var details = StaySamples.station(StaySamples.policy(approval, promotion), "single:" + rooms);
        return stations.create(StationId.fresh(random), details, ORGANISER);
    }

    /** For three nights in a week, or in the line for them. */
    Stay book(Station station, Person person) {
        var application = StaySamples.booking(station.id(), person, StaySamples.days(7, 3));
        clock.advance(Duration.ofMillis(1));
        return done(new BookStay(stations, stays, environment(), Duration.ofDays(180)).book(application));
    }

    Stay cancel(Stay stay) {
        return done(new EndStay(stations, stays, clock).cancel(stay.id()));
    }

    /** Leaves after so many nights. */
    Stay change(Stay stay, int nights) {
        var wish = new ChangeStay.Wish(Optional.of(stay.nights().arrive().plusDays(nights)), Optional.empty());
        return done(new ChangeStay(stations, stays, clock).change(stay.id(), wish, Optional.empty()));
    }

    Stay decide(Stay stay, Verdict verdict) {
        var judgement = new Review.Judgement(verdict, "reviewer", Optional.empty(), Optional.empty());
        return done(new ReviewStay(stations, stays, clock, random).decide(stay.id(), judgement));
    }

    Stay moveUp(Stay stay) {
        new MoveUp(stations, stays, clock).moveUp(stay.station(), stay.roomType());
        return stays.find(stay.id()).orElseThrow();
    }

    static Stay done(StayOutcome outcome) {
        return ((StayOutcome.Done) outcome).stay();
    }

    static Notice notice(Stay stay, NoticeKind kind) {
        return new Notice(stay.id(), kind, stay.version());
    }

    static Notice notice(Registration registration, NoticeKind kind) {
        return new Notice(registration.id(), kind, registration.version());
    }

    SQSEvent batch(Notice... notices) {
        return batch(1, notices);
    }

    /** @param receives how often the queue has handed these messages over, this time included */
    SQSEvent batch(int receives, Notice... notices) {
        var event = new SQSEvent();
        event.setRecords(Arrays.stream(notices)
                .map(notice -> {
                    var message = new SQSEvent.SQSMessage();
                    message.setMessageId("message-" + messages.incrementAndGet());
                    message.setReceiptHandle(message.getMessageId());
                    message.setAttributes(Map.of("ApproximateReceiveCount", Integer.toString(receives)));
                    message.setBody(NoticeMessage.write(notice));
                    return message;
                })
                .toList());
        return event;
    }

    /** How many messages have to come again. */
    int deliver(NotifierHandler handler, Notice... notices) {
        return deliver(handler, batch(notices));
    }

    static int deliver(NotifierHandler handler, SQSEvent event) {
        SQSBatchResponse response = handler.handleRequest(event, null);
        return response.getBatchItemFailures().size();
    }

    /** A function that will be stopped then. */
    static Context millisecondsLeft(int milliseconds) {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemainingTimeInMillis" -> milliseconds;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    List<MimeMessage> mails() {
        return List.of(mailServer.getReceivedMessages());
    }

    NoticeRecord.Status status(Notice notice) {
        return record(notice).orElseThrow().status();
    }

    String reason(Notice notice) {
        return record(notice).orElseThrow().outcome().reason().orElse("");
    }

    Optional<NoticeRecord> record(Notice notice) {
        return notices().about(notice.about()).stream()
                .filter(record -> record.notice().equals(notice))
                .findFirst();
    }

    @Override
    public void close() {
        mailServer.stop();
        gateway.close();
        store.close();
    }
}
