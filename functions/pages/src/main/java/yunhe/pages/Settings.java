package yunhe.pages;

import yunhe.core.shared.Environment;

/**
 * What the deployment decides about forms.
 *
 * @param retentionDays days after the activity until a registration is deleted
 * @param emailRequired whether nobody could be told anything by phone
 */
record Settings(int retentionDays, boolean emailRequired) {
    static Settings of(Environment environment) {
        return new Settings(
                Integer.parseInt(environment.require("RETENTION_DAYS")),
                environment.require("SMS_CHANNEL").equals("none"));
    }
}
