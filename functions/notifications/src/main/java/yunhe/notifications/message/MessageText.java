package yunhe.notifications.message;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Map;
import yunhe.core.notice.NoticeKind;
import yunhe.core.shared.Language;

/** The texts of one kind of message in one language, with their gaps. */
record MessageText(
        Template subject,
        Template preview,
        Template heading,
        Template button,
        Template sms,
        List<Template> paragraphs) {

    /** Nothing is escaped here: these are texts. What becomes HTML is escaped once, by the layout. */
    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true);

    static MessageText of(NoticeKind kind, Language language) {
        var file = MessageFile.read(language.code() + "/" + kind.code() + ".txt");
        return new MessageText(
                COMPILER.compile(file.line("Subject")),
                COMPILER.compile(file.line("Preview")),
                COMPILER.compile(file.line("Heading")),
                COMPILER.compile(file.line("Button")),
                COMPILER.compile(file.line("Sms")),
                file.paragraphs().stream().map(COMPILER::compile).toList());
    }

    /** Those that say something: a paragraph for another situation is empty. */
    List<String> paragraphs(Map<String, Object> values) {
        return paragraphs.stream()
                .map(paragraph -> paragraph.execute(values).strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
