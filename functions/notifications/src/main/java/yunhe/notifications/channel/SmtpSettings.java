package yunhe.notifications.channel;

import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import yunhe.core.shared.Environment;

/** Where mail is handed over, and how safely. */
public record SmtpSettings(String host, int port, Security security, Optional<Login> login, String from) {

    private static final int CONNECT_MILLIS_MAX = 5_000;

    /** For every single answer of the server. */
    private static final int ANSWER_MILLIS_MAX = 8_000;

    public static SmtpSettings of(Environment environment) {
        var password = environment.optional("SMTP_PASSWORD");
        return new SmtpSettings(
                environment.require("SMTP_HOST"),
                Integer.parseInt(environment.require("SMTP_PORT")),
                Security.valueOf(environment.require("SMTP_SECURITY").toUpperCase(Locale.ROOT)),
                environment.optional("SMTP_USER").map(user -> new Login(user, password.orElse(""))),
                environment.require("MAIL_FROM"));
    }

    /** With {@code STARTTLS} a server that does not offer it gets no mail; certificates must name the host. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    /** How we say who we are. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[hidden]";
        }
    }

    Properties properties() {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.connectiontimeout", Integer.toString(CONNECT_MILLIS_MAX));
        properties.setProperty("mail.smtp.timeout", Integer.toString(ANSWER_MILLIS_MAX));
        properties.setProperty("mail.smtp.auth", Boolean.toString(login.isPresent()));
        // A name that resolves to nothing would cost seconds at every greeting.
        properties.setProperty("mail.smtp.localhost", "yunhe.localdomain");
        switch (security) {
            case NONE -> {}
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
                properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
            case TLS -> {
                properties.setProperty("mail.smtp.ssl.enable", "true");
                properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
        }
        return properties;
    }
}
