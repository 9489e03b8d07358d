package yunhe.testkit.template;

/** What a deployed resource would be called: the answers to {@code !Ref}, {@code !GetAtt} and dynamic references. */
public interface Physical {

    String ref(String logicalId, String type);

    String attribute(String logicalId, String type, String attribute);

    /** The value of a secret of this template. */
    String secret(String logicalId);
}
