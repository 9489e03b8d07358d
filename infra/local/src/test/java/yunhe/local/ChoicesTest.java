package yunhe.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yunhe.testkit.template.LocalNames;
import yunhe.testkit.template.Template;

/** What a deployment may choose, as the project's template says it. */
final class ChoicesTest {
    private static final String SMTP = "SmtpHost=mail.example.org";

    @Test
    void mail_by_smtp_needs_a_server_and_mail_by_ses_does_not() {
        assertEquals(List.of(), broken(SMTP));
        assertEquals(List.of("MailChannel smtp needs SmtpHost."), broken());
        assertEquals(List.of(), broken("MailChannel=ses"));
    }

    @Test
    void a_web_hook_and_its_address_come_together() {
        String url = "SmsWebhookUrl=https://sms.example.org";
        assertEquals(List.of(), broken(SMTP, "SmsChannel=webhook", url));
        assertEquals(List.of(), broken(SMTP, "SmsChannel=sns"));
        assertEquals(List.of("SmsChannel webhook needs SmsWebhookUrl."), broken(SMTP, "SmsChannel=webhook"));
        assertEquals(List.of("SmsWebhookUrl is called only with SmsChannel webhook."), broken(SMTP, url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cn-north-1", "cn-northwest-1"})
    void china_has_neither_ses_nor_text_messages_of_sns(String region) {
        String china = "AWS::Region=" + region;
        assertEquals(List.of(), broken(china, SMTP));
        assertEquals(List.of("There is no SES in China, choose MailChannel smtp."), broken(china, "MailChannel=ses"));
        assertEquals(
                List.of("SNS sends no text messages in China, choose SmsChannel webhook or none."),
                broken(china, SMTP, "SmsChannel=sns"));
    }

    @Test
    void a_role_sends_by_ses_and_sns_only_where_they_were_chosen() {
        assertTrue(!role(SMTP).contains("ses:") && !role(SMTP).contains("sns:"), role(SMTP));
        String mail = role("MailChannel=ses", "MailFrom=运河 <no-reply@mail.example.org>");
        assertTrue(mail.contains("ses:SendEmail") && mail.matches(".*:identity/mail\\.example\\.org[},].*"), mail);
        String bare = role("MailChannel=ses", "MailFrom=no-reply@example.org");
        assertTrue(bare.matches(".*:identity/example\\.org[},].*"), bare);
        assertTrue(!mail.contains("sns:"), mail);
        assertTrue(role(SMTP, "SmsChannel=sns").contains("sns:Publish"), mail);
    }

    private static List<String> broken(String... parameters) {
        return template(parameters).brokenRules();
    }

    private static String role(String... parameters) {
        return template(parameters).resource("NotifierRole").properties().toString();
    }

    private static Template template(String... parameters) {
        Map<String, String> values = new HashMap<>(Map.of("OidcIssuer", "https://issuer.example.org"));
        for (String parameter : parameters) {
            values.put(parameter.split("=", 2)[0], parameter.split("=", 2)[1]);
        }
        return Template.read(Template.find(), values, new LocalNames());
    }
}
