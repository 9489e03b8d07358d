package yunhe.local.desk;

import java.util.stream.Collectors;
import yunhe.local.gateway.Reply;
import yunhe.local.mailbox.Mail;

/** One mail, as a person would see it. */
final class MailPage {
    private MailPage() {}

    static Reply of(Mail mail, int number) {
        String attachments = mail.attachments().stream()
                .map(one -> "<li><a download=\"%s\" href=\"%s\">%s</a> <span class=\"soft\">%s</span></li>"
                        .formatted(
                                Html.escape(one.name()),
                                Html.escape(Html.dataUri(one.contentType(), one.base64())),
                                Html.escape(one.name().isEmpty() ? one.contentId() : one.name()),
                                Html.escape(one.contentType())))
                .collect(Collectors.joining());
        return Html.page(mail.subject(), """
            <p><a href="/local">← 本机 · Local desk</a></p>
            <section class="card"><p class="soft">%s · %s · %s</p>
            <iframe title="mail" sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation" src="/local/mail/%d/html"></iframe></section>
            <section class="card"><h2>附件 · Attachments</h2><ul class="list">%s</ul></section>
            <section class="card"><h2>纯文本 · Plain text</h2><pre>%s</pre></section>\
            """.formatted(
                        Html.escape(mail.to()),
                        Html.escape(mail.kind()),
                        Html.escape(mail.about()),
                        number,
                        attachments,
                        linked(mail.text())));
    }

    /** The mail's HTML with its inline pictures in place, every link opening in the whole window. */
    static String withPictures(Mail mail) {
        String html = mail.html().isEmpty() ? "<pre>" + Html.escape(mail.text()) + "</pre>" : mail.html();
        for (Mail.Attachment picture : mail.attachments()) {
            if (!picture.contentId().isEmpty()) {
                html = html.replace(
                        "cid:" + picture.contentId(), Html.dataUri(picture.contentType(), picture.base64()));
            }
        }
        return "<base target=\"_top\">" + html;
    }

    static String linked(String text) {
        return Html.escape(text).replaceAll("https?://[^\\s<]+", "<a href=\"$0\">$0</a>");
    }
}
