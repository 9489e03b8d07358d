package yunhe.testkit.template;

/** Names on this machine: resources are called by their logical id. */
public class LocalNames implements Physical {
    static final String REGION = "local";
    static final String ACCOUNT = "000000000000";

    @Override
    public String ref(String logicalId, String type) {
        return switch (type) {
            case "AWS::SecretsManager::Secret", "AWS::SNS::Topic" -> arn(logicalId, type);
            default -> logicalId;
        };
    }

    @Override
    public String attribute(String logicalId, String type, String attribute) {
        return switch (attribute) {
            case "Arn" -> arn(logicalId, type);
            case "StreamArn" -> arn(logicalId, type) + "/stream/local";
            default -> logicalId;
        };
    }

    @Override
    public String secret(String logicalId) {
        return "secret-of-" + logicalId;
    }

    /** One shape for every service: nothing reads these but {@link Template#logicalIdOf}. */
    private static String arn(String logicalId, String type) {
        String service = type.split("::", -1)[1].toLowerCase(java.util.Locale.ROOT);
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + logicalId;
    }
}
