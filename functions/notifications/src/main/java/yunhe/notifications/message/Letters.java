package yunhe.notifications.message;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import yunhe.core.activity.Venue;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.person.Email;
import yunhe.core.person.Phone;
import yunhe.core.shared.Language;
import yunhe.notifications.channel.Mail;
import yunhe.notifications.channel.TextMessage;
import yunhe.pages.CalendarEntry;
import yunhe.pages.QrCode;

/** Writes messages. All files are read when it is made, so that a snapshot holds them. */
public final class Letters {

    private final Links links;
    private final String mailFrom;
    private final Layout layout = new Layout();
    private final Map<Language, MessageFile> words = new EnumMap<>(Language.class);
    private final Map<Language, Map<NoticeKind, MessageText>> texts = new EnumMap<>(Language.class);

    /** @param mailFrom the sender, who is also the organiser in the calendar */
    public Letters(Links links, String mailFrom) {
        this.links = links;
        this.mailFrom = mailFrom;
        for (var language : Language.values()) {
            words.put(language, MessageFile.read(language.code() + "/words.txt"));
            var kinds = new EnumMap<NoticeKind, MessageText>(NoticeKind.class);
            for (var kind : NoticeKind.values()) {
                kinds.put(kind, MessageText.of(kind, language));
            }
            texts.put(language, kinds);
        }
    }

    public Mail mail(Occasion occasion, Email to) {
        var notice = occasion.notice();
        return new Mail(
                new Mail.Stamp(
                        notice.id(), notice.kind().code(), notice.about().value(), occasion.now(), unsubscribe(notice)),
                new Mail.To(occasion.registration().person().name(), to.address()),
                occasion.language(),
                content(occasion),
                new Mail.Enclosures(picture(occasion), calendar(occasion)));
    }

    public TextMessage textMessage(Occasion occasion, Phone to) {
        var notice = occasion.notice();
        var text = text(occasion).sms().execute(gaps(occasion));
        return new TextMessage(notice.id(), notice.kind().code(), notice.about().value(), to.e164(), text);
    }

    private Mail.Content content(Occasion occasion) {
        var text = text(occasion);
        var words = words(occasion.language());
        var gaps = gaps(occasion);
        var subject = text.subject().execute(gaps);
        var mood = Mood.of(occasion.notice().kind());
        var values = new HashMap<>(gaps);
        values.put("language", occasion.language().locale().toLanguageTag());
        values.put("subject", subject);
        values.put("preview", text.preview().execute(gaps));
        values.put("heading", text.heading().execute(gaps));
        values.put("button", text.button().execute(gaps));
        values.put("paragraphs", paragraphs(text.paragraphs(gaps), links.activity(occasion.activity())));
        values.put("facts", facts(occasion, words));
        values.put(
                "ticketUrl",
                occasion.hasTicket() ? links.ticket(occasion.registration().id()) : "");
        values.put("ticketLabel", words.line("Ticket"));
        values.put("ticketHint", words.line("TicketHint"));
        values.put("ticketText", words.line("TicketText"));
        values.put("linkHint", words.line("LinkHint"));
        values.put("private", words.line("Private"));
        values.put("automatic", words.line("Automatic"));
        values.put("unsubscribe", unsubscribe(occasion.notice()).orElse(""));
        values.put("unsubscribeText", words.line("Unsubscribe"));
        values.put("brand", words.line("Brand"));
        values.put("colour", mood.colour());
        values.put("sign", mood.sign());
        return new Mail.Content(subject, layout.text(values), layout.html(values));
    }

