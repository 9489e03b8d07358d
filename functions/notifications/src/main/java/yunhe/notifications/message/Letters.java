package yunhe.notifications.message;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import yunhe.core.notice.NoticeKind;
import yunhe.core.person.Email;
import yunhe.core.person.Phone;
import yunhe.core.shared.Language;
import yunhe.notifications.channel.Mail;
import yunhe.notifications.channel.TextMessage;
import yunhe.pages.QrCode;

/** Writes messages. All files are read when it is made, so that a snapshot holds them. */
public final class Letters {

    private final Links links;
    private final Calendars calendars;
    private final Layout layout = new Layout();
    private final Map<Language, MessageFile> words = new EnumMap<>(Language.class);
    private final Map<Language, Map<NoticeKind, MessageText>> texts = new EnumMap<>(Language.class);

    /** @param mailFrom the sender, who is also the organiser in the calendar */
    public Letters(Links links, String mailFrom) {
        this.links = links;
        this.calendars = new Calendars(links, mailFrom);
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
                        notice.id(),
                        notice.kind().code(),
                        notice.about().value(),
                        occasion.now(),
                        unsubscribe(occasion)),
                new Mail.To(occasion.person().name(), to.address()),
                occasion.language(),
                content(occasion),
                new Mail.Enclosures(picture(occasion), calendars.of(occasion)));
    }

    public TextMessage textMessage(Occasion occasion, Phone to) {
        var notice = occasion.notice();
        var text = text(occasion).sms().execute(Gaps.of(occasion, links));
        return new TextMessage(notice.id(), notice.kind().code(), notice.about().value(), to.e164(), text);
    }

    private Mail.Content content(Occasion occasion) {
        var text = text(occasion);
        var words = words(occasion.language());
        var gaps = Gaps.of(occasion, links);
        var subject = text.subject().execute(gaps);
        var prefix = switch (occasion) {
            case ActivityOccasion _, MeetingsOccasion _ -> "";
            case StayOccasion _ -> "Stay";
        };
        var mood = Mood.of(occasion);
        var values = new HashMap<>(gaps);
        values.put("language", occasion.language().locale().toLanguageTag());
        values.put("subject", subject);
        values.put("preview", text.preview().execute(gaps));
        values.put("heading", text.heading().execute(gaps));
        values.put("button", text.button().execute(gaps));
        values.put("paragraphs", Paragraphs.of(occasion, text.paragraphs(gaps), links));
        values.put("facts", FactList.of(occasion, words));
        values.putAll(meetings(occasion, words));
        values.put("reasonLabel", words.line(prefix + "Reason"));
        values.put(
                "ticketUrl",
                occasion.hasTicket() ? links.ticket(occasion.notice().about()) : "");
        values.put("ticketLabel", words.line(prefix + "Ticket"));
        values.put("ticketHint", words.line(prefix + "TicketHint"));
        values.put("ticketText", words.line(prefix + "TicketText"));
        values.put("linkHint", words.line("LinkHint"));
        values.put("private", words.line("Private"));
        values.put("automatic", words.line("Automatic"));
        values.put("unsubscribe", unsubscribe(occasion).orElse(""));
        values.put("unsubscribeText", words.line("Unsubscribe"));
        values.put("brand", words.line("Brand"));
        values.put("colour", mood.colour());
        values.put("sign", mood.sign());
        return new Mail.Content(subject, layout.text(values), layout.html(values));
    }

    private Optional<Mail.Picture> picture(Occasion occasion) {
        return occasion.hasTicket()
                ? Optional.of(new Mail.Picture(
                        "ticket", QrCode.png(links.ticket(occasion.notice().about()))))
                : Optional.empty();
    }

    private static Map<String, Object> meetings(Occasion occasion, MessageFile words) {
        if (!(occasion instanceof MeetingsOccasion of)) {
            return Map.of("meetingsLabel", "");
        }
        var meetings = MeetingList.of(of);
        return Map.of("meetingsLabel", meetings.label(words), "meetings", meetings.rows(words));
    }

    /** Only reminders can be ended: what answers an act, an offer or a change always goes. */
    private Optional<String> unsubscribe(Occasion occasion) {
        return occasion instanceof ActivityOccasion of && of.notice().kind() == NoticeKind.REMINDER
                ? Optional.of(links.unsubscribe(of.registration().id()))
                : Optional.empty();
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
