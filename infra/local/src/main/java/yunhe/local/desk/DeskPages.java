package yunhe.local.desk;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import yunhe.local.gateway.LocalEndpoints.Call;
import yunhe.local.gateway.Percent;
import yunhe.local.gateway.Reply;
import yunhe.local.mailbox.Mail;
import yunhe.local.mailbox.Mailbox;
import yunhe.local.mailbox.TextMessages;

/** The pages at /local: mails, messages, the clock, tokens. */
final class DeskPages {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private static final List<List<String>> STEPS = List.of(
            List.of("PT5M", "5 分钟 · min"),
            List.of("PT1H", "1 小时 · hour"),
            List.of("P1D", "1 天 · day"),
            List.of("P7D", "7 天 · days"));

    private final Mailbox mailbox;
    private final TextMessages messages;
    private final Time time;

    DeskPages(Mailbox mailbox, TextMessages messages, Time time) {
        this.mailbox = mailbox;
        this.messages = messages;
        this.time = time;
    }

    Reply home(Call call) {
        return Html.page("运河 · 本机 Local desk", links() + clock() + mails() + texts());
    }

    Reply advanced(Call call) {
        String body = new String(call.body(), java.nio.charset.StandardCharsets.UTF_8);
        String step = Percent.queryParameters(body).getOrDefault("by", "PT0S");
        boolean known = STEPS.stream().anyMatch(one -> one.getFirst().equals(step));
        if (known && time.move("", Duration.parse(step).toString())) {
            return Reply.redirect("/local");
        }
        return Reply.message(400, "by");
    }

    /** A page about a mail, or ({@code …/html}) the mail's own HTML for the frame in it. */
    Reply mail(String rest) {
        boolean frame = rest.endsWith("/html");
        List<Mail> all = mailbox.mails();
        int number = number(rest.replaceFirst("/html$", ""));
        if (number < 0 || number >= all.size()) {
            return Reply.message(404, "Not Found");
        }
        return frame ? framed(all.get(number)) : MailPage.of(all.get(number), number);
    }

    private static Reply framed(Mail mail) {
        return Reply.html(200, MailPage.withPictures(mail))
                .with(
                        "content-security-policy",
                        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox allow-popups"
                                + " allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation");
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static String links() {
        return """
            <section class="card row"><a class="button" href="/">活动列表 · Activities</a>
            <a class="button plain" href="/door">签到 · Door</a>
            <a class="button plain" href="/console">主办方 · Console</a>
            <a class="button plain" href="/local/token?role=organiser&amp;sub=organiser">organiser token</a>
            <a class="button plain" href="/local/token?role=staff&amp;sub=door">staff token</a></section>\
            """;
    }

    private String clock() {
        String buttons = STEPS.stream()
                .map(step -> "<button name=\"by\" value=\"%s\" class=\"plain\">+ %s</button>"
                        .formatted(step.getFirst(), step.getLast()))
                .collect(Collectors.joining());
        return """
            <section class="card"><h2>时钟 · Clock</h2><p><time>%s</time> <span class="soft">Asia/Shanghai</span></p>
            <form method="post" action="/local/clock/advance" class="row">%s</form>
            <p class="soft">只能向前拨；拨动后每个定时任务运行一次。<br>Forward only; every schedule runs once after a move.</p></section>\
            """.formatted(TIME.format(time.now()), buttons);
    }

    private String mails() {
        List<Mail> all = mailbox.mails();
        StringBuilder items = new StringBuilder();
        for (int i = all.size() - 1; i >= 0; i--) {
            Mail mail = all.get(i);
            items.append("""
                <li><a class="title" href="/local/mail/%d">%s</a><br><span class="soft">%s · <time>%s</time></span> <span class="tag">%s</span></li>\
                """.formatted(
                            i,
                            Html.escape(mail.subject()),
                            Html.escape(mail.to()),
                            TIME.format(java.time.Instant.parse(mail.receivedAt())),
                            Html.escape(mail.kind())));
        }
        return section("邮件 · Mail", all.size(), items.toString());
    }

    private String texts() {
        List<TextMessages.TextMessage> all = messages.messages();
        String items = all.reversed().stream()
                .map(message -> "<li>%s<br><span class=\"soft\">%s</span> <span class=\"tag\">%s</span></li>"
                        .formatted(
                                MailPage.linked(message.text()),
                                Html.escape(message.to()),
                                Html.escape(message.kind())))
                .collect(Collectors.joining());
        return section("短信 · Text messages", all.size(), items);
    }

    private static String section(String title, int count, String items) {
        String list = Optional.of(items)
                .filter(some -> !some.isEmpty())
                .map(some -> "<ul class=\"list\">" + some + "</ul>")
                .orElse("<p class=\"soft\">还没有 · Nothing yet</p>");
        return "<section class=\"card\"><h2>%s (%d)</h2>%s</section>".formatted(title, count, list);
    }
}
