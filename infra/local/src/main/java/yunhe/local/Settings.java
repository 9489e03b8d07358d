package yunhe.local;

import java.util.HashMap;
import java.util.Map;
import yunhe.local.issuer.Issuer;
import yunhe.testkit.template.Template;

/** The values of the template's parameters on this machine. What is not named here keeps its default. */
final class Settings {
    private Settings() {}

    static Map<String, String> of(Options options, String url, int smtpPort) {
        Map<String, String> values = new HashMap<>();
        values.put("PublicUrl", url);
        values.put("OidcIssuer", url + Issuer.PATH);
        values.put("SmtpHost", "127.0.0.1");
        values.put("SmtpPort", String.valueOf(smtpPort));
        values.put("SmtpSecurity", "none");
        values.put("SmsChannel", "webhook");
        values.put("SmsWebhookUrl", url + "/local/sms");
        if (options.has(Options.Extra.ROBOT)) {
            values.put("DingTalkRobotUrl", url + "/local/robot");
        }
        values.put("DeletionProtection", "false");
        values.keySet().retainAll(Template.parameterNames(options.template()));
        return values;
    }
}