    /** What a translator may use. */
    private Map<String, Object> gaps(Occasion occasion) {
        var times = occasion.activity().times();
        var when = new When(occasion.language(), times);
        return Map.ofEntries(
                Map.entry("name", Isolated.of(occasion.registration().person().name())),
                Map.entry("title", title(occasion)),
                Map.entry("when", when.whole()),
                Map.entry("day", when.day()),
                Map.entry(
                        "venue",
                        venue(occasion)
                                .map(venue -> String.join(" ", lines(venue)))
                                .orElse("")),
                Map.entry("cancelUntil", when.moment(times.cancelUntil())),
                Map.entry("mayCancel", occasion.mayCancel()),
                Map.entry("open", occasion.maySignUp()),
                Map.entry("begun", occasion.begun()),
                Map.entry("manageUrl", links.manage(occasion.registration().id())),
                Map.entry("activityUrl", links.activity(occasion.activity())));
    }

    /** A paragraph with the activity's address in it is three parts, so that HTML can make it a link. */
    private static List<Map<String, String>> paragraphs(List<String> paragraphs, String address) {
        return paragraphs.stream()
                .map(text -> {
                    int at = text.indexOf(address);
                    return at < 0
                            ? Map.of("text", text, "link", "", "after", "")
                            : Map.of(
                                    "text", text.substring(0, at),
                                    "link", address,
                                    "after", text.substring(at + address.length()));
                })
                .toList();
    }

    private static List<Map<String, Object>> facts(Occasion occasion, MessageFile words) {
        var name = occasion.registration().person().name();
        var facts = new ArrayList<Map<String, Object>>();
        facts.add(fact(
                words.line("When"),
                new When(occasion.language(), occasion.activity().times()).lines()));
        venue(occasion).map(Letters::lines).ifPresent(venue -> facts.add(fact(words.line("Where"), venue)));
        facts.add(fact(words.line("Name"), List.of(Isolated.of(name))));
        occasion.group().ifPresent(group -> facts.add(fact(words.line("Group"), List.of(group))));
        return facts;
    }

    private static Map<String, Object> fact(String label, List<String> lines) {
        return Map.of(
                "label",
                label,
                "value",
                String.join(" ", lines),
                "lines",
                lines.stream().map(line -> Map.of("line", line)).toList());
    }

    private Optional<Mail.Picture> picture(Occasion occasion) {
        return occasion.hasTicket()
                ? Optional.of(new Mail.Picture(
                        "ticket",
                        QrCode.png(links.ticket(occasion.registration().id()))))
                : Optional.empty();
    }

    private Optional<Mail.Calendar> calendar(Occasion occasion) {
        var registration = occasion.registration();
        var language = occasion.language();
        var manage = links.manage(registration.id());
        if (occasion.hasTicket() && occasion.notice().kind() != NoticeKind.REMINDER) {
            return Optional.of(new Mail.Calendar(
                    "REQUEST",
                    CalendarEntry.request(
                            occasion.activity(), registration, language, manage, links.base(), mailFrom)));
        }
        // Whoever never had an entry has none to take away.
        return occasion.invited()
                ? Optional.of(new Mail.Calendar(
                        "CANCEL",
                        CalendarEntry.cancel(
                                occasion.activity(), registration, language, manage, links.base(), mailFrom)))
                : Optional.empty();
    }

    /** Only reminders can be ended: what answers an act, an offer or a change always goes. */
    private Optional<String> unsubscribe(Notice notice) {
        return notice.kind() == NoticeKind.REMINDER ? Optional.of(links.unsubscribe(notice.about())) : Optional.empty();
    }

    private static String title(Occasion occasion) {
        return occasion.activity().details().headline().title().in(occasion.language());
    }

    private static Optional<Venue> venue(Occasion occasion) {
        return occasion.activity().details().headline().venue();
    }

    private static List<String> lines(Venue venue) {
        return Stream.of(venue.name(), venue.address())
                .filter(part -> !part.isBlank())
                .toList();
    }

    private MessageText text(Occasion occasion) {
        return Optional.ofNullable(texts.get(occasion.language()))
                .map(kinds -> kinds.get(occasion.notice().kind()))
                .orElseThrow();
    }

    private MessageFile words(Language language) {
        return Optional.ofNullable(words.get(language)).orElseThrow();
    }
}
